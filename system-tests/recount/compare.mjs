// Asks the API for every cell and holds it against the recount.
import { cellKey, cellsOf, KPIS } from './cells.mjs';
import { periodOf } from './periods.mjs';

const GROUPINGS = ['team', 'feature', 'team,feature'];

/**
 * Every cell where the API and the recount differ: [{kpi, groupBy, granularity, team, feature, period, counted, answered}].
 *
 * @param counted what countEvents gave
 * @param question api, from, to, zone, granularities, kpis, floor (the smallest group whose figures are shown)
 * @param fetchRows (url) => every row of the answer, paged through
 */
export async function differences(counted, question, fetchRows) {
  const found = [];
  let compared = 0;
  for (const granularity of question.granularities) {
    const cells = cellsOf(counted, { ...question, granularity });
    for (const groupBy of GROUPINGS) {
      const wanted = [...cells.values()].filter(cell => isAskedFor(cell, groupBy));
      for (const kpi of question.kpis) {
        const rows = await fetchRows(urlOf(question, kpi, groupBy, granularity));
        const answers = new Map();
        for (const row of rows) {
          const key = cellKey(row.team, row.feature, labelOf(row.period, granularity, question.zone));
          if (answers.has(key)) found.push({ kpi, groupBy, granularity, ...row, counted: 'one row', answered: 'two rows' });
          answers.set(key, row);
        }
        for (const cell of wanted) {
          compared++;
          const key = cellKey(cell.team, cell.feature, cell.period);
          const difference = differenceOf(expectation(cell, kpi, question.floor), answers.get(key));
          if (difference) found.push({ kpi, groupBy, granularity, ...place(cell), ...difference });
          answers.delete(key);
        }
        for (const row of answers.values()) {
          compared++;
          const difference = differenceOf({ value: 0, withheld: false }, row);
          if (difference) found.push({ kpi, groupBy, granularity, ...place(row), ...difference });
        }
      }
    }
  }
  return { found, compared };
}

/** By team: over all features. By feature: over everyone. By both: each team in each feature. */
function isAskedFor(cell, groupBy) {
  if (groupBy === 'team') return cell.feature === '*';
  if (groupBy === 'feature') return cell.team === 'org' && cell.feature !== '*';
  return cell.feature !== '*';
}

function urlOf({ api, from, to, zone }, kpi, groupBy, granularity) {
  const url = new URL(`${api.replace(/\/$/, '')}/api/v1/kpis/${kpi}`);
  for (const [name, value] of Object.entries({ from, to, zone, granularity, groupBy })) url.searchParams.set(name, value);
  return url;
}

/** The API's name of a period in the recount's words: hours as instants, the rest by their first day. */
function labelOf(period, granularity, zone) {
  if (granularity === 'total') return 'total';
  return granularity === 'hour' ? periodOf(Date.parse(period), 'hour', zone) : period.slice(0, 10);
}

/** Figures about fewer people than the floor, but about someone, must be withheld. */
function expectation(cell, kpi, floor) {
  const withheld = cell.people.size > 0 && cell.people.size < floor;
  return withheld ? { value: null, withheld } : { value: KPIS[kpi](cell), withheld };
}

function differenceOf(expected, row) {
  const answer = row ?? { value: 0, withheld: false };
  const withheld = answer.withheld === true;
  const same = withheld === expected.withheld
    && (withheld ? answer.value === null : Math.abs(answer.value - expected.value) <= 1e-6);
  const word = side => (side.withheld ? 'withheld' : side.value);
  return same ? null : { counted: word(expected), answered: row === undefined ? 'no row' : word(answer) };
}

function place({ team, feature, period }) {
  return { team, feature, period };
}
