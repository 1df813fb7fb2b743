// The counting rules, each by an example whose figures were worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { understand } from './events.mjs';
import { featureOf, globMatches } from './features.mjs';
import { event, factsOfRaw, FEATURES, figuresFrom } from './fixtures.mjs';
import { KPIS } from './kpis.mjs';
import { periodOf } from './periods.mjs';

/** Every figure of all raw events. */
function figures(raw, { team = 'org', feature = '*', batch = '' } = {}) {
  const read = figuresFrom(factsOfRaw(raw, { batch }));
  return Object.fromEntries(KPIS.map(kpi => [kpi, read(kpi, team, feature)]));
}

test('an event counts once per id', () => {
  const click = event('10:00:00', 'click', 'Owner');
  assert.equal(figures([click, click, event('10:00:01', 'click', 'Owner')]).events, 2);
});

test('the same id of two people is two events', () => {
  const click = event('10:00:00', 'click', 'Owner');
  assert.equal(figures([click, { ...click, user: 'user:default/bob' }]).events, 2);
});

test('a page view is a change of path, or the same path 30 minutes later', () => {
  const visits = [
    event('10:00:00', 'navigate', '/catalog?filter=a'),
    event('10:01:00', 'navigate', '/catalog/#top'),
    event('10:30:59', 'navigate', '/catalog'),
    event('11:00:59', 'navigate', '/catalog'),
    event('11:01:00', 'navigate', '/docs'),
    event('11:01:01', 'navigate', '/catalog'),
  ];
  assert.equal(figures(visits)['page-views'], 4);
  assert.equal(figures(visits).events, 6);
  assert.equal(figures(visits, { feature: 'techdocs' })['page-views'], 1);
});

test('previous is by order of arrival', () => {
  const later = event('11:00:00', 'navigate', '/catalog');
  assert.equal(figures([later, event('10:00:00', 'navigate', '/catalog')])['page-views'], 1);
});

test('typing one term is one search', () => {
  const typed = [
    event('10:00:00.000', 'search', 'pa'),
    event('10:00:01.999', 'search', 'payments'),
    event('10:00:03.000', 'search', 'pay'),
    event('10:00:05.000', 'search', 'pay'),
    event('10:00:05.500', 'search', 'roster'),
  ];
  assert.equal(figures(typed).searches, 3);
  assert.equal(figures(typed).interactions, 0);
});

test('whoever does something else in between has gone on from the search', () => {
  const typed = [
    event('10:00:00.000', 'search', 'pa'),
    event('10:00:00.500', 'click', 'Filter'),
    event('10:00:01.000', 'search', 'pay'),
  ];
  assert.equal(figures(typed).searches, 2);
});

test('a template run is the scaffolder\'s create, with its minutes', () => {
  const context = { pluginId: 'scaffolder', entityRef: 'template:default/service' };
  const run = figures([
    event('10:00:00', 'create', 'Task has been created', { context, value: 12.5 }),
    event('10:01:00', 'create', 'Task has been created', { context }),
    event('10:02:00', 'click', 'Create', { context }),
    event('10:03:00', 'create', 'Something else', { value: 99 }),
  ]);
  assert.deepEqual([run['template-runs'], run['minutes-saved'], run.interactions], [2, 12.5, 4]);
});

test('teams are the roster\'s with ancestors, else the event\'s, else unassigned; org has all', () => {
  const events = [
    event('10:00:00', 'click', 'a', { groups: ['group:default/elsewhere'] }),
    event('10:00:00', 'click', 'b', { user: 'user:default/guest', groups: ['payments'] }),
    event('10:00:00', 'click', 'c', { user: 'user:default/stranger' }),
  ];
  const people = team => figures(events, { team })['active-users'];
  assert.equal(people('group:default/payments'), 2);
  assert.equal(people('group:default/commerce'), 2);
  assert.equal(people('group:default/elsewhere'), 0);
  assert.equal(people('unassigned'), 1);
  assert.equal(people('org'), 3);
});

test('late, far ahead and unusable events are not counted; history is', () => {
  const old = { ...event('10:00:00', 'click', 'old'), occurredAt: '2026-11-10T10:00:00Z' };
  assert.equal(figures([old]).events, 0);
  assert.equal(figures([old], { batch: 'history' }).events, 1);
  assert.equal(figures([{ ...old, occurredAt: '2026-11-21T12:06:00Z' }]).events, 0);
  assert.equal(figures([{ ...event('10:00:00', 'click', 'x'), eventId: '' }]).events, 0);
  assert.equal(figures([{ ...event('10:00:00', 'click', 'x'), occurredAt: '2026-11-20 10:00' }]).events, 0);
});

test('an Adoption Insights event resent is the same event', () => {
  const posted = {
    action: 'click', subject: 'Owner',
    context: { pluginId: 'catalog', userName: 'user:default/ada', timestamp: '2026-11-20T10:00:00.000Z' },
  };
  assert.equal(figures([posted, posted]).events, 1);
  assert.equal(figures([posted, posted], { team: 'group:default/payments' })['active-users'], 1);
});

test('features: first rule wins, entity tabs by extension id, then the plugin, then other', () => {
  const of = (context, action = 'click', subject = '') =>
    featureOf(FEATURES, understand({ ...event('10:00:00', action, subject), context }));
  assert.equal(of({ pluginId: 'catalog' }), 'software-catalog');
  assert.equal(of({ pluginId: 'catalog', extensionId: 'entity-content:kubernetes/pods' }), 'kubernetes');
  assert.equal(of({ pluginId: 'catalog' }, 'navigate', '/catalog/default/component/a/docs/intro'), 'techdocs');
  assert.equal(of({ pluginId: 'pagerduty' }), 'pagerduty');
  assert.equal(of({ pluginId: 'Pager Duty' }), 'other');
  assert.equal(of({}), 'portal');
});

test('globs: one star stays within a segment', () => {
  assert.ok(globMatches('/catalog/*/*/*/docs', '/catalog/default/component/a/docs'));
  assert.ok(!globMatches('/catalog/*/docs', '/catalog/a/b/docs'));
  assert.ok(globMatches('/docs/**', '/docs/a/b/c'));
  assert.ok(!globMatches('/docs/**', '/docs'));
});

test('periods follow the clock of the zone, through changes of offset and of the ISO year', () => {
  const at = Date.parse('2026-10-25T00:30:00Z');
  assert.equal(periodOf(at, 'hour', 'Europe/Paris'), '2026-10-25T00:00:00.000Z');
  assert.equal(periodOf(at + 3_600_000, 'hour', 'Europe/Paris'), '2026-10-25T01:00:00.000Z');
  assert.equal(periodOf(Date.parse('2026-10-24T22:30:00Z'), 'day', 'Europe/Paris'), '2026-10-25');
  assert.equal(periodOf(Date.parse('2026-10-25T22:59:59Z'), 'week', 'Europe/Paris'), '2026-10-19');
  assert.equal(periodOf(Date.parse('2027-01-01T12:00:00Z'), 'week', 'UTC'), '2026-12-28');
  assert.equal(periodOf(Date.parse('2025-12-31T23:30:00Z'), 'month', 'Europe/Paris'), '2026-01-01');
  assert.equal(periodOf(Date.parse('2026-11-20T10:20:00Z'), 'hour', 'Asia/Kathmandu'), '2026-11-20T10:15:00.000Z');
});
