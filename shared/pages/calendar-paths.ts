/** The address of a day's news: `2021-10-22`. */
export const dayPath = (day: string) => `/ngay/${day}`;

/** The address of a month's calendar: `2021-10`. */
export const monthPath = (month: string) => `/thang/${month}`;
