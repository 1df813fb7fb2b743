// Visits: a person's events without a gap of 30 minutes, or all that came under one session id of the client.
import { scopeKey } from './cells.mjs';

const GAP = 30 * 60 * 1000;

/**
 * Every session: {person, startedAt, endedAt, views, scopes}, scopes being the teams and features it counts in. Live events
 * and each import have sessions of their own. The order of arrival says nothing.
 */
export function sessionsOf(counted) {
  const named = new Map();
  const unnamed = new Map();
  for (const addition of counted) {
    const stream = `${addition.person}\n${addition.batch}`;
    if (addition.sessionId) append(named, `${stream}\n${addition.sessionId}`, addition);
    else append(unnamed, stream, addition);
  }
  const sessions = [];
  for (const events of named.values()) sessions.push(sessionOf(events));
  for (const events of unnamed.values()) {
    events.sort((one, other) => one.at - other.at);
    let visit = [];
    for (const event of events) {
      if (visit.length > 0 && event.at - visit.at(-1).at >= GAP) {
        sessions.push(sessionOf(visit));
        visit = [];
      }
      visit.push(event);
    }
    sessions.push(sessionOf(visit));
  }
  return sessions;
}

function sessionOf(events) {
  const session = { person: events[0].person, startedAt: Infinity, endedAt: -Infinity, views: 0, scopes: new Set() };
  for (const event of events) {
    session.startedAt = Math.min(session.startedAt, event.at);
    session.endedAt = Math.max(session.endedAt, event.at);
    session.views += event.pageViews;
    for (const team of event.teams) {
      session.scopes.add(scopeKey(team, event.feature));
      session.scopes.add(scopeKey(team, '*'));
    }
  }
  return session;
}

function append(lists, key, value) {
  if (!lists.has(key)) lists.set(key, []);
  lists.get(key).push(value);
}
