// Runs every query of a dashboard against a running demo, with several teams, features, zones and times:
//   node grafana/dashboard.live.mjs --dashboard team --ingest URL --api URL --clickhouse URL --streams URL
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertEqualsCsv } from './csv.mjs';
import { dashboardOf, queriesOf } from './files.mjs';
import { assertMetricsExist } from './later.mjs';
import { Scope, timesOf, wholeWeeks } from './scope.mjs';
import { document, metricNames, run, stack } from './stack.mjs';

/** Answers that may well have no row, and when. Each must have some for one of the questions, unless it says never. */
const MAY_BE_EMPTY = {
  'Teams below': 'of a team without teams below',
  'Features nobody of the team used': 'where all are used',
  'Searched for in vain': 'in small teams',
  'Searched for most': 'in small teams',
  'Documents that aren\'t there': 'in small teams',
  'Documents read most': 'in small teams',
  'Catalog entities seen most': 'in small teams',
  'Features side by side': 'in small teams',
  'Stages of the template': 'in small teams',
  Templates: 'in small teams',
  'Who could show it to whom': 'of a feature that is used alike',
  'Failing checks': 'of a team that owns nothing',
  'Checks passed, by track': 'of a team that owns nothing',
  'Refused and set aside': 'never in the demo, which sends nothing that is refused; access.live.mjs plants some',
};
const NEVER = /^never/;

const dashboard = dashboardOf(stack.dashboard);
const chosen = Object.fromEntries(dashboard.templating.list.map(each => [each.name, each.current.value]));

/** The questions: as the dashboard opens, and others. */
async function scopes() {
  const opened = new Scope(chosen, ...timesOf(dashboard.time), 900);
  if (!('team' in chosen)) {
    return [opened, new Scope({ ...chosen, zone: 'America/St_Johns' }, ...timesOf({ from: 'now-48h', to: 'now' }), 3600)];
  }
  const teams = (await document('/api/v1/teams?limit=10000')).rows.filter(each => each.active && each.team !== 'org');
  const leaf = teams.filter(each => !teams.some(other => other.parent === each.team)).sort((one, other) => other.headcount - one.headcount)[0];
  const division = teams.find(each => each.team === leaf.parent);
  const eight = wholeWeeks(8);
  return [
    opened,
    new Scope({ ...chosen, feature: '*', zone: 'Europe/Paris', granularity: 'day' }, ...eight),
    new Scope({ ...chosen, team: division.team, feature: 'templates', zone: 'America/St_Johns', granularity: 'month' }, ...eight),
    new Scope({ ...chosen, team: leaf.team, feature: 'techdocs', zone: 'Asia/Kolkata', granularity: 'week' }, ...eight),
  ];
}

const told = frame => Object.values(frame.fields).flat().some(value => value !== null);

// As many at once as a browser lets a dashboard ask.
describe(stack.dashboard, { concurrency: 4 }, () => {
  for (const { place, target, panel, variable, annotation } of queriesOf(dashboard)) {
    test(place, async () => {
      const seen = new Set();
      let rows = 0;
      for (const [number, scope] of (await scopes()).entries()) {
        if (target.expr) {
          assertMetricsExist(scope.fill(target.expr), await metricNames());
        }
        const frame = await run(target, scope);
        const asked = JSON.stringify({ ...scope.values, from: scope.from, to: scope.to });
        frame.seen.forEach(column => seen.add(column));
        rows += frame.length;
        if (panel && !MAY_BE_EMPTY[panel.title]) {
          assert.ok(frame.length > 0, `no row for ${asked}`);
          assert.ok(number > 0 || told(frame), `nothing but missing values for ${asked}`);
        }
        if (variable) {
          assert.ok(frame.length > 0, `no choice for ${asked}`);
          assert.ok(number > 0 || Object.values(frame.fields).flat().includes(chosen[variable.name]), `${chosen[variable.name]} can't be chosen`);
        }
        if (target.url) {
          await assertEqualsCsv(target, scope, stack.api, frame);
        }
      }
      const why = MAY_BE_EMPTY[panel?.title];
      assert.ok(rows > 0 || (why && NEVER.test(why)), 'empty for every question');
      for (const { selector } of target.columns ?? []) {
        assert.ok(seen.has(selector), `no answer has the column ${selector}`);
      }
      if (annotation) {
        Object.values(annotation.mappings).forEach(({ value }) => assert.ok(seen.has(value), `no answer has ${value}`));
      }
    });
  }
});
