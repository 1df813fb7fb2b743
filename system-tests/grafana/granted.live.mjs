// What Grafana's user can do in ClickHouse, with grants that ClickHouse itself enforces. Needs the built jars, and no demo:
//   node grafana/granted.live.mjs
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, sqlOf } from './clickhouse.mjs';
import { GrantedEngine, settingsOf } from './engine.mjs';
import { dashboardNames, dashboardOf, queriesOf, ruleGroups, textOf } from './files.mjs';
import { grantsOf } from './grants.mjs';
import { Scope, wholeWeeks } from './scope.mjs';

const script = textOf('clickhouse-user.sql');
const grants = grantsOf(script).filter(each => each.database === 'footlights');
const engine = new GrantedEngine();
const run = (sql, database = 'footlights') => ask(engine.url, database, sql);
const scope = new Scope({ team: 'org', zone: 'UTC' }, wholeWeeks(4)[0], new Date(), 900);
let tables;

before(() => engine.start(script, async url => {
  const found = await ask(url, 'footlights', 'SELECT table, groupArray(name) AS columns FROM system.columns WHERE database = \'footlights\' GROUP BY table', 'JSON');
  tables = new Map(found.data.map(each => [each.table, each.columns]));
}));
after(() => engine.close());

const targets = [
  ...dashboardNames().flatMap(name => queriesOf(dashboardOf(name)).map(each => each.target)),
  ...ruleGroups().flatMap(group => group.rules.flatMap(rule => rule.data.map(each => each.model))),
].filter(each => each.rawSql);

test('every panel\'s, variable\'s and rule\'s query is allowed', async () => {
  assert.ok(targets.length > 8);
  for (const target of targets) {
    await run(sqlOf(target, scope));
  }
});

test('no other table of Footlights can be read, whatever is asked of it', async () => {
  const others = [...tables.keys()].filter(table => !grants.some(each => each.table === table));
  assert.ok(['activity_facts', 'roster', 'survey_answers', 'kpi_rollups', 'first_uses'].every(each => others.includes(each)), others.join());
  for (const table of others) {
    await assert.rejects(run(`SELECT count() FROM ${table}`), /ACCESS_DENIED/, table);
    await assert.rejects(run(`SELECT ${tables.get(table)[0]} FROM ${table} LIMIT 1`), /ACCESS_DENIED/, table);
    await assert.rejects(run(`SELECT 1 FROM event_ledger WHERE 1 IN (SELECT count() FROM ${table})`), /ACCESS_DENIED/, table);
    await assert.rejects(run(`SELECT count() FROM merge('footlights', '^${table}$')`), /ACCESS_DENIED|UNKNOWN_TABLE|CANNOT_EXTRACT_TABLE_STRUCTURE|BAD_ARGUMENTS/, table);
  }
});

test('of the tables that can be read, no other column can', async () => {
  for (const { table, columns } of grants) {
    for (const column of tables.get(table).filter(each => !columns.includes(each))) {
      await assert.rejects(run(`SELECT ${column} FROM ${table}`), /ACCESS_DENIED/, `${table}.${column}`);
    }
  }
  await assert.rejects(run('SELECT * FROM check_results'), /ACCESS_DENIED/);
});

test('nothing can be written, no file and no other server read, no limit raised', async () => {
  for (const sql of [
    'INSERT INTO event_ledger (slot) VALUES (now())', 'CREATE TABLE mine (a Int32) ENGINE = Memory', 'DROP TABLE event_ledger', 'TRUNCATE TABLE freshness',
    'ALTER TABLE freshness DELETE WHERE 1', 'SELECT * FROM file(\'/etc/hostname\', \'LineAsString\')', 'SELECT * FROM url(\'http://127.0.0.1:1/\', \'LineAsString\')',
    'SELECT * FROM remote(\'127.0.0.1\', \'footlights.roster\')', 'GRANT SELECT ON footlights.* TO default', 'CREATE USER other',
  ]) {
    await assert.rejects(run(sql), /ACCESS_DENIED|READONLY/, sql);
  }
  const limited = settingsOf(script).filter(each => each.max);
  assert.ok(limited.length > 2);
  for (const { name, max } of limited) {
    await assert.rejects(run(`SELECT 1 SETTINGS ${name} = ${Number(max) + 1}`), /SETTING_CONSTRAINT_VIOLATION/, name);
  }
});
