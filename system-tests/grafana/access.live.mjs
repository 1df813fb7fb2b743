// The user for Grafana: what clickhouse-user.sql grants is enough for every panel and rule of the demo. granted.live.mjs shows that it is all there is.
//   node grafana/access.live.mjs --clickhouse URL
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, runClickHouse } from './clickhouse.mjs';
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
