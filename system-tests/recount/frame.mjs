// The periods of a question, each with the instants between which it lies and those of the time just before it.
import { dayOf, periodOf } from './periods.mjs';

const QUARTER = 15 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

/**
 * The periods that the days from and to (inclusive) are cut into: {granularity, periods: [{label, start, end, before}],
 * indexOf}. Periods at the edges hold only the asked days. The time just before a period, from before to its start, is the
 * whole calendar period that comes first; where the asked days cut a period off at its start it reaches up to the cut. For
 * total it is as many days as were asked for.
 */
export function frameOf({ granularity, zone, from, to }) {
  const start = firstInstantOf(from, zone);
  const end = firstInstantOf(dayAfter(to, 1), zone);
  const periods = [];
  for (let at = start; at < end; at += QUARTER) {
    const label = periodOf(at, granularity, zone);
    if (periods.length === 0 || periods.at(-1).label !== label) periods.push({ label, start: at });
    periods.at(-1).end = at + QUARTER;
  }
  if (granularity === 'total') {
    const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
    periods[0].before = firstInstantOf(dayAfter(from, -days), zone);
  } else {
    const wholeStart = startOfPeriod(start, granularity, zone);
    periods[0].before = startOfPeriod(wholeStart - QUARTER, granularity, zone);
    for (let index = 1; index < periods.length; index++) {
      periods[index].before = index === 1 ? wholeStart : periods[index - 1].start;
    }
  }
  return { granularity, zone, from, to, periods, indexOf: at => indexOf(periods, at) };
}

/** The first place in an ascending list whose value is at or after a bound. */
export function firstAtOrAfter(ascending, bound) {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The day so many days later, both as 2026-11-22. */
export function dayAfter(day, days) {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Which period an instant lies in; -1 when it lies outside the asked days. */
function indexOf(periods, at) {
  let low = 0;
  let high = periods.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (at < periods[middle].start) high = middle - 1;
    else if (at >= periods[middle].end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** The first quarter hour of a day; offsets change on quarter hours only. */
function firstInstantOf(day, zone) {
  let at = Date.parse(day) - 16 * 60 * 60 * 1000;
  while (dayOf(at, zone) < day) at += QUARTER;
  return at;
}

function startOfPeriod(at, granularity, zone) {
  const label = periodOf(at, granularity, zone);
  let start = Math.floor(at / QUARTER) * QUARTER;
  while (periodOf(start - QUARTER, granularity, zone) === label) start -= QUARTER;
  return start;
}
