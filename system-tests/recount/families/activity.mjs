// What people did, as plain sums; and the share of it that belongs to no team.
import { cellsOf } from '../cells.mjs';
import { figure, ratio } from '../figures.mjs';

export const kpis = ['events', 'page-views', 'interactions', 'unassigned-share'];

export function count(facts, frame) {
  const cellAt = cellsOf(facts, frame, ['events', 'pageViews', 'interactions']);
  const of = measure => (...place) => figure(cellAt(...place)[measure], cellAt(...place).people.size);
  return {
    'events': of('events'),
    'page-views': of('pageViews'),
    'interactions': of('interactions'),
    'unassigned-share': (team, feature, index) => {
      const all = cellAt('org', feature, index);
      const unassigned = cellAt('unassigned', feature, index);
      return figure(ratio(unassigned.events, all.events), all.people.size, unassigned.people.size);
    },
  };
}
