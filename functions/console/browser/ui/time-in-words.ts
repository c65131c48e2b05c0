const zone = 'Asia/Ho_Chi_Minh';
const dayMs = 24 * 60 * 60_000;
/** Days before and after today that are named by their weekday. */
const weekDays = 6;

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const date = new Intl.DateTimeFormat('vi-VN', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
/** As they are written within a sentence: decree 30/2020/NĐ-CP, annex II. */
const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
/** Days since 1970 in Viet Nam, which is seven hours ahead all year. */
const dayNumber = (at: Date) => Math.floor((at.getTime() + 7 * 60 * 60_000) / dayMs);

/** 1 January 1970 was a Thursday. */
const firstWeekday = 4;

const relativeDays: Readonly<Record<number, string>> = { [-1]: 'hôm qua', 1: 'ngày mai' };

/** An instant in Viet Nam's time as people say it: "14:03" today, "hôm qua 08:00", "thứ Hai 08:00" within six days, else with its date. */
export const timeInWords = (at: Date, now: Date): string => {
  const days = dayNumber(at) - dayNumber(now);
  const time = clock.format(at);
  if (days === 0) return time;
  const named = relativeDays[days];
  if (named !== undefined) return `${named} ${time}`;
  return Math.abs(days) <= weekDays
    ? `${weekdays[(dayNumber(at) + firstWeekday) % 7]} ${time}`
    : `${date.format(at)} ${time}`;
};
