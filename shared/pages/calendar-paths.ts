/** Where a day's news is: `2021-10-22`. */
export const dayPath = (day: string) => `/ngay/${day}`;

/** Where a month's calendar is: `2021-10`. */
export const monthPath = (month: string) => `/thang/${month}`;
