// Sessions, counted where they have an event, in the period in which they start.
import { cellsOf, collection } from '../cells.mjs';
import { figure, ratio } from '../figures.mjs';

export const kpis = ['sessions', 'session-minutes', 'session-length', 'views-per-session'];

const MINUTE = 60_000;

export function count(facts, frame) {
  const cells = collection(() => ({ sessions: 0, milliseconds: 0, views: 0, people: new Set() }));
  for (const session of facts.sessions) {
    const index = frame.indexOf(session.startedAt);
    if (index < 0) continue;
    for (const key of session.scopes) {
      const cell = cells.at(key, index);
      cell.sessions++;
      cell.milliseconds += session.endedAt - session.startedAt;
      cell.views += session.views;
      cell.people.add(session.person);
    }
  }
  const of = read => (...place) => {
    const cell = cells.get(...place);
    return figure(read(cell), cell.people.size);
  };
  const activeAt = cellsOf(facts, frame, []);
  return {
    // About the people active in the cell. Sessions that began before anything was done there are somebody's, at the least.
    'sessions': (...place) => {
      const { sessions } = cells.get(...place);
      const active = activeAt(...place).people.size;
      return figure(sessions, active === 0 && sessions > 0 ? 1 : active);
    },
    'session-minutes': of(cell => cell.milliseconds / MINUTE),
    'session-length': of(cell => ratio(cell.milliseconds / MINUTE, cell.sessions)),
    'views-per-session': of(cell => ratio(cell.views, cell.sessions)),
  };
}
