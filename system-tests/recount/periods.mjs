// Hours, days, ISO weeks and months as a clock on the wall of the asked zone cuts them.

export const GRANULARITIES = ['hour', 'day', 'week', 'month', 'total'];

const formats = new Map();
const offsets = new Map();

/** The day of an instant in a zone, 2026-11-22. */
export function dayOf(at, zone) {
  return wallClock(at, zone).toISOString().slice(0, 10);
}

/** The period an instant lies in: the hour's start as an instant (…Z), the first day of a day, week or month, or total. */
export function periodOf(at, granularity, zone) {
  const wall = wallClock(at, zone);
  switch (granularity) {
    case 'hour': {
      const pastTheHour = ((wall.getUTCMinutes() * 60 + wall.getUTCSeconds()) * 1000 + wall.getUTCMilliseconds());
      return new Date(at - pastTheHour).toISOString();
    }
    case 'day':
      return wall.toISOString().slice(0, 10);
    case 'week': {
      const sinceMonday = (wall.getUTCDay() + 6) % 7;
      return new Date(wall.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
    }
    case 'month':
      return `${wall.toISOString().slice(0, 7)}-01`;
    case 'total':
      return 'total';
    default:
      throw new Error(`No granularity "${granularity}": one of ${GRANULARITIES.join(', ')}`);
  }
}

/** A date whose UTC fields read as the zone's clock does at that instant. */
function wallClock(at, zone) {
  return new Date(at + offsetAt(at, zone));
}

/** Offsets change only on quarter hours, so one is looked up per quarter. */
function offsetAt(at, zone) {
  const quarter = Math.floor(at / 900_000);
  const key = `${zone} ${quarter}`;
  if (!offsets.has(key)) offsets.set(key, lookUpOffset(quarter * 900_000, zone));
  return offsets.get(key);
}

function lookUpOffset(at, zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric',
      hour: 'numeric', minute: 'numeric', second: 'numeric',
    }));
  }
  const part = {};
  for (const { type, value } of formats.get(zone).formatToParts(at)) part[type] = Number(value);
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - at;
}
