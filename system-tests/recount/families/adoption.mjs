// How many of a team's people came, by the roster.
import { cellsOf } from '../cells.mjs';
import { figure, ratio } from '../figures.mjs';

export const kpis = ['adoption-rate', 'inactive-users'];

export function count(facts, frame) {
  const cellAt = cellsOf(facts, frame, []);
  const parts = (team, feature, index) => {
    const members = facts.members.get(team) ?? new Set();
    const { people } = cellAt(team, feature, index);
    let active = 0;
    for (const person of people) {
      if (members.has(person)) active++;
    }
    return { headcount: members.size, active, activeInAll: people.size };
  };
  return {
    'adoption-rate': (...place) => {
      const { headcount, active, activeInAll } = parts(...place);
      return figure(ratio(active, headcount), activeInAll, active);
    },
    'inactive-users': (...place) => {
      const { headcount, active, activeInAll } = parts(...place);
      return figure(headcount - active, activeInAll, active);
    },
  };
}
