// /matrix: a KPI's total for each team and feature.
import { compareRows } from '../compare.mjs';
import { frameOf } from '../frame.mjs';
import { figuresOf } from '../kpis.mjs';
import { listUrl } from '../lists.mjs';
import { groupingsOf, placesOf } from '../places.mjs';

export async function differences(facts, question, fetchRows) {
  const found = [];
  let compared = 0;
  const frame = frameOf({ ...question, granularity: 'total' });
  const kpis = question.kpis.filter(kpi => groupingsOf(question.catalogue[kpi].dimensions).includes('team,feature'));
  const figures = figuresOf(facts, frame, kpis);
  const places = placesOf(facts, frame, 'team,feature');
  for (const kpi of kpis) {
    const rows = await fetchRows(listUrl(question, 'matrix', { kpi, from: question.from }));
    const result = compareRows(kpi, figures[kpi], rows, { frame, places, floor: question.floor });
    compared += result.compared;
    for (const difference of result.found) found.push({ kpi, ...difference });
  }
  return { found, compared };
}
