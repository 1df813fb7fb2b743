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
  const parts = (timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date())
  try {
    return parts(zone || 'UTC')
  } catch {
    return parts('UTC')
  }
}

export function monday(day) {
  const weekday = (new Date(toTime(day)).getUTCDay() + 6) % 7
  return plusDays(day, -weekday)
}

function firstOfMonth(day) {
  return `${day.slice(0, 7)}-01`
}

/** Whole weeks: they compare fairly with the weeks before, and fewest figures of them are withheld. */
function wholeWeeks(count, zone) {
  const end = plusDays(monday(today(zone)), -1)
  return { from: plusDays(end, 1 - 7 * count), to: end }
}

/** What is shown when the address names no days. Books are kept by arrival, so they reach up to today. */
export function defaultPeriod(view, zone) {
  if (view === 'health') return { from: plusDays(today(zone), -27), to: today(zone) }
  return wholeWeeks(view === 'retention' ? 12 : 4, zone)
}

/** The periods to choose from, each with its days now. */
export function presets(zone) {
  const now = today(zone)
  const lastMonth = plusDays(firstOfMonth(now), -1)
  return [
    { id: 'week', title: 'Last week', ...wholeWeeks(1, zone) },
    { id: 'weeks-4', title: 'Last 4 weeks', ...wholeWeeks(4, zone) },
    { id: 'weeks-8', title: 'Last 8 weeks', ...wholeWeeks(8, zone) },
    { id: 'weeks-12', title: 'Last 12 weeks', ...wholeWeeks(12, zone) },
    { id: 'weeks-26', title: 'Last 26 weeks', ...wholeWeeks(26, zone) },
    { id: 'days-28', title: 'Last 28 days', from: plusDays(now, -27), to: now },
    { id: 'this-week', title: 'This week so far', from: monday(now), to: now },
    { id: 'month', title: 'Last month', from: firstOfMonth(lastMonth), to: lastMonth },
    { id: 'this-month', title: 'This month so far', from: firstOfMonth(now), to: now },
  ]
}

const format = (options) => {
  const formatter = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
  return (day) => formatter.format(toTime(String(day).slice(0, 10)))
}

export const shortDay = format({ day: 'numeric', month: 'short' })
export const longDay = format({ day: 'numeric', month: 'short', year: 'numeric' })
const monthName = format({ month: 'short', year: 'numeric' })

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
