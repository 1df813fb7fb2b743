// Figures per team, feature and period, out of what the counted events add.
import { dayOf, periodOf } from './periods.mjs';

/** Every KPI this recount knows, by its id in the API, and how to read it off a cell. */
export const KPIS = {
  'active-users': cell => cell.people.size,
  'new-users': cell => cell.newUsers,
  'events': cell => cell.events,
  'page-views': cell => cell.pageViews,
  'interactions': cell => cell.interactions,
  'template-runs': cell => cell.templateRuns,
  'minutes-saved': cell => cell.microMinutes / 1_000_000,
  'searches': cell => cell.searches,
};

/**
 * Every cell with something in it, keyed team, feature ('*' for all), period; days from and to are inclusive.
 *
 * @param counted what countEvents gave
 */
export function cellsOf(counted, { granularity, zone, from, to }) {
  const cells = new Map();
  const inRange = at => dayOf(at, zone) >= from && dayOf(at, zone) <= to;
  const cellAt = (team, feature, at) => {
    const period = periodOf(at, granularity, zone);
    const key = cellKey(team, feature, period);
    if (!cells.has(key)) {
      cells.set(key, {
        team, feature, period, people: new Set(), newUsers: 0, events: 0, pageViews: 0, interactions: 0,
        templateRuns: 0, microMinutes: 0, searches: 0,
      });
    }
    return cells.get(key);
  };

  for (const addition of counted) {
    if (!inRange(addition.at)) continue;
    for (const team of addition.teams) {
      for (const feature of [addition.feature, '*']) {
        const cell = cellAt(team, feature, addition.at);
        cell.people.add(addition.person);
        for (const measure of ['events', 'pageViews', 'interactions', 'templateRuns', 'microMinutes', 'searches']) {
          cell[measure] += addition[measure];
        }
      }
    }
  }
  for (const { team, feature, at } of firstUses(counted).values()) {
    if (inRange(at)) cellAt(team, feature, at).newUsers++;
  }
  return cells;
}

export function cellKey(team, feature, period) {
  return `${team}\n${feature}\n${period}`;
}

/** Per team, feature and person the earliest event ever, in or out of the asked days. */
function firstUses(counted) {
  const first = new Map();
  for (const { person, teams, feature: used, at } of counted) {
    for (const team of teams) {
      for (const feature of [used, '*']) {
        const key = `${team}\n${feature}\n${person}`;
        const known = first.get(key);
        if (known === undefined || at < known.at) first.set(key, { team, feature, at });
      }
    }
  }
  return first;
}
