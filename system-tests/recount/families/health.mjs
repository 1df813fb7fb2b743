// What became of what was sent. It is dated by when it was received, so it is told only when that is one known time.
import { figure } from '../figures.mjs';

export const kpis = ['events-rejected', 'events-late', 'events-duplicate'];

export function count(facts, frame) {
  const received = frame.indexOf(facts.receivedAt);
  const of = number => (team, feature, index) => figure(index === received ? number : 0, 0);
  return {
    'events-rejected': of(facts.fates.refused),
    'events-late': of(facts.fates.late),
    'events-duplicate': of(facts.fates.repeated),
  };
}
