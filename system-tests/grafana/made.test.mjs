// The committed files are what the generator makes, and say what the catalogue says.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { kpi } from '../../deploy/grafana/generator/catalogue.mjs';
import { files } from '../../deploy/grafana/make.mjs';
import { dashboardNames, dashboardOf, folder, kpiOf, kpis, panelsOf, textOf } from './files.mjs';

const definitionOf = Object.fromEntries(kpis().map(each => [each.id, each.definition]));
const GROWTH = ['new-users', 'returning-users', 'resurrected-users', 'dormant-users'];

/** The KPIs that a panel shows. */
const shown = panel => panel.targets.flatMap(target => kpiOf(target) ?? (target.url === '/api/v1/growth' ? GROWTH : []));

/** Panels that lack the definition of a KPI they show. */
const unsaid = dashboard => panelsOf(dashboard).flatMap(panel =>
  shown(panel).filter(id => !panel.description.includes(definitionOf[id] ?? `nothing called ${id}`)).map(id => `${panel.title}: ${id}`));

test('making them again changes nothing', () => {
  const made = files();
  for (const [path, text] of Object.entries(made)) {
    assert.equal(textOf(path), text, path);
  }
  assert.deepEqual(readdirSync(`${folder}dashboards`).map(each => `dashboards/${each}`), Object.keys(made).filter(each => each.startsWith('dashboards/')).sort());
});

test('another page is linked when it is named', () => {
  const made = JSON.parse(files('https://footlights.example')['dashboards/team.json']);
  assert.equal(made.templating.list.find(each => each.name === 'page').query, 'https://footlights.example');
});

test('the generator reads the catalogue as YAML means it', () => {
  for (const each of kpis()) {
    const { id, name, definition, unit, additive, dimensions } = each;
    assert.deepEqual(kpi(id), { id, name, definition, unit, additive, byFeature: dimensions.includes('feature') });
  }
});

test('panels define the KPIs they show word for word', () => {
  const counted = new Set();
  for (const dashboard of dashboardNames().map(dashboardOf)) {
    assert.deepEqual(unsaid(dashboard), [], dashboard.title);
    panelsOf(dashboard).flatMap(shown).forEach(id => counted.add(id));
  }
  assert.ok(counted.size > 30, `${counted.size} KPIs are shown`);
});

test('a changed word is found', () => {
  const dashboard = dashboardOf('team');
  const panel = panelsOf(dashboard).find(each => each.title === 'Sessions');
  panel.description = panel.description.replace('30 minutes', '20 minutes');
  assert.deepEqual(unsaid(dashboard), ['Sessions: sessions']);
});

test('every panel says what it shows', () => {
  for (const panel of dashboardNames().flatMap(name => panelsOf(dashboardOf(name)))) {
    assert.match(panel.description, /\w{3}.*\./s, panel.title);
    assert.ok(panel.title.length > 3 && panel.targets.length > 0, panel.title);
  }
});
