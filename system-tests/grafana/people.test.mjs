// Nobody is added up, and people are asked for only where small groups are withheld.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantsOf } from './grants.mjs';
import { dashboardNames, dashboardOf, kpiOf, kpis, panelsOf, queriesOf, ruleGroups, textOf } from './files.mjs';

const ADDITIVE = new Set(kpis().filter(each => each.additive && each.unit !== 'people').map(each => each.id));
const PARTS = ['new', 'returning', 'resurrected'];

/** Ways in which a panel would add people up. */
function addedUp(panel) {
  const found = [];
  const asksForPeople = panel.targets.some(target => target.url && !ADDITIVE.has(kpiOf(target)));
  if (!asksForPeople) {
    return found;
  }
  const transformations = (panel.transformations ?? []).map(each => each.id).filter(id => id !== 'organize');
  if (transformations.length > 0) {
    found.push(`transformations ${transformations}`);
  }
  if (panel.type === 'stat') {
    const { calcs, values } = panel.options.reduceOptions;
    const wrong = panel.targets.filter(target => kpiOf(target) && target.url_options.params.find(each => each.key === 'granularity').value !== 'total');
    if (calcs.join() !== 'lastNotNull' || values || wrong.length > 0) {
      found.push('more than one row as one number');
    }
  }
  if (panel.fieldConfig.defaults.custom?.stacking?.mode === 'normal') {
    const stacked = panel.targets.flatMap(target => target.columns).filter(each => each.type === 'number').map(each => each.selector)
      .filter(field => !panel.fieldConfig.overrides.some(each => each.matcher.options === field && each.properties.some(one => one.id === 'custom.stacking' && one.value.group !== 'A')));
    if (stacked.some(field => !PARTS.includes(field))) {
      found.push(`stacked ${stacked}`);
    }
  }
  return found;
}

test('no panel adds up people, over periods, teams or features', () => {
  for (const name of dashboardNames()) {
    for (const panel of panelsOf(dashboardOf(name))) {
      assert.deepEqual(addedUp(panel), [], `${name}: ${panel.title}`);
    }
  }
});

test('panels that would are found', () => {
  const panel = type => structuredClone(panelsOf(dashboardOf('team')).find(each => each.type === type));
  const daily = panel('stat');
  daily.targets[0].url_options.params.find(each => each.key === 'granularity').value = 'day';
  assert.equal(addedUp(daily).length, 1);
  const summed = panel('stat');
  summed.options.reduceOptions.calcs = ['sum'];
  assert.equal(addedUp(summed).length, 1);
  const reduced = panel('table');
  reduced.transformations.push({ id: 'reduce', options: {} });
  assert.equal(addedUp(reduced).length, 1);
  const whole = panel('timeseries');
  whole.targets[0].columns.push({ selector: 'active', text: '', type: 'number' });
  assert.equal(addedUp(whole).length, 1);
});

const statements = [
  ...dashboardNames().flatMap(name => queriesOf(dashboardOf(name)).map(({ place, target }) => [`${name}: ${place}`, target])),
  ...ruleGroups().flatMap(group => group.rules.flatMap(rule => rule.data.map(each => [rule.title, each.model]))),
].filter(([, target]) => target.rawSql).map(([place, target]) => [place, target.rawSql]);

const tablesOf = sql => [...sql.matchAll(/\b(?:FROM|JOIN)\s+([a-z_.]+)/g)].map(each => each[1]).filter(each => each !== 'numbers');

test('SQL reads no table but those that the user for Grafana may', () => {
  const granted = new Set(grantsOf(textOf('clickhouse-user.sql')).map(each => (each.database === 'system' ? `system.${each.table}` : each.table)));
  assert.ok(statements.length > 8);
  for (const [place, sql] of statements) {
    tablesOf(sql).forEach(table => assert.ok(granted.has(table), `${place} reads ${table}`));
  }
});

test('the user for Grafana may read no pseudonym and no figure of a group of people', () => {
  const people = ['activity_facts', 'presence_days', 'presence_months', 'first_uses', 'session_facts', 'roster', 'survey_answers', 'template_outcomes', 'kpi_rollups', 'rollups_by_kind'];
  for (const { table, columns } of grantsOf(textOf('clickhouse-user.sql'))) {
    assert.ok(!people.includes(table), table);
    assert.ok(columns.length > 0 && !columns.some(each => /actor|session|answer|fact/.test(each)), `${table}: ${columns}`);
  }
});

test('both ways in are used, by panels', () => {
  const used = dashboardNames().flatMap(name => panelsOf(dashboardOf(name)).flatMap(panel => panel.targets.map(target => target.datasource.uid)));
  for (const uid of ['footlights-api', 'footlights-clickhouse', 'footlights-prometheus']) {
    assert.ok(used.filter(each => each === uid).length >= 8, uid);
  }
});
