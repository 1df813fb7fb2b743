// Who came, for the first time, again, back, or no longer; and on how many days.
import { collection, scopeKey } from '../cells.mjs';
import { figure, ratio } from '../figures.mjs';
import { firstAtOrAfter, frameOf } from '../frame.mjs';

export const kpis = [
  'active-users', 'new-users', 'returning-users', 'resurrected-users', 'dormant-users', 'stickiness', 'days-active',
];

export function count(facts, frame) {
  const cells = reachOf(facts, frame);
  const begun = frame.granularity === 'hour' ? [] : daysBegun(facts, frame);
  const of = (read, about = () => 0) => (team, feature, index) => {
    const cell = cells.get(team, feature, index);
    return figure(read(cell, index), cell.active, about(cell));
  };
  return {
    'active-users': of(cell => cell.active),
    'new-users': of(cell => cell.new, cell => cell.new),
    'returning-users': of(cell => cell.returning, cell => cell.returning),
    'resurrected-users': of(cell => cell.active - cell.new - cell.returning, cell => cell.active - cell.new - cell.returning),
    'dormant-users': (team, feature, index) => {
      const cell = cells.get(team, feature, index);
      return figure(cell.before - cell.returning, cell.before, cell.before - cell.returning);
    },
    'stickiness': of((cell, index) => ratio(cell.personDays, begun[index] * cell.active)),
    'days-active': of(cell => ratio(cell.personDays, cell.active)),
  };
}

/** Cells of {active, new, returning, before, personDays}, each a number of people but the last: people times days. */
export function reachOf(facts, frame) {
  const cells = collection(() => ({ active: 0, new: 0, returning: 0, before: 0, personDays: 0 }));
  const days = frame.granularity === 'hour' ? null : frameOf({ ...frame, granularity: 'day' });
  for (const { team, feature, people } of facts.scopes.values()) {
    const key = scopeKey(team, feature);
    for (const additions of people.values()) {
      const times = additions.map(({ at }) => at);
      for (let index = 0; index < frame.periods.length; index++) {
        const { start, end, before } = frame.periods[index];
        const active = isWithin(times, start, end);
        const wasActive = isWithin(times, before, start);
        if (active) cells.at(key, index).active++;
        if (active && times[0] >= start) cells.at(key, index).new++;
        if (active && wasActive) cells.at(key, index).returning++;
        if (wasActive) cells.at(key, index).before++;
      }
      if (days !== null) countDays(times, days, index => cells.at(key, index).personDays++, frame);
    }
  }
  return cells;
}

/** Whether one of the ascending times is at or after start and before end. */
function isWithin(times, start, end) {
  const place = firstAtOrAfter(times, start);
  return place < times.length && times[place] < end;
}

function countDays(times, days, add, frame) {
  let latest = -1;
  for (const at of times) {
    const day = days.indexOf(at);
    if (day >= 0 && day !== latest) {
      add(frame.indexOf(at));
      latest = day;
    }
  }
}

/** Per period, how many of its asked days have begun when the figure is asked for. */
function daysBegun(facts, frame) {
  const begun = frame.periods.map(() => 0);
  for (const day of frameOf({ ...frame, granularity: 'day' }).periods) {
    if (day.start <= facts.askedAt) begun[frame.indexOf(day.start)]++;
  }
  return begun;
}
