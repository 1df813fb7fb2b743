// Getting on board: what people of a team have used so far, how long it took them, and newcomers.
import { collection, scopeKey } from '../cells.mjs';
import { firstUse } from '../facts.mjs';
import { figure, median, ratio } from '../figures.mjs';

export const kpis = ['unlocked-features', 'checklist-progress', 'days-to-unlock', 'activation-rate', 'activation-rate-30'];

const DAY = 24 * 60 * 60 * 1000;

export function count(facts, frame) {
  const waits = waitsOf(facts, frame);
  return {
    'unlocked-features': (team, feature, index) => unlocked(facts, team, frame.periods[index].end),
    'checklist-progress': (team, feature, index) => progress(facts, team, frame.periods[index].end),
    'days-to-unlock': (...place) => {
      const days = waits.get(...place);
      return figure(median(days), days.length);
    },
    'activation-rate': (team, feature, index) => activation(facts, team, frame.periods[index], 7 * DAY),
    'activation-rate-30': (team, feature, index) => activation(facts, team, frame.periods[index], 30 * DAY),
  };
}

/** Features of the checklist that anybody had used in the team before an instant. */
function unlocked(facts, team, end) {
  let features = 0;
  const users = new Set();
  for (const feature of facts.checklist) {
    let used = false;
    for (const [person, additions] of facts.scopes.get(scopeKey(team, feature))?.people ?? []) {
      if (additions[0].at >= end) continue;
      used = true;
      users.add(person);
    }
    if (used) features++;
  }
  return figure(features, users.size);
}

/** The part of the checklist that the team's people had used before an instant, on average. */
function progress(facts, team, end) {
  const members = facts.members.get(team) ?? new Set();
  let unlocked = 0;
  const users = new Set();
  for (const feature of facts.checklist) {
    for (const [person, additions] of facts.scopes.get(scopeKey(team, feature))?.people ?? []) {
      if (!members.has(person) || additions[0].at >= end) continue;
      unlocked++;
      users.add(person);
    }
  }
  return figure(ratio(unlocked, members.size * facts.checklist.length), users.size);
}

/** Cells of a list: for each person who first used the feature in the period, the days it took them since they joined. */
function waitsOf(facts, frame) {
  const cells = collection(() => []);
  for (const { team, feature, people } of facts.scopes.values()) {
    for (const [person, additions] of people) {
      const first = additions[0].at;
      const index = frame.indexOf(first);
      if (index < 0) continue;
      const joined = facts.roster.joinedAt.get(person) ?? Infinity;
      const since = Math.min(joined, firstUse(facts, team, '*', person));
      cells.at(scopeKey(team, feature), index).push((first - since) / DAY);
    }
  }
  return cells;
}

/** Of the team's people who joined in the period, long enough ago, the share who came to the portal soon enough. */
function activation(facts, team, { start, end }, within) {
  let newcomers = 0;
  let came = 0;
  for (const person of facts.members.get(team) ?? []) {
    const joined = facts.roster.joinedAt.get(person);
    if (joined === undefined || joined < start || joined >= end || joined + within > facts.askedAt) continue;
    newcomers++;
    if (firstUse(facts, 'org', '*', person) < joined + within) came++;
  }
  return figure(ratio(came, newcomers), newcomers);
}
