// Days and ISO weeks as texts such as 2026-11-16. All of it is calendar arithmetic, so UTC serves for every zone.

const DAY = 86_400_000

export function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(text)) && toText(toTime(text)) === text
}

function toTime(day) {
  return Date.parse(`${day}T00:00:00Z`)
}

function toText(time) {
  return new Date(time).toISOString().slice(0, 10)
}

export function plusDays(day, days) {
  return toText(toTime(day) + days * DAY)
}

export function daysBetween(from, to) {
  return Math.round((toTime(to) - toTime(from)) / DAY) + 1
}

/** As many days, just before. */
export function daysBefore(from, to) {
  return { from: plusDays(from, -daysBetween(from, to)), to: plusDays(from, -1) }
}

export function today(zone) {
  const now = new Date()
  if (!zone) return toText(now.getTime())
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now)
  } catch {
    return toText(now.getTime())
  }
}

export function monday(day) {
  const weekday = (new Date(toTime(day)).getUTCDay() + 6) % 7
  return plusDays(day, -weekday)
}

function firstOfMonth(day) {
  return `${day.slice(0, 7)}-01`
}

/** The first day of the month so many months before. */
export function monthsBefore(day, months) {
  let first = firstOfMonth(day)
  for (let month = 0; month < months; month++) first = firstOfMonth(plusDays(first, -1))
  return first
}

/** The first day of the month that a day’s week is in. Such a month is made of whole weeks, those whose Thursday is in it. */
export function monthOfWeeks(day) {
  return monday(plusDays(firstOfMonth(plusDays(monday(day), 3)), 3))
}

/** Whole weeks: they compare fairly with the weeks before, and fewest figures of them are withheld. */
function wholeWeeks(count, now) {
  const end = plusDays(monday(now), -1)
  return { from: plusDays(end, 1 - 7 * count), to: end }
}

/** What is shown when the address names no days. Books are kept by arrival, so they reach up to today. */
export function defaultPeriod(view, zone) {
  const now = today(zone)
  if (view === 'health') return { from: plusDays(now, -27), to: now }
  return wholeWeeks(view === 'retention' ? 12 : 4, now)
}

/** The periods to choose from, each with its days now. */
export function presets(zone) {
  const now = today(zone)
  const lastMonth = plusDays(firstOfMonth(now), -1)
  return [
    { id: 'week', title: 'Last week', ...wholeWeeks(1, now) },
    { id: 'weeks-4', title: 'Last 4 weeks', ...wholeWeeks(4, now) },
    { id: 'weeks-8', title: 'Last 8 weeks', ...wholeWeeks(8, now) },
    { id: 'weeks-12', title: 'Last 12 weeks', ...wholeWeeks(12, now) },
    { id: 'weeks-26', title: 'Last 26 weeks', ...wholeWeeks(26, now) },
    { id: 'days-28', title: 'Last 28 days', from: plusDays(now, -27), to: now },
    { id: 'this-week', title: 'This week so far', from: monday(now), to: now },
    { id: 'month', title: 'Last month', from: firstOfMonth(lastMonth), to: lastMonth },
    { id: 'this-month', title: 'This month so far', from: firstOfMonth(now), to: now },
  ]
}

// The browser's own formatter takes tens of milliseconds to be made, while the first view is waiting.
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** Such as 26 Oct. */
export function shortDay(day) {
  return `${Number(String(day).slice(8, 10))} ${MONTHS[String(day).slice(5, 7) - 1]}`
}

/** Such as 26 Oct 2026. */
export function longDay(day) {
  return `${shortDay(day)} ${String(day).slice(0, 4)}`
}

function monthName(day) {
  return `${MONTHS[String(day).slice(5, 7) - 1]} ${String(day).slice(0, 4)}`
}

/** Such as 26 Oct – 22 Nov 2026. */
export function span(from, to) {
  if (from === to) return longDay(from)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return `${sameYear ? shortDay(from) : longDay(from)} – ${longDay(to)}`
}

/** Without the year, where there is little room. */
export function shortSpan(from, to) {
  return from === to ? shortDay(from) : `${shortDay(from)} – ${shortDay(to)}`
}

/** How a period of a chart is called. */
export function periodName(period, granularity) {
  return granularity === 'month' ? monthName(period) : shortDay(period)
}

/** How a period is called in words. */
export function periodWords(period, granularity) {
  if (granularity === 'week') return `week of ${longDay(period)}`
  return granularity === 'month' ? monthName(period) : longDay(period)
}

/** The last day of a period that begins on a day. */
export function periodEnd(period, granularity) {
  if (granularity === 'week') return plusDays(period, 6)
  if (granularity === 'month') return plusDays(firstOfMonth(plusDays(firstOfMonth(period), 32)), -1)
  return period
}
