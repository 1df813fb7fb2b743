// What the live tests stand on: selectors, macros and PromQL work as Grafana's plugins do, and faults are found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sqlOf } from './clickhouse.mjs';
import { settingsOf, usersXml } from './engine.mjs';
import { frameOf, gjsonTakes, rowsOf } from './infinity.mjs';
import { samplesOf } from './metrics.mjs';
import { evaluate, metricsOf } from './promql.mjs';
import { Scope, timesOf, wholeWeeks } from './scope.mjs';

const scope = new Scope({ team: 'group:default/o\'hara' }, new Date('2026-10-26T00:00:00Z'), new Date('2026-11-22T23:59:59Z'), 900);

test('variables are filled in by their format, and unknown ones are found', () => {
  assert.equal(scope.fill('${team:raw} ${team:sqlstring} ${team:queryparam}'), 'group:default/o\'hara \'group:default/o\'\'hara\' var-team=group%3Adefault%2Fo\'hara');
  assert.equal(scope.fill('${__from:date:YYYY-MM-DD}..${__to:date:YYYY-MM-DD}'), '2026-10-26..2026-11-22');
  assert.throws(() => scope.fill('${taem}'), /nothing fills/);
});

test('weeks are those that are over', () => {
  const wednesday = new Date('2026-11-25T20:00:00Z');
  assert.deepEqual(wholeWeeks(4, wednesday).map(each => each.toISOString()), ['2026-10-26T00:00:00.000Z', '2026-11-22T23:59:59.999Z']);
  assert.deepEqual(wholeWeeks(1, new Date('2026-11-29T01:00:00Z'))[0].toISOString(), '2026-11-16T00:00:00.000Z');
  assert.throws(() => timesOf({ from: 'now-1y', to: 'now' }), /unknown time/);
});

test('macros become SQL, and unknown ones are found', () => {
  assert.equal(sqlOf({ rawSql: 'SELECT $__timeInterval(slot) WHERE $__timeFilter(slot)' }, scope),
    'SELECT toStartOfInterval(toDateTime(slot), INTERVAL 900 second) WHERE slot >= toDateTime(1792972800) AND slot <= toDateTime(1795391999)');
  assert.throws(() => sqlOf({ rawSql: '$__timeGroup(x)' }, scope), /no macro/);
});

test('a root selector is a path or JSONata that gjson can\'t take for itself', async () => {
  const answer = { rows: [{ team: 'a', cells: [{ rate: 1 }] }, { team: 'b', cells: [] }] };
  assert.deepEqual(await rowsOf(answer, 'rows.1.team'), ['b']);
  assert.deepEqual(await rowsOf(answer, '$append($filter(rows, function($r) { $r.team = "b" }), [])'), [answer.rows[1]]);
  await assert.rejects(rowsOf(answer, 'row'), /has no row/);
  await assert.rejects(rowsOf(answer, 'rows.{"team": team}'), /gjson would read/);
  assert.ok(gjsonTakes('[rows.team]') && gjsonTakes('rows.@reverse') && !gjsonTakes('$map(rows, function($r) { {"a": $r.team} })'));
});

test('columns have their types, and misspelt ones are never seen', () => {
  const rows = [{ value: null, period: '2026-11-16', 'a': { b: 1 } }, { value: 3, period: '2026-11-23', a: {} }];
  const column = (selector, type, text = '') => ({ selector, text, type });
  assert.deepEqual(frameOf(rows, [column('value', 'number'), column('a.b', 'number')]), { fields: { 'a.b': [1, null], value: [null, 3] }, length: 2, seen: ['a.b', 'value'] });
  assert.deepEqual(frameOf(rows, [column('valeu', 'number')]).seen, []);
  assert.throws(() => frameOf(rows, [column('period', 'number')]), /is no number/);
  assert.throws(() => frameOf(rows, [column('value', 'number', 'Value')]), /with a text/);
});

const scrape = (time, text) => ({ time, samples: samplesOf(text, 'ingest') });
const two = [
  scrape(0, 'a_total{x="1"} 10\na_total{x="2"} 5\nb_bucket{le="1.0"} 0\nb_bucket{le="+Inf"} 0\nc 7'),
  scrape(10, 'a_total{x="1"} 30\na_total{x="2"} 5\nb_bucket{le="1.0"} 3\nb_bucket{le="+Inf"} 4\nc 7'),
];
const values = text => [evaluate(text, two)].flat().map(each => each.value ?? each);

test('PromQL is worked out over two scrapes', () => {
  assert.deepEqual(values('sum(rate(a_total[5m]))'), [2]);
  assert.deepEqual(values('sum by (x) (increase(a_total[1m]))'), [120, 0]);
  assert.deepEqual(values('a_total{x=~"2|3"}'), [5]);
  assert.deepEqual(values('time() - c'), [3]);
  assert.deepEqual(values('sum(a_total) - sum(c) - (sum(d_total) or vector(0))'), [28]);
  assert.deepEqual(values('clamp_min(c, 9) / 3'), [3]);
  assert.deepEqual(values('histogram_quantile(0.5, sum by (le) (rate(b_bucket[1m])))').map(each => each.toFixed(4)), ['0.6667']);
});

test('metrics and labels that there are not, and what isn\'t PromQL, are found', () => {
  assert.deepEqual([...metricsOf('sum(rate(a_total{x="1"}[5m])) / c')], ['a_total', 'c']);
  assert.deepEqual(values('a_totla'), []);
  assert.throws(() => evaluate('a_total{y="1"}', two), /has no label y/);
  assert.throws(() => evaluate('sum(a_total', two), /not PromQL/);
  assert.throws(() => evaluate('stddev(a_total)', two), /isn't known/);
});

test('the script of the user becomes the engine\'s file of users', () => {
  const sql = `-- a comment
CREATE SETTINGS PROFILE IF NOT EXISTS p SETTINGS readonly = 2, max_result_rows = 10 MAX 20;
CREATE USER IF NOT EXISTS u IDENTIFIED BY 'x' SETTINGS PROFILE 'p';
GRANT SELECT(a, b) ON f.t TO u;`;
  assert.deepEqual(settingsOf(sql), [{ name: 'readonly', value: '2', max: undefined }, { name: 'max_result_rows', value: '10', max: '20' }]);
  const xml = usersXml(sql);
  assert.ok(xml.includes('<grants><query>GRANT SELECT(a, b) ON f.t</query></grants>'));
  assert.ok(xml.includes('<default><readonly>2</readonly><max_result_rows>10</max_result_rows><constraints><max_result_rows><max>20</max></max_result_rows></constraints></default>'));
  assert.throws(() => settingsOf('CREATE SETTINGS PROFILE p SETTINGS readonly = 2 MIN 1'), /MIN/);
});
