/** The index of the activity table by subject and time. It projects whole items. */
export const activityIndex = { name: 'by-subject', partition: 'subjectKey' } as const;
