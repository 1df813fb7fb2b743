// Searches, what became of them, and pages that weren't there.
import { cellsOf, collection, scopeKey } from '../cells.mjs';
import { figure, median, ratio } from '../figures.mjs';

export const kpis = [
  'searches', 'zero-result-searches', 'zero-result-rate', 'search-success-rate', 'result-rank', 'docs-not-found',
];

const SUMS = ['searches', 'zeroResultSearches', 'openedSearches', 'notFound'];

export function count(facts, frame) {
  const cellAt = cellsOf(facts, frame, SUMS);
  const of = read => (...place) => figure(read(cellAt(...place)), cellAt(...place).people.size);
  const ranks = ranksOf(facts, frame);
  return {
    'searches': of(cell => cell.searches),
    'zero-result-searches': of(cell => cell.zeroResultSearches),
    'zero-result-rate': of(cell => ratio(cell.zeroResultSearches, cell.searches)),
    'search-success-rate': of(cell => ratio(cell.openedSearches, cell.searches)),
    'docs-not-found': of(cell => cell.notFound),
    'result-rank': (...place) => {
      const { values, people } = ranks.get(...place);
      return figure(median(values), people.size);
    },
  };
}

function ranksOf(facts, frame) {
  const cells = collection(() => ({ values: [], people: new Set() }));
  for (const { person, teams, at, rank } of facts.counted) {
    const index = frame.indexOf(at);
    if (rank === null || index < 0) continue;
    for (const team of teams) {
      const cell = cells.at(scopeKey(team, '*'), index);
      cell.values.push(rank);
      cell.people.add(person);
    }
  }
  return cells;
}
