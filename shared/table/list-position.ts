/** The sort key of an item in a list by time; the id keeps two items of one instant apart. */
export const listPosition = (instant: string, id: string) => `${instant}#${id}`;
