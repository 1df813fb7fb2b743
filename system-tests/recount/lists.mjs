// The answers beside the KPIs. Each list knows its own path and shape, so that a changed shape is changed in one place.
import * as funnels from './lists/funnels.mjs';
import * as growth from './lists/growth.mjs';
import * as matrix from './lists/matrix.mjs';
import * as retention from './lists/retention.mjs';
import * as tops from './lists/tops.mjs';

const BY_NAME = { funnels, growth, matrix, retention, tops };

export const LISTS = Object.keys(BY_NAME);

/** Where the asked lists and the recount differ, as differences() of the KPIs tells it. */
export async function listDifferences(facts, question, fetchRows) {
  const found = [];
  let compared = 0;
  for (const list of question.lists) {
    if (!(list in BY_NAME)) throw new Error(`No list "${list}": one of ${LISTS.join(', ')}`);
    const result = await BY_NAME[list].differences(facts, question, fetchRows);
    compared += result.compared;
    for (const difference of result.found) found.push({ list, ...difference });
  }
  return { found, compared };
}

/** The address of a list with what it is asked for. */
export function listUrl({ api, to, zone }, path, parameters) {
  const url = new URL(`${api.replace(/\/$/, '')}/api/v1/${path}`);
  for (const [name, value] of Object.entries({ to, zone, ...parameters })) url.searchParams.set(name, value);
  return url;
}
