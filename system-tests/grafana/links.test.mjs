// Links lead somewhere, variables exist, and everything provisioned fits together.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import units from '@grafana/grafana-foundation-sdk/units';
import { dashboardNames, dashboardOf, dataSources, panelsOf, queriesOf, ruleGroups, textOf } from './files.mjs';

const dashboards = dashboardNames().map(dashboardOf);
const byUid = new Map(dashboards.map(each => [each.uid, each]));
const names = dashboard => new Set(dashboard.templating.list.map(each => each.name));
const VIEWS = ['overview', 'teams', 'features', 'templates', 'finding', 'onboarding', 'retention', 'campaigns', 'surveys', 'health'];
const PAGE_PARAMETERS = ['view', 'team', 'feature', 'from', 'to', 'zone', 'granularity', 'compare'];
const BUILT_IN = /^__(from|to|url_time_range|value|rate_interval|timeFilter|timeInterval|fromTime|toTime|data)$/;

/** Names of variables in texts of any depth. */
const mentioned = value => typeof value === 'string'
  ? [...value.matchAll(/\$\{(\w+)[^}]*\}|\$(__\w+|\w+)(?=\W|$)/g)].map(each => each[1] ?? each[2])
  : value && typeof value === 'object' ? Object.values(value).flatMap(mentioned) : [];

/** What is wrong with a link of a dashboard; null when nothing is. */
function fault(dashboard, url) {
  const [path, query = ''] = url.split('?');
  const parts = query.split('&').filter(Boolean);
  if (path === '${page}/') {
    const parameters = parts.map(each => each.split('='));
    const unknown = parameters.find(([name]) => !PAGE_PARAMETERS.includes(name));
    const view = parameters.find(([name]) => name === 'view')?.[1];
    return unknown ? `the page has no ${unknown[0]}` : VIEWS.includes(view) ? null : `the page has no view ${view}`;
  }
  const target = byUid.get(path.match(/^\/d\/([\w-]+)$/)?.[1]);
  if (!target) {
    return `nothing is at ${path}`;
  }
  const passed = parts.map(each => each.match(/^var-(\w+)=/)?.[1] ?? each.match(/^\$\{(\w+):queryparam\}$/)?.[1]).filter(Boolean);
  const lost = passed.find(name => !names(target).has(name));
  return lost ? `${target.uid} has no variable ${lost}` : null;
}

const linksOf = dashboard => [
  ...dashboard.links.filter(each => each.type === 'link').map(each => each.url),
  ...panelsOf(dashboard).flatMap(panel => panel.fieldConfig.overrides.flatMap(each => each.properties))
    .filter(each => each.id === 'links').flatMap(each => each.value.map(link => link.url)),
];

test('the seven dashboards are there, each with a uid, a title and a tag of its own', () => {
  assert.deepEqual([...byUid.keys()].sort(), ['executive', 'feature', 'finding', 'onboarding', 'operations', 'team', 'templates'].map(each => `footlights-${each}`));
  assert.equal(new Set(dashboards.map(each => each.title)).size, 7);
});

test('every link leads to a dashboard that takes what it passes, or to a view of the page', () => {
  for (const dashboard of dashboards) {
    assert.ok(linksOf(dashboard).length > 0);
    linksOf(dashboard).forEach(url => assert.equal(fault(dashboard, url), null, `${dashboard.title}: ${url}`));
  }
  assert.ok(dashboards.flatMap(linksOf).filter(url => url.startsWith('/d/')).length > 10);
});

test('dashboards link to one another with variables and time', () => {
  for (const dashboard of dashboards) {
    const [others] = dashboard.links.filter(each => each.type === 'dashboards');
    assert.deepEqual([others.tags, others.includeVars, others.keepTime], [['footlights'], true, true]);
    assert.ok(dashboard.tags.includes('footlights'));
  }
});

test('links to nowhere are found', () => {
  const [dashboard] = dashboards;
  assert.match(fault(dashboard, '/d/footlights-teams?var-team=x'), /nothing is at/);
  assert.match(fault(dashboard, '/d/footlights-operations?var-team=x'), /no variable team/);
  assert.match(fault(dashboard, '${page}/?view=overviews'), /no view/);
  assert.match(fault(dashboard, '${page}/?view=teams&group=x'), /no group/);
});

test('every variable that is mentioned exists, and every one that exists is mentioned', () => {
  for (const dashboard of dashboards) {
    const { templating, ...rest } = dashboard;
    const own = names(dashboard);
    const used = new Set(mentioned([rest, templating.list.map(each => each.query)]).filter(name => !BUILT_IN.test(name)));
    const functions = new Set(['append', 'map', 'filter', 'exists', 'distinct', 'not', 'r']);
    [...used].filter(name => !functions.has(name) && !/^\d/.test(name)).forEach(name => assert.ok(own.has(name), `${dashboard.title} has no ${name}`));
    [...own].filter(name => name !== 'zone' && name !== 'feature').forEach(name => assert.ok(used.has(name), `${dashboard.title} doesn't use ${name}`));
  }
});

