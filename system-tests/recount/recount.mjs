#!/usr/bin/env node
// Counts adoption figures from the events as they were sent, with plain loops and no code of the services;
// prints them, or holds a running API against them. What it counts by is written in README.md.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { differences } from './compare.mjs';
import { readEvents } from './events.mjs';
import { factsOf } from './facts.mjs';
import { readFeatures } from './features.mjs';
import { frameOf } from './frame.mjs';
import { figuresOf, KPIS, readCatalogue, untold } from './kpis.mjs';
import { LISTS, listDifferences } from './lists.mjs';
import { fetchRows } from './pages.mjs';
import { GRANULARITIES } from './periods.mjs';
import { groupingsOf, isTold, placesOf } from './places.mjs';
import { readChecklist, readChecks, readOutcomes } from './reports.mjs';
import { readRoster } from './roster.mjs';

const USAGE = `usage: recount.mjs [compare] (--events FILE | --import FILE)… --from DAY --to DAY [options]
  --events FILE       NDJSON of live events in order of sending; may be given again
  --import FILE       the same of an import; each file is one batch; sent in the order of the options
  --outcomes FILE     NDJSON of template outcomes in order of sending; may be given again
  --checks FILE       NDJSON of check results in order of sending; may be given again
  --catalog PLACE     Backstage catalog YAML, a file or directory; may be given again
  --features FILE     feature rules (default: the shipped ones)
  --onboarding FILE   the checklist (default: the shipped one)
  --hourly-rate N     money per hour of working time
  --received-at TIME  when the events arrived, all together, ISO (default: now, and what depends on it is left out)
  --asked-at TIME     when the figures are asked for, ISO (default: now)
  --zone ZONE         reporting zone (default: UTC)
  --granularity LIST  of ${GRANULARITIES.join(', ')} (default: all)
  --kpis LIST         of ${KPIS.join(', ')} (default: all that can be told); none for none
  --lists LIST        compare: also of ${LISTS.join(', ')} (default: none)
  --api URL           compare: the query API
  --floor N           compare: figures about 1 to N-1 people must be withheld (default: 5)`;

const LONGEST_REPORT = 50;

const shipped = name => fileURLToPath(new URL(`../../schemas/src/main/resources/footlights/${name}`, import.meta.url));

async function main() {
  const { values, positionals, tokens } = parseArgs({
    allowPositionals: true,
    tokens: true,
    options: {
      events: { type: 'string', multiple: true },
      import: { type: 'string', multiple: true },
      outcomes: { type: 'string', multiple: true, default: [] },
      checks: { type: 'string', multiple: true, default: [] },
      catalog: { type: 'string', multiple: true, default: [] },
      features: { type: 'string', default: shipped('features.yaml') },
      onboarding: { type: 'string', default: shipped('onboarding.yaml') },
      'hourly-rate': { type: 'string' },
      'received-at': { type: 'string' },
      'asked-at': { type: 'string', default: new Date().toISOString() },
      zone: { type: 'string', default: 'UTC' },
      granularity: { type: 'string', default: GRANULARITIES.join() },
      kpis: { type: 'string' },
      lists: { type: 'string', default: '' },
      from: { type: 'string' },
      to: { type: 'string' },
      api: { type: 'string' },
      floor: { type: 'string', default: '5' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const files = tokens.filter(token => token.kind === 'option' && ['events', 'import'].includes(token.name));
  const compares = positionals[0] === 'compare';
  if (files.length === 0 || !values.from || !values.to || (compares && !values.api)) {
    console.error(USAGE);
    return 2;
  }
  const facts = readFacts(files, values);
  const question = {
    from: values.from, to: values.to, zone: values.zone, api: values.api, floor: Number(values.floor),
    granularities: values.granularity.split(','), kpis: askedKpis(facts, values.kpis),
    lists: values.lists === '' ? [] : values.lists.split(','), catalogue: readCatalogue(shipped('kpis.yaml')),
  };
  return compares ? compare(facts, question) : print(facts, question);
}

function readFacts(files, values) {
  const now = new Date().toISOString();
  return factsOf({
    events: files.flatMap(file => readEvents(file.value, file.name === 'import' ? file.value : '')),
    outcomes: values.outcomes.flatMap(readOutcomes),
    checks: values.checks.flatMap(readChecks),
  }, {
    features: readFeatures(values.features),
    roster: readRoster(values.catalog),
    checklist: existsSync(values.onboarding) ? readChecklist(values.onboarding) : null,
    hourlyRate: values['hourly-rate'] === undefined ? null : Number(values['hourly-rate']),
    receivedAt: Date.parse(values['received-at'] ?? now),
    receivedTogether: values['received-at'] !== undefined,
    askedAt: Date.parse(values['asked-at']),
  });
}

/** The asked KPIs, or all that can be told; what can't is named, never passed over in silence. */
function askedKpis(facts, list) {
  const asked = list === 'none' ? [] : (list?.split(',') ?? KPIS);
  const unknown = asked.find(kpi => !KPIS.includes(kpi));
  if (unknown !== undefined) throw new Error(`No KPI "${unknown}": one of ${KPIS.join(', ')}`);
  const missing = untold(facts);
  for (const kpi of asked.filter(one => one in missing)) console.error(`${kpi} left out: it needs ${missing[kpi]}`);
  return asked.filter(kpi => !(kpi in missing));
}

function print(facts, question) {
  const rows = [];
  for (const granularity of question.granularities) {
    const frame = frameOf({ ...question, granularity });
    const kpis = question.kpis.filter(kpi => isTold(question.catalogue[kpi].finest, granularity));
    const figures = figuresOf(facts, frame, kpis);
    for (const groupBy of ['team', 'team,feature']) {
      const told = kpis.filter(kpi => groupBy === 'team' || groupingsOf(question.catalogue[kpi].dimensions).includes('team,feature'));
      for (const { team, feature } of placesOf(facts, frame, groupBy)) {
        frame.periods.forEach(({ label }, index) => {
          const values = told.map(kpi => [kpi, figures[kpi](team, feature, index).value]);
          if (values.some(([, value]) => value)) rows.push({ granularity, period: label, team, feature, ...Object.fromEntries(values) });
        });
      }
    }
  }
  console.log(JSON.stringify(rows, null, 1));
  return 0;
}

async function compare(facts, question) {
  const cells = await differences(facts, question, fetchRows);
  const lists = await listDifferences(facts, question, fetchRows);
  const found = [...cells.found, ...lists.found];
  for (const difference of found.slice(0, LONGEST_REPORT)) console.log(JSON.stringify(difference));
  if (found.length > LONGEST_REPORT) console.log(`… and ${found.length - LONGEST_REPORT} more`);
  const compared = cells.compared + lists.compared;
  console.log(`${compared} cells over ${facts.counted.length} counted events: ${found.length} differ`);
  return found.length === 0 ? 0 : 1;
}

process.exitCode = await main();
