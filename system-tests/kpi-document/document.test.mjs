// docs/kpis.md says what the catalogue says, no more and no less.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { exampleRow } from './make.mjs';
import { documentOf, GROUPS, readKpis, wordsOf } from './table.mjs';

const place = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const kpis = readKpis(place('schemas/src/main/resources/footlights/kpis.yaml'));
const rowsOf = text => text.split('\n').filter(line => line.startsWith('| `'));

/** Catalogue and document differ in these ids. */
const stale = text => {
  const rows = rowsOf(text);
  const expected = Object.keys(GROUPS).flatMap(group => kpis.filter(kpi => kpi.group === group));
  return expected.filter((kpi, number) => !rows[number]?.startsWith(`| ${wordsOf(kpi).join(' | ')} | \``)).map(kpi => kpi.id)
    .concat(rows.slice(expected.length));
};

test('the document holds every KPI in its present words', () => {
  assert.equal(Object.keys(GROUPS).flatMap(group => kpis.filter(kpi => kpi.group === group)).length, kpis.length);
  assert.deepEqual(stale(readFileSync(place('docs/kpis.md'), 'utf8')), []);
});

test('each row ends with an answer', () => {
  for (const row of rowsOf(readFileSync(place('docs/kpis.md'), 'utf8'))) {
    assert.match(row, /\| `\{"period":"\d{4}-\d\d-\d\d","team":".*\}` \|$/);
  }
});

test('a changed word, a missing and a surplus KPI are found', () => {
  const answers = Object.fromEntries(kpis.map(kpi => [kpi.id, '{}']));
  const text = documentOf(kpis, answers);
  assert.deepEqual(stale(text), []);
  assert.deepEqual(stale(text.replace(kpis[3].definition, 'Another.')), [kpis[3].id]);
  assert.notDeepEqual(stale(documentOf(kpis.slice(1), answers)), []);
  assert.notDeepEqual(stale(documentOf([...kpis, { ...kpis[0], id: 'made-up', group: 'data-health' }], answers)), []);
});

test('the example is a told row of the latest whole period', () => {
  const row = (period, team, value, partial) => ({ period, team, value, ...(partial ? { partial } : {}) });
  assert.deepEqual(
    exampleRow([row('2026-11-02', 'a', 1), row('2026-11-09', 'org', 3), row('2026-11-09', 'a', null), row('2026-11-09', 'b', 2), row('2026-11-16', 'b', 9, true)]),
    row('2026-11-09', 'b', 2));
});
