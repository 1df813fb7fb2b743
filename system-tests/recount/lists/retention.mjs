// /retention: of the people who were first there in a period, how many were there again so many periods later.
import { differenceOf } from '../differ.mjs';
import { figure, ratio } from '../figures.mjs';
import { frameOf } from '../frame.mjs';
import { listUrl } from '../lists.mjs';
import { labelOf } from '../places.mjs';
import { periodOf } from '../periods.mjs';

export async function differences(facts, question, fetchRows) {
  const found = [];
  let compared = 0;
  for (const granularity of ['week', 'month']) {
    // Cohorts are of whole periods, so that the first asked one isn't cut off.
    const from = periodOf(Date.parse(`${question.from}T00:00:00Z`), granularity, 'UTC');
    const frame = frameOf({ ...question, from, granularity });
    for (const team of ['org', ...facts.roster.groups]) {
      const cohorts = cohortsOf(facts, frame, team);
      const rows = await fetchRows(listUrl(question, 'retention', { granularity, team, from }));
      const answered = new Map(rows.map(row => [labelOf(row.cohort, granularity, frame.zone), row]));
      cohorts.forEach(({ people, active }, start) => {
        const cohort = frame.periods[start].label;
        const row = answered.get(cohort);
        const check = (name, counted, told) => {
          compared++;
          const difference = differenceOf(name, counted, told, question.floor);
          if (difference) found.push({ granularity, team, cohort, figure: name, ...difference });
        };
        check('people', figure(people, people), row && { ...row, value: row.people });
        active.forEach((number, offset) => {
          const cell = row?.cells.find(one => one.offset === offset);
          check(`${offset} later`, figure(number, number), cell);
          check(`rate ${offset} later`, figure(ratio(number, people), number, people), cell && { ...cell, value: cell.rate });
        });
      });
    }
  }
  return { found, compared };
}

/** Per period {people, active}: how many were first there in it, and how many of them were there in it and in each later one. */
function cohortsOf(facts, frame, team) {
  const cohorts = frame.periods.map((period, start) => ({ people: 0, active: frame.periods.slice(start).map(() => 0) }));
  for (const additions of facts.scopes.get(`${team}\n*`)?.people.values() ?? []) {
    const start = frame.indexOf(additions[0].at);
    if (start < 0) continue;
    cohorts[start].people++;
    const periods = new Set(additions.map(({ at }) => frame.indexOf(at)).filter(index => index >= 0));
    for (const index of periods) cohorts[start].active[index - start]++;
  }
  return cohorts;
}
