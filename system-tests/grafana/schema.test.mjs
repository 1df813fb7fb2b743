// The dashboards are what Grafana's own types say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dashboardNames, dashboardOf } from './files.mjs';
import { objections } from './schema.mjs';

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
