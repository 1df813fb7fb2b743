// Asks the API for every cell and holds it against the recount.
import { scopeKey } from './cells.mjs';
import { differenceOf } from './differ.mjs';
import { frameOf } from './frame.mjs';
import { figuresOf } from './kpis.mjs';
import { groupingsOf, isTold, labelOf, placesOf } from './places.mjs';

/** Questions that are asked together, as a page does. */
const AT_ONCE = 4;
const DAY = 86_400_000;
const MOST_DAYS_OF_HOURS = 7;

/**
 * Every cell where the API and the recount differ: [{kpi, groupBy, granularity, team, feature, period, counted, answered}].
 *
 * @param facts what factsOf gave
 * @param question api, from, to, zone, granularities, kpis, catalogue (of the KPIs), floor (the smallest group whose
 *     figures are shown)
 * @param fetchRows (url) => every row of the answer, paged through
 */
export async function differences(facts, question, fetchRows) {
  const found = [];
  let compared = 0;
  for (const asked of questionsOf(question)) {
    const { granularity } = asked;
    const kpis = question.kpis.filter(kpi => isTold(question.catalogue[kpi].finest, granularity));
    const frame = frameOf(asked);
    const figures = figuresOf(facts, frame, kpis);
    for (const groupBy of ['', 'team', 'feature', 'team,feature']) {
      const places = placesOf(facts, frame, groupBy);
      const grouped = kpis.filter(one => groupingsOf(question.catalogue[one].dimensions).includes(groupBy));
      for (let first = 0; first < grouped.length; first += AT_ONCE) {
        const some = grouped.slice(first, first + AT_ONCE);
        const answers = await Promise.all(some.map(kpi => fetchRows(urlOf(asked, kpi, groupBy))));
        some.forEach((kpi, index) => {
          const result = compareRows(kpi, figures[kpi], answers[index], { frame, places, floor: question.floor });
          compared += result.compared;
          for (const difference of result.found) found.push({ kpi, groupBy, granularity, ...difference });
        });
      }
    }
  }
  return { found, compared };
}

/** Holds the rows of one answer against the figures of all places and periods, and of whatever else has a row. */
export function compareRows(kpi, figureOf, rows, { frame, places, floor }) {
  const found = [];
  let compared = 0;
  const periods = frame.periods.map(({ label }) => label);
  const answers = new Map();
  for (const row of rows) {
    const period = labelOf(row.period, frame.granularity, frame.zone);
    const key = scopeKey(row.team, row.feature);
    if (!answers.has(key)) answers.set(key, new Map());
    const known = answers.get(key);
    if (known.has(period)) found.push({ ...placeOf(row), period, counted: 'one row', answered: 'two rows' });
    if (!periods.includes(period)) found.push({ ...placeOf(row), period, counted: 'no such period', answered: row.value });
    known.set(period, row);
  }
  const required = new Set(places.map(({ team, feature }) => scopeKey(team, feature)));
  for (const key of new Set([...required, ...answers.keys()])) {
    const [team, feature] = key.split('\n');
    for (let index = 0; index < periods.length; index++) {
      const row = answers.get(key)?.get(periods[index]);
      if (row === undefined && !required.has(key)) continue;
      compared++;
      const difference = differenceOf(kpi, figureOf(team, feature, index), row, floor);
      if (difference) found.push({ team, feature, period: periods[index], ...difference });
    }
  }
  return { found, compared };
}

/**
 * One question for each granularity, and several for long stretches of hours: the API bounds the cells of a question. Hours end
 * with their day, so that days can be asked in parts, each of which has rows for what was used in it.
 */
function questionsOf(question) {
  const questions = [];
  for (const granularity of question.granularities) {
    const last = Date.parse(question.to);
    const days = granularity === 'hour' ? MOST_DAYS_OF_HOURS : Infinity;
    for (let first = Date.parse(question.from); first <= last; first += days * DAY) {
      questions.push({ ...question, granularity, from: dayText(first), to: dayText(Math.min(last, first + (days - 1) * DAY)) });
    }
  }
  return questions;
}

function dayText(at) {
  return new Date(at).toISOString().slice(0, 10);
}

function urlOf({ api, from, to, zone, granularity }, kpi, groupBy) {
  const url = new URL(`${api.replace(/\/$/, '')}/api/v1/kpis/${kpi}`);
  for (const [name, value] of Object.entries({ from, to, zone, granularity })) url.searchParams.set(name, value);
  if (groupBy !== '') url.searchParams.set('groupBy', groupBy);
  return url;
}

function placeOf({ team, feature }) {
  return { team, feature };
}