test('panels leave no gaps: every line of a dashboard is as wide as the page', () => {
  for (const dashboard of dashboards) {
    const bottom = Math.max(...dashboard.panels.map(({ gridPos: { y, h } }) => y + h));
    const cells = dashboard.panels.reduce((sum, { gridPos: { w, h } }) => sum + w * h, 0);
    assert.equal(cells, 24 * bottom, dashboard.title);
  }
});

test('units are those that Grafana has', () => {
  const of = ({ defaults, overrides }) => [defaults.unit, ...overrides.flatMap(each => each.properties).filter(each => each.id === 'unit').map(each => each.value)];
  const known = new Set(Object.values(units));
  const used = new Set(dashboards.flatMap(panelsOf).flatMap(panel => of(panel.fieldConfig)).filter(Boolean));
  assert.ok(used.size > 5);
  used.forEach(unit => assert.ok(known.has(unit), unit));
});

test('every query goes to a data source that is provisioned', () => {
  const provisioned = new Map(dataSources().map(each => [each.uid, each.type]));
  const targets = [
    ...dashboards.flatMap(each => queriesOf(each).map(({ target }) => target.datasource)),
    ...ruleGroups().flatMap(group => group.rules.flatMap(rule => rule.data.map(each => each.model.datasource))).filter(each => each.uid !== '__expr__'),
  ];
  targets.forEach(({ uid, type }) => assert.equal(provisioned.get(uid), type, uid));
});

test('panels have numbers of their own and don\'t lie on one another', () => {
  for (const dashboard of dashboards) {
    assert.equal(new Set(dashboard.panels.map(each => each.id)).size, dashboard.panels.length);
    const taken = new Set();
    for (const { gridPos: { x, y, w, h }, title } of dashboard.panels) {
      assert.ok(x + w <= 24, title);
      for (let column = x; column < x + w; column++) {
        for (let row = y; row < y + h; row++) {
          assert.ok(!taken.has(`${column},${row}`), `${dashboard.title}: ${title}`);
          taken.add(`${column},${row}`);
        }
      }
    }
  }
});

test('the README tells every environment variable that files need', () => {
  const files = ['provisioning/datasources/footlights.yaml', 'provisioning/dashboards/footlights.yaml', 'provisioning/alerting/rules.yaml'];
  const needed = files.flatMap(path => [...textOf(path).matchAll(/\$\{?(FOOTLIGHTS_\w+)/g)].map(each => each[1]));
  assert.ok(needed.length > 6);
  needed.forEach(name => assert.ok(textOf('README.md').includes(`\`${name}\``), name));
});

test('alert rules are complete, and name the panel that shows the same', () => {
  const rules = ruleGroups().flatMap(group => group.rules);
  const sections = [...textOf('runbook.md').matchAll(/^### (.+)\n(.+)/gm)].map(([, title]) => ({ title, anchor: title.toLowerCase().replaceAll(/[^\w -]/g, '').replaceAll(' ', '-') }));
  assert.deepEqual(sections.map(each => each.title), rules.map(each => each.title));
  assert.ok(rules.length >= 12);
  assert.equal(new Set(rules.map(each => each.uid)).size, rules.length);
  for (const rule of rules) {
    assert.ok(rule.uid.length <= 40 && rule.annotations.summary && rule.annotations.description && rule.labels.severity, rule.title);
    assert.ok(byUid.get(rule.dashboardUid).panels.some(each => each.id === rule.panelId), rule.title);
    assert.ok(['OK', 'NoData', 'Alerting'].includes(rule.noDataState) && rule.execErrState === 'Error', rule.title);
    const known = new Set();
    for (const { refId, datasourceUid, model } of rule.data) {
      assert.equal(model.refId, refId);
      assert.equal(datasourceUid, model.datasource.uid);
      const inputs = model.type === 'math' ? [...model.expression.matchAll(/\$([A-Z])/g)].map(each => each[1]) : model.type && datasourceUid === '__expr__' ? [model.expression] : [];
      inputs.forEach(input => assert.ok(known.has(input), `${rule.title}: ${refId} needs ${input}`));
      known.add(refId);
    }
    assert.equal(rule.data.at(-1).refId, rule.condition);
    assert.equal(rule.data.at(-1).model.type, 'threshold');
    const { runbook_url: runbook, ...words } = rule.annotations;
    assert.ok(!JSON.stringify(words).includes('${'), 'Grafana would take ${ for a variable of its environment');
    assert.equal(runbook, `\${FOOTLIGHTS_RUNBOOK_URL}#${sections.find(each => each.title === rule.title)?.anchor}`, `runbook.md says nothing of ${rule.title}`);
  }
});
