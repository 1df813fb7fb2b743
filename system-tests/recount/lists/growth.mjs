// /growth: the growth figures of a team side by side, period by period.
import { differenceOf } from '../differ.mjs';
import { frameOf } from '../frame.mjs';
import { figuresOf } from '../kpis.mjs';
import { listUrl } from '../lists.mjs';
import { labelOf } from '../places.mjs';

const FIELDS = {
  active: 'active-users', new: 'new-users', returning: 'returning-users', resurrected: 'resurrected-users', dormant: 'dormant-users',
};

export async function differences(facts, question, fetchRows) {
  const found = [];
  let compared = 0;
  for (const granularity of ['week', 'month']) {
    const frame = frameOf({ ...question, granularity });
    const figures = figuresOf(facts, frame, Object.values(FIELDS));
    for (const team of ['org', ...facts.roster.groups]) {
      const rows = await fetchRows(listUrl(question, 'growth', { granularity, team, from: question.from }));
      for (let index = 0; index < frame.periods.length; index++) {
        const period = frame.periods[index].label;
        const row = rows.find(one => labelOf(one.period, granularity, frame.zone) === period);
        for (const [field, kpi] of Object.entries(FIELDS)) {
          compared++;
          const told = row && { value: row[field], withheld: row[field] === null, withheldBecause: row.withheldBecause };
          const difference = differenceOf(kpi, figures[kpi](team, '*', index), told, question.floor);
          if (difference) found.push({ granularity, team, period, field, ...difference });
        }
      }
    }
  }
  return { found, compared };
}
