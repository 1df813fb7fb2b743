// Getting on board, maturity and data health, by hand. ada's joining isn't known; bob joined on 12 November, 00:00 UTC.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { by, COMMERCE, factsOfRaw, figuresFrom, PAYMENTS } from '../fixtures.mjs';
import { understandCheck } from '../reports.mjs';

const used = (person, day, plugin) => by(person, `2026-11-${day}T12:00:00Z`, 'click', 'x', { context: { pluginId: plugin } });
const CHECKLIST = ['search', 'techdocs', 'kubernetes', 'cost'];

const EVENTS = [
  used('ada', '10', 'search'), used('ada', '12', 'techdocs'), used('ada', '12', 'home'),
  used('bob', '14', 'search'), used('bob', '10', 'kubernetes'),
  used('eve', '13', 'cost'),
];
const FACTS = factsOfRaw(EVENTS, { batch: 'history', checklist: CHECKLIST });
const days = figuresFrom(FACTS, { granularity: 'day', from: '2026-11-10', to: '2026-11-15' });
const daily = (kpi, team, feature = '*') =>
  ['10', '11', '12', '13', '14'].map(day => days(kpi, team, feature, `2026-11-${day}`));

test('unlocked features pile up, for days without events too', () => {
  assert.deepEqual(daily('unlocked-features', 'org'), [2, 2, 3, 4, 4]); // search and kubernetes; techdocs; eve's cost
  assert.deepEqual(daily('unlocked-features', COMMERCE), [2, 2, 3, 3, 3]);
  assert.deepEqual(daily('unlocked-features', PAYMENTS), [1, 1, 2, 2, 2]); // home is not on the checklist
});

test('progress is of the people of the roster: ada and bob of 4 features each, without eve', () => {
  assert.deepEqual(daily('checklist-progress', 'org'), [2 / 8, 2 / 8, 3 / 8, 3 / 8, 4 / 8]);
  assert.deepEqual(daily('checklist-progress', PAYMENTS), [1 / 4, 1 / 4, 2 / 4, 2 / 4, 2 / 4]);
  assert.equal(days('checklist-progress', 'unassigned'), null);
});

test('days to unlock are counted from joining or the first visit, whichever is earlier', () => {
  // bob came on the 10th at noon, before he joined: search on the 14th took him 4 days. ada's took 0, on the 10th.
  assert.deepEqual(daily('days-to-unlock', 'org', 'search'), [0, null, null, null, 4]);
  assert.deepEqual(daily('days-to-unlock', 'org', 'techdocs'), [null, null, 2, null, null]);
  const late = factsOfRaw([used('bob', '15', 'search')], { batch: 'history' });
  assert.equal(figuresFrom(late)('days-to-unlock', COMMERCE, 'search'), 3.5); // the 12th at midnight to the 15th at noon
  const two = factsOfRaw([used('bob', '15', 'search'), used('ada', '10', 'home'), used('ada', '15', 'search')], { batch: 'history' });
  assert.equal(figuresFrom(two)('days-to-unlock', COMMERCE, 'search'), 4.25); // of 3.5 and 5
});

test('activation: joined in the period, long enough ago, and came soon enough', () => {
  const rate = (events, { kpi = 'activation-rate', askedAt = '2026-11-19', from = '2026-11-12', to = '2026-11-12', team = COMMERCE } = {}) =>
    figuresFrom(factsOfRaw(events, { batch: 'history', askedAt: Date.parse(askedAt) }), { granularity: 'day', from, to })(kpi, team);
  const atMoment = time => [by('bob', time)];
  assert.equal(rate(atMoment('2026-11-18T23:59:59.999Z')), 1);
  assert.equal(rate(atMoment('2026-11-19T00:00:00Z')), 0);
  assert.equal(rate(atMoment('2026-11-01T00:00:00Z')), 1); // came before joining
  assert.equal(rate([]), 0);
  assert.equal(rate([], { askedAt: '2026-11-18T23:59:59.999Z' }), null); // his 7 days are not over
  assert.equal(rate([], { from: '2026-11-13', to: '2026-11-13' }), null); // nobody joined
  assert.equal(rate([], { team: PAYMENTS }), null); // ada's joining isn't known
  assert.equal(rate(atMoment('2026-11-19T00:00:00Z'), { kpi: 'activation-rate-30' }), null);
  assert.equal(rate(atMoment('2026-11-19T00:00:00Z'), { kpi: 'activation-rate-30', askedAt: '2026-12-12' }), 1);
});

test('checks: the latest result of each check and entity before the end of the period', () => {
  const told = (check, entity, passed, day, owner = 'payments') =>
    understandCheck({ check, entity, passed, checkedAt: `2026-11-${day}T10:00:00Z`, owner });
  const facts = factsOfRaw([], {
    checks: [
      told('readme', 'Component:default/a', true, '12'), told('readme', 'component:default/a', false, '10'), // came later
      told('readme', 'component:default/b', false, '10'), told('owner', 'component:default/a', true, '10'),
      told('owner', 'component:default/a', false, '10'), // for the same instant: the last one sent
      told('owner', 'component:default/c', true, '13', 'group:default/commerce'),
    ],
  });
  const passes = figuresFrom(facts, { granularity: 'day', from: '2026-11-09', to: '2026-11-14' });
  const of = (team, day) => passes('check-pass-rate', team, '*', `2026-11-${day}`);
  assert.equal(of(PAYMENTS, '09'), null);
  assert.equal(of(PAYMENTS, '11'), 0); // readme of a and b, owner of a: all failed
  assert.equal(of(PAYMENTS, '12'), 1 / 3);
  assert.equal(of(PAYMENTS, '14'), 1 / 3);
  assert.equal(of(COMMERCE, '14'), 2 / 4);
  assert.equal(of('org', '14'), 2 / 4);
});

test('the share without a team, per feature', () => {
  const read = figuresFrom(FACTS);
  assert.equal(read('unassigned-share'), 1 / 6);
  assert.equal(read('unassigned-share', 'org', 'cost'), 1);
  assert.equal(read('unassigned-share', 'org', 'search'), 0);
  assert.equal(read('unassigned-share', 'org', 'tech-radar'), null);
});

test('the books: refused, late among them, and repeated, on the day of receipt', () => {
  const events = [
    used('ada', '20', 'search'), used('ada', '10', 'search'), // 11 days late
    { ...used('ada', '20', 'search'), action: '' }, { ...used('ada', '22', 'search') }, // nothing done; a day ahead
  ];
  const facts = factsOfRaw([...events, events[0], events[0]]);
  const books = figuresFrom(facts, { granularity: 'day', from: '2026-11-20', to: '2026-11-21' });
  assert.deepEqual(['events-rejected', 'events-late', 'events-duplicate'].map(kpi => books(kpi, 'org', '*', '2026-11-21')), [3, 1, 2]);
  assert.equal(books('events-duplicate', 'org', '*', '2026-11-20'), 0);
});
