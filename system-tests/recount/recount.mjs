#!/usr/bin/env node
// Counts adoption figures from the events as they were sent, with plain loops and no code of the services;
// prints them, or holds a running API against them. What it counts by is written in README.md.
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { cellsOf, KPIS } from './cells.mjs';
import { differences } from './compare.mjs';
import { countEvents } from './count.mjs';
import { readEvents } from './events.mjs';
import { readFeatures } from './features.mjs';
import { fetchRows } from './pages.mjs';
import { GRANULARITIES } from './periods.mjs';
import { readRoster } from './roster.mjs';

const USAGE = `usage: recount.mjs [compare] (--events FILE | --import FILE)… --from DAY --to DAY [options]
  --events FILE       NDJSON of live events in order of sending; may be given again
  --import FILE       the same of an import; each file is one batch; sent in the order of the options
  --catalog PLACE     Backstage catalog YAML, a file or directory; may be given again
  --features FILE     feature rules (default: the shipped ones)
  --received-at TIME  when the events arrived, ISO (default: now)
  --zone ZONE         reporting zone (default: UTC)
  --granularity LIST  of ${GRANULARITIES.join(', ')} (default: all)
  --kpi LIST          of ${Object.keys(KPIS).join(', ')} (default: all)
  --api URL           compare: the query API
  --floor N           compare: figures about 1 to N-1 people must be withheld (default: 5)`;

const LONGEST_REPORT = 50;

async function main() {
  const { values, positionals, tokens } = parseArgs({
    allowPositionals: true,
    tokens: true,
    options: {
      events: { type: 'string', multiple: true },
      import: { type: 'string', multiple: true },
      catalog: { type: 'string', multiple: true, default: [] },
      features: { type: 'string', default: fileURLToPath(new URL(
        '../../schemas/src/main/resources/footlights/features.yaml', import.meta.url)) },
      'received-at': { type: 'string', default: new Date().toISOString() },
      zone: { type: 'string', default: 'UTC' },
      granularity: { type: 'string', default: GRANULARITIES.join() },
      kpi: { type: 'string', default: Object.keys(KPIS).join() },
      from: { type: 'string' },
      to: { type: 'string' },
      api: { type: 'string' },
      floor: { type: 'string', default: '5' },
    },
  });
  const files = tokens.filter(token => token.kind === 'option' && ['events', 'import'].includes(token.name));
  const compares = positionals[0] === 'compare';
  if (files.length === 0 || !values.from || !values.to || (compares && !values.api)) {
    console.error(USAGE);
    return 2;
  }
  const counted = countEvents(
    files.flatMap(file => readEvents(file.value, file.name === 'import' ? file.value : '')),
    {
      features: readFeatures(values.features),
      roster: readRoster(values.catalog),
      receivedAt: Date.parse(values['received-at']),
    });
  const question = {
    from: values.from, to: values.to, zone: values.zone, api: values.api, floor: Number(values.floor),
    granularities: values.granularity.split(','), kpis: values.kpi.split(','),
  };
  return compares ? compare(counted, question) : print(counted, question);
}

function print(counted, question) {
  const rows = [];
  for (const granularity of question.granularities) {
    for (const cell of cellsOf(counted, { ...question, granularity }).values()) {
      const figures = Object.fromEntries(question.kpis.map(kpi => [kpi, KPIS[kpi](cell)]));
      rows.push({ granularity, period: cell.period, team: cell.team, feature: cell.feature, ...figures });
    }
  }
  console.log(JSON.stringify(rows, null, 1));
  return 0;
}

async function compare(counted, question) {
  const { found, compared } = await differences(counted, question, fetchRows);
  for (const difference of found.slice(0, LONGEST_REPORT)) console.log(JSON.stringify(difference));
  if (found.length > LONGEST_REPORT) console.log(`… and ${found.length - LONGEST_REPORT} more`);
  console.log(`${compared} cells over ${counted.length} counted events: ${found.length} differ`);
  return found.length === 0 ? 0 : 1;
}

process.exitCode = await main();
