// Growth, stickiness and adoption by hand-worked days of ada (payments), bob (commerce) and a stranger.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { by, COMMERCE, factsOfRaw, figuresFrom, PAYMENTS } from '../fixtures.mjs';
import { frameOf } from '../frame.mjs';

const at = (person, day, plugin = 'catalog') =>
  by(person, `2026-11-${day}T10:00:00Z`, 'click', 'Owner', { context: { pluginId: plugin } });

// Weeks begin on the 2nd, 9th and 16th.  ada: 3rd, 10th, 17th, 18th.  bob: 4th, 19th.  eve: 11th.
const FACTS = factsOfRaw(
  [at('ada', '18'), at('ada', '03'), at('ada', '10'), at('ada', '17'), at('bob', '04'), at('bob', '19'), at('eve', '11')],
  { batch: 'history' });
const MONDAYS = ['2026-11-02', '2026-11-09', '2026-11-16'];

function weekly(kpi, { team = 'org', from = '2026-11-02', to = '2026-11-22' } = {}) {
  const read = figuresFrom(FACTS, { granularity: 'week', from, to });
  return MONDAYS.map(monday => read(kpi, team, '*', monday));
}

test('growth by week: new once, returning from the week before, resurrected after a gap, dormant when gone', () => {
  assert.deepEqual(weekly('active-users'), [2, 2, 2]);
  assert.deepEqual(weekly('new-users'), [2, 1, 0]); // ada and bob; eve; nobody
  assert.deepEqual(weekly('returning-users'), [0, 1, 1]); // -; ada; ada
  assert.deepEqual(weekly('resurrected-users'), [0, 0, 1]); // bob comes back after a week away
  assert.deepEqual(weekly('dormant-users'), [0, 1, 1]); // -; bob; eve
  assert.deepEqual(weekly('dormant-users', { team: 'unassigned' }), [0, 0, 1]);
});

test('a week cut off at its start: the time before reaches up to the cut', () => {
  // Asked from Wednesday 18th. Before it: the 9th to the 17th, with ada (10th, 17th) and eve (11th).
  const read = figuresFrom(FACTS, { granularity: 'week', from: '2026-11-18', to: '2026-11-22' });
  const figures = ['active-users', 'new-users', 'returning-users', 'resurrected-users', 'dormant-users']
    .map(kpi => read(kpi, 'org', '*', '2026-11-16'));
  assert.deepEqual(figures, [2, 0, 1, 1, 1]); // ada again, bob back, eve gone
});

test('the week after one that was cut off has the whole week before it', () => {
  // Asked from Thursday 5th: that week holds nobody, but ada and bob were there on its 3rd and 4th.
  const read = figuresFrom(FACTS, { granularity: 'week', from: '2026-11-05', to: '2026-11-22' });
  assert.equal(read('active-users', 'org', '*', '2026-11-02'), 0);
  assert.equal(read('dormant-users', 'org', '*', '2026-11-02'), 2);
  assert.equal(read('returning-users', 'org', '*', '2026-11-09'), 1);
  assert.equal(read('dormant-users', 'org', '*', '2026-11-09'), 1);
});

test('total has as many days before it', () => {
  // The 10th to the 13th against the 6th to the 9th, where nobody was: ada, there before, is back; eve is new.
  const read = figuresFrom(FACTS, { from: '2026-11-10', to: '2026-11-13' });
  assert.deepEqual(['new-users', 'returning-users', 'resurrected-users', 'dormant-users'].map(kpi => read(kpi)), [1, 0, 1, 0]);
});

test('stickiness divides by the days that have begun, days active by people', () => {
  // Week of the 16th, asked on Saturday 21st: 6 days have begun. Days times people: ada 2, bob 1.
  assert.equal(weekly('stickiness').at(-1), 3 / (6 * 2));
  assert.equal(weekly('days-active').at(-1), 3 / 2);
  assert.equal(weekly('stickiness').at(0), 2 / (7 * 2));
  assert.equal(weekly('stickiness', { from: '2026-11-18' }).at(-1), 2 / (4 * 2)); // 18th to 21st
  assert.equal(weekly('stickiness', { team: 'group:default/none' }).at(-1), null);
});

test('adoption is about the people of the roster: ada and bob in commerce, ada in payments, eve nowhere', () => {
  assert.deepEqual(weekly('adoption-rate', { team: COMMERCE }), [1, 0.5, 1]);
  assert.deepEqual(weekly('inactive-users', { team: COMMERCE }), [0, 1, 0]);
  assert.deepEqual(weekly('adoption-rate', { team: PAYMENTS }), [1, 1, 1]);
  assert.deepEqual(weekly('adoption-rate'), [1, 0.5, 1]); // eve is active in org, but not in its roster
  assert.deepEqual(weekly('adoption-rate', { team: 'unassigned' }), [null, null, null]);
  assert.deepEqual(weekly('inactive-users', { team: 'unassigned' }), [0, 0, 0]);
  const read = figuresFrom(FACTS);
  assert.equal(read('inactive-users', COMMERCE, 'tech-radar'), 2);
});

test('new per feature: the first time there, whatever arrived first', () => {
  const facts = factsOfRaw([at('ada', '19', 'kubernetes'), at('ada', '17', 'kubernetes'), at('ada', '16')]);
  const read = figuresFrom(facts, { granularity: 'day', from: '2026-11-16', to: '2026-11-20' });
  assert.equal(read('new-users', 'org', '*', '2026-11-16'), 1);
  assert.equal(read('new-users', 'org', 'kubernetes', '2026-11-16'), 0);
  assert.equal(read('new-users', 'org', 'kubernetes', '2026-11-17'), 1);
  assert.equal(read('new-users', 'org', 'kubernetes', '2026-11-19'), 0);
  const later = figuresFrom(facts, { granularity: 'day', from: '2026-11-18', to: '2026-11-20' });
  assert.equal(later('new-users', 'org', 'kubernetes', '2026-11-19'), 0);
});

test('frames: hours of a day on which the clock goes back, and the hour before the first', () => {
  // Paris, 25 October: 25 hours, from 22:00 UTC of the 24th.
  const { periods } = frameOf({ granularity: 'hour', zone: 'Europe/Paris', from: '2026-10-25', to: '2026-10-25' });
  assert.equal(periods.length, 25);
  assert.equal(periods[0].start, Date.parse('2026-10-24T22:00:00Z'));
  assert.equal(periods[0].before, Date.parse('2026-10-24T21:00:00Z'));
  assert.equal(periods.at(-1).end, Date.parse('2026-10-25T23:00:00Z'));
  const weeks = frameOf({ granularity: 'week', zone: 'Europe/Paris', from: '2026-10-28', to: '2026-11-03' }).periods;
  assert.deepEqual(weeks.map(({ label }) => label), ['2026-10-26', '2026-11-02']);
  assert.equal(weeks[0].before, Date.parse('2026-10-18T22:00:00Z')); // Monday 19th, still summer time
  assert.equal(weeks[1].before, Date.parse('2026-10-25T23:00:00Z')); // Monday 26th, winter time
});
