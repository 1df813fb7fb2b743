// Where the running demo is, from the command line, and how to ask it what panels ask.
import { parseArgs } from 'node:util';
import { runClickHouse } from './clickhouse.mjs';
import { runInfinity } from './infinity.mjs';
import { evaluate } from './promql.mjs';
import { scrapes } from './metrics.mjs';

const { values } = parseArgs({
  options: {
    dashboard: { type: 'string' },
    ingest: { type: 'string', default: 'http://127.0.0.1:8480' },
    api: { type: 'string', default: 'http://127.0.0.1:8481' },
    clickhouse: { type: 'string', default: 'http://127.0.0.1:8482' },
    database: { type: 'string', default: 'footlights' },
    streams: { type: 'string', default: 'http://127.0.0.1:8485' },
  },
});

export const stack = values;

let scraped;

/** Runs a query and gives a frame: {fields, length, seen, labels}; labels only of PromQL. */
export async function run(target, scope) {
  switch (target.datasource.uid) {
    case 'footlights-api':
      return runInfinity(target, scope, stack.api);
    case 'footlights-clickhouse':
      return runClickHouse(target, scope, stack.clickhouse, stack.database);
    case 'footlights-prometheus': {
      scraped ??= scrapes({ 'footlights-ingest': stack.ingest, 'footlights-query': stack.api, 'footlights-streams': stack.streams });
      const samples = evaluate(scope.fill(target.expr), await scraped);
      const found = Array.isArray(samples) ? samples : [{ labels: {}, value: samples }];
      return { fields: { value: found.map(each => each.value) }, length: found.length, seen: ['value'], labels: found.map(each => each.labels) };
    }
    default:
      throw new Error(`no data source ${target.datasource.uid}`);
  }
}

/** The names of all metrics that there are. */
export async function metricNames() {
  scraped ??= scrapes({ 'footlights-ingest': stack.ingest, 'footlights-query': stack.api, 'footlights-streams': stack.streams });
  return new Set((await scraped)[1].samples.map(each => each.labels.__name__));
}

/** A document of the API. */
export async function document(path) {
  const response = await fetch(stack.api + path);
  if (!response.ok) {
    throw new Error(`${path} answered ${response.status}`);
  }
  return response.json();
}
