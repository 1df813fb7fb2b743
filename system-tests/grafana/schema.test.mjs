// The dashboards are what Grafana's own types say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dashboardNames, dashboardOf, queriesOf, ruleGroups } from './files.mjs';
import { objections, queryObjections } from './schema.mjs';

for (const name of dashboardNames()) {
  test(`${name} fits the types that Grafana publishes`, () => {
    assert.deepEqual(objections(dashboardOf(name)), []);
  });
}

test('what an annotation\'s fields mean is said as data frames\' mappings are', () => {
  for (const { mappings } of dashboardNames().flatMap(name => dashboardOf(name).annotations.list).filter(each => !each.builtIn)) {
    assert.deepEqual(Object.keys(mappings), ['time', 'timeEnd', 'title', 'text', 'tags']);
    assert.ok(Object.values(mappings).every(each => each.source === 'field'));
  }
});

test('unknown settings, wrong values and missing ones are found', () => {
  const changed = change => {
    const dashboard = dashboardOf('executive');
    change(dashboard, dashboard.panels.find(panel => panel.type === 'stat'));
    return objections(dashboard);
  };
  assert.match(changed(dashboard => { dashboard.titel = 'x'; })[0], /titel/);
  assert.match(changed((_, panel) => { panel.gridPos.w = 'wide'; })[0], /not assignable/);
  assert.match(changed((_, panel) => { panel.options.colorMode = 'rainbow'; })[0], /rainbow/);
  assert.match(changed((_, panel) => { delete panel.options.reduceOptions; })[0], /reduceOptions/);
  assert.match(changed((_, panel) => { panel.fieldConfig.defaults.mappings[0].options.match = 'nothing'; })[0], /not assignable/);
});

const rules = ruleGroups().flatMap(group => group.rules);

test('alert rules, their expressions and all queries to Prometheus fit the types that Grafana publishes', () => {
  const targets = queriesOf(dashboardOf('operations')).map(each => each.target).filter(each => each.expr);
  assert.ok(rules.length > 10 && targets.length > 10);
  assert.deepEqual(queryObjections(rules, targets), []);
});

test('wrong settings of rules and queries are found', () => {
  const changed = change => {
    const rule = structuredClone(rules.find(each => each.data[0].model.expr));
    change(rule);
    return rule;
  };
  const found = queryObjections([
    changed(rule => { rule.noDataState = 'Fine'; }),
    changed(rule => { rule.forr = '5m'; }),
    changed(rule => { rule.data[1].model.reducer = 'latest'; }),
    changed(rule => { rule.data[2].model.conditions[0].evaluator.type = 'above'; }),
  ], [{ refId: 'A', expr: 'up', legend: 'x' }, { refId: 'A', legendFormat: 'x' }]);
  [/^"noDataState/, /^"forr/, /^"reducer/, /^"type.*above/, /^"legend"/, /^target1.*'expr' is missing/].forEach(expected =>
    assert.ok(found.some(each => expected.test(each)), `${expected} in\n${found.join('\n')}`));
});
