// How template tasks ended, as the scaffolder's side told it; the last word about a task counts.
import { collection, scopeKey } from '../cells.mjs';
import { figure, ratio } from '../figures.mjs';
import { teamsOf } from '../roster.mjs';

export const kpis = ['template-runs-completed', 'template-runs-failed', 'template-success-rate'];

export function count(facts, frame) {
  const latest = new Map();
  for (const outcome of facts.outcomes) latest.set(outcome.task, outcome);
  const cells = collection(() => ({ completed: 0, failed: 0, cancelled: 0, people: new Set() }));
  for (const { outcome, finishedAt, person, groups } of latest.values()) {
    const index = frame.indexOf(finishedAt);
    if (index < 0) continue;
    for (const team of teamsOf(facts.roster, person, groups)) {
      const cell = cells.at(scopeKey(team, '*'), index);
      cell[outcome]++;
      cell.people.add(person);
    }
  }
  const of = read => (...place) => {
    const cell = cells.get(...place);
    return figure(read(cell), cell.people.size);
  };
  return {
    'template-runs-completed': of(cell => cell.completed),
    'template-runs-failed': of(cell => cell.failed),
    'template-success-rate': of(cell => ratio(cell.completed, cell.completed + cell.failed)),
  };
}
