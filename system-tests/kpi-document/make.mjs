#!/usr/bin/env node
// Writes docs/kpis.md: node kpi-document/make.mjs --api http://127.0.0.1:8481
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { documentOf, exampleOf, readKpis } from './table.mjs';

const place = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A row of the latest whole period, of a team rather than of all where there are teams, told rather than withheld. */
export function exampleRow(rows) {
  const whole = rows.filter(row => !row.partial);
  const latest = whole.map(row => row.period).sort().at(-1);
  const candidates = whole.filter(row => row.period === latest);
  const told = candidates.filter(row => row.value !== null && row.value !== 0);
  return told.find(row => row.team !== 'org') ?? told[0] ?? candidates[0] ?? rows[0];
}

async function main() {
  const { values } = parseArgs({ options: { api: { type: 'string', default: 'http://127.0.0.1:8481' } } });
  const kpis = readKpis(place('schemas/src/main/resources/footlights/kpis.yaml'));
  const answers = {};
  for (const [number, kpi] of kpis.entries()) {
    const response = await fetch(`${values.api}${exampleOf(kpi)}`);
    if (!response.ok) throw new Error(`${exampleOf(kpi)} answered ${response.status}: ${await response.text()}`);
    answers[kpi.id] = JSON.stringify(exampleRow((await response.json()).rows));
    process.stderr.write(`\r${number + 1} of ${kpis.length} KPIs`);
  }
  writeFileSync(place('docs/kpis.md'), documentOf(kpis, answers));
  process.stderr.write('\ndocs/kpis.md is written.\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main();
}
