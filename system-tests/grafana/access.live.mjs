// The user for Grafana: what clickhouse-user.sql grants is enough for every panel and rule, and tells nothing about people.
//   node grafana/access.live.mjs --clickhouse URL
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, runClickHouse, sqlOf } from './clickhouse.mjs';
import { dashboardNames, dashboardOf, queriesOf, ruleGroups, textOf } from './files.mjs';
import { inGranted, makeGranted, statementsOf } from './grants.mjs';
import { Scope, wholeWeeks } from './scope.mjs';
import { stack } from './stack.mjs';

const granted = `granted_${process.pid}`;
const script = textOf('clickhouse-user.sql');
const run = (database, sql, format) => ask(stack.clickhouse, database, sql, format);
const scope = new Scope({ team: 'org', zone: 'UTC' }, wholeWeeks(4)[0], new Date(Date.now() + 60_000), 900);

const statements = [
  ...dashboardNames().flatMap(name => queriesOf(dashboardOf(name)).map(({ place, target }) => [`${name}: ${place}`, target])),
  ...ruleGroups().flatMap(group => group.rules.flatMap(rule => rule.data.map(each => [`rule ${rule.title}`, each.model]))),
].filter(([, target]) => target.rawSql);

before(async () => {
  await makeGranted(run, script, stack.database, granted);
  await run(granted, 'INSERT INTO failed_events VALUES (0, 0, now64(3), \'late\', \'ingest\', \'native\'), (0, 1, now64(3), \'missing_field\', \'ingest\', \'native\')');
});
after(() => run(stack.database, `DROP DATABASE ${granted}`));

for (const [place, target] of statements) {
  test(`${place} needs no more than what is granted`, async () => {
    const frame = await runClickHouse(target, scope, stack.clickhouse, granted, inGranted);
    assert.ok(frame.length > 0, 'no row');
  });
}

test('pseudonyms, and columns and tables that aren\'t granted, are out of reach', async () => {
  await assert.rejects(run(granted, 'SELECT uniq(actor) FROM activity_facts'), /UNKNOWN_TABLE/);
  await assert.rejects(run(granted, 'SELECT fact FROM check_results'), /UNKNOWN_IDENTIFIER/);
});

test('every statement of the script is read by ClickHouse', async () => {
  for (const statement of statementsOf(script)) {
    const tree = await (await fetch(`${stack.clickhouse}/?database=${stack.database}`, { method: 'POST', body: `EXPLAIN AST ${statement}` })).text();
    assert.match(tree, /^(CreateUserQuery|CreateSettingsProfileQuery|GrantQuery)/, statement);
  }
});

test('the user itself reads what is granted and nothing else', async context => {
  const name = `footlights_grafana_${process.pid}`;
  const mine = statementsOf(script).map(each => each.replaceAll(/\bTO footlights_grafana\b|\bUSER IF NOT EXISTS footlights_grafana\b/g, all => all.replace('footlights_grafana', name)));
  try {
    for (const statement of mine) {
      await fetch(`${stack.clickhouse}/?database=${stack.database}`, { method: 'POST', body: statement })
        .then(async response => { if (!response.ok) { throw new Error(await response.text()); } });
    }
  } catch (failure) {
    assert.match(failure.message, /ACCESS_DENIED|ACCESS_STORAGE_READONLY/);
    context.skip(`this ClickHouse makes no users: ${failure.message.slice(0, 120)}`);
    return;
  }
  const as = sql => fetch(`${stack.clickhouse}/?database=${stack.database}&user=${name}&password=change-me`, { method: 'POST', body: sql });
  try {
    for (const [place, target] of statements) {
      const response = await as(sqlOf(target, scope));
      assert.ok(response.ok, `${place}: ${await response.text()}`);
    }
    for (const table of ['activity_facts', 'roster', 'kpi_rollups', 'rollups_by_kind', 'survey_answers']) {
      assert.ok(!(await as(`SELECT count() FROM ${table}`)).ok, table);
    }
    assert.ok(!(await as('SELECT fact FROM check_results')).ok);
  } finally {
    await run(stack.database, `DROP USER ${name}`);
  }
});
