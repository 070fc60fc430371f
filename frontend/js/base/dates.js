// Days and moments in the visitor's own time zone. Pure.

/** A day alone, such as "2026-01-31", is the same day everywhere; a moment falls on the visitor's day. */
const dateOf = (text) => new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text);

const DAY = { day: "numeric", month: "long", year: "numeric" };
const TIME = { hour: "2-digit", minute: "2-digit" };
const MOMENT = { ...TIME, day: "numeric", month: "short" };

const spelled = (how) => (date) => dateOf(date).toLocaleString("en-GB", how);

/** "22 November 2026". */
export const dayInWords = spelled(DAY);

/** "22 Nov, 22:27:03": what tells measurements of one machine apart. */
export const momentInWords = spelled({ ...MOMENT, second: "2-digit" });

/** "22 Nov 2026, 22:27". */
export const momentOfList = spelled({ ...MOMENT, year: "numeric" });

/** "22 November 2026 at 22:27 GMT+1": for what is read elsewhere, too. A day alone stays one. */
export const momentWithZone = (date) =>
  date.includes("T") ? spelled({ ...DAY, ...TIME, timeZoneName: "short" })(date) : dayInWords(date);

/** "2026-11-22", the visitor's day. */
export function dayOf(date) {
  const local = dateOf(date);
  const two = (number) => `${number}`.padStart(2, "0");
  return [local.getFullYear(), two(local.getMonth() + 1), two(local.getDate())].join("-");
}

/** The moment at which a visitor's day begins, or one so many days later; text that is no day stays as it is. */
export function beginOf(day, daysLater = 0) {
  const begin = dateOf(day);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(begin.getTime())) return day;
  begin.setDate(begin.getDate() + daysLater);
  return begin.toISOString();
}

/** "Europe/Berlin". */
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
