// Everything the families of KPIs count from, put in order once: who did what when in each team and feature.
import { scopeKey } from './cells.mjs';
import { countEvents } from './count.mjs';
import { teamsOf } from './roster.mjs';
import { sessionsOf } from './sessions.mjs';

/**
 * @param sent events (as read by readEvents), outcomes and checks, in order of sending
 * @param settings features, roster, receivedAt (milliseconds, one for all events), askedAt (milliseconds, when figures
 *     are asked for), checklist (ids of features), hourlyRate, receivedTogether (true when receivedAt is known)
 */
export function factsOf({ events, outcomes = [], checks = [] }, settings) {
  const fates = {};
  const counted = countEvents(events, { ...settings, fates });
  return {
    checklist: [], hourlyRate: 0, askedAt: settings.receivedAt, receivedTogether: false, ...settings,
    counted, fates, outcomes, checks,
    scopes: scopesOf(counted),
    sessions: sessionsOf(counted),
    members: membersOf(settings.roster),
  };
}

/** What a person did in a team and feature, by time; nothing when they were never there. */
export function deedsOf(facts, team, feature, person) {
  return facts.scopes.get(scopeKey(team, feature))?.people.get(person) ?? [];
}

/** When a person was first in a team and feature; undefined for never. */
export function firstUse(facts, team, feature, person) {
  return deedsOf(facts, team, feature, person)[0]?.at;
}

/** Per team and feature, {team, feature, people}; people has for each person what they added there, by time. */
function scopesOf(counted) {
  const scopes = new Map();
  for (const addition of [...counted].sort((one, other) => one.at - other.at)) {
    for (const team of addition.teams) {
      for (const feature of [addition.feature, '*']) {
        const key = scopeKey(team, feature);
        if (!scopes.has(key)) scopes.set(key, { team, feature, people: new Map() });
        const people = scopes.get(key).people;
        if (!people.has(addition.person)) people.set(addition.person, []);
        people.get(addition.person).push(addition);
      }
    }
  }
  return scopes;
}

/** Per team the people of the roster who belong to it or below it. */
function membersOf(roster) {
  const members = new Map();
  for (const person of roster.groupsOf.keys()) {
    for (const team of teamsOf(roster, person, [])) {
      if (!members.has(team)) members.set(team, new Set());
      members.get(team).add(person);
    }
  }
  return members;
}
