/** The indexes of the activity table by subject, and by person: each sorted by time. They project whole items. */
export const activityIndexes = {
  bySubject: { name: 'by-subject', partition: 'subjectKey' },
  byPerson: { name: 'by-person', partition: 'personKey' },
} as const;
