import { addDays, localDay } from '../../shared/time/local-day.ts';

/** Milliseconds after midnight until a day is closed: by then none of its beacons is under way, even where clocks differ. */
const closingMs = 10 * 60_000;

/** The newest day into which nothing is counted any more. */
export const lastClosedDay = (now: Date) => addDays(localDay(new Date(now.getTime() - closingMs)), -1);
