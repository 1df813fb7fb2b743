// Maturity checks: the latest result of each check and entity before a period's end. They are about things, not people.
import { figure, ratio } from '../figures.mjs';
import { teamsOf } from '../roster.mjs';

export const kpis = ['check-pass-rate'];

export function count(facts, frame) {
  const teams = frame.periods.map(({ end }) => passedBefore(facts, end));
  return {
    'check-pass-rate': (team, feature, index) => {
      const { passed, all } = teams[index].get(team) ?? { passed: 0, all: 0 };
      return figure(ratio(passed, all), 0);
    },
  };
}

/** Per team how many results there were, and how many of them good. Of two for the same instant the last one sent counts. */
function passedBefore(facts, end) {
  const latest = new Map();
  for (const result of facts.checks) {
    if (result.checkedAt >= end) continue;
    const key = `${result.check}\n${result.entity}`;
    if (latest.has(key) && latest.get(key).checkedAt > result.checkedAt) continue;
    latest.set(key, result);
  }
  const teams = new Map();
  for (const { passed, owners } of latest.values()) {
    for (const team of teamsOf(facts.roster, null, owners)) {
      if (!teams.has(team)) teams.set(team, { passed: 0, all: 0 });
      teams.get(team).all++;
      if (passed) teams.get(team).passed++;
    }
  }
  return teams;
}
