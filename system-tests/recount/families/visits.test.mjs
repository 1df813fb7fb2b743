// Sessions, by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { by, COMMERCE, event, factsOfRaw, figuresFrom, PAYMENTS } from '../fixtures.mjs';

const read = (raw, settings) => figuresFrom(factsOfRaw(raw, settings));

test('a gap of 30 minutes ends a session, whatever the order of arrival', () => {
  const times = ['11:00:00', '10:00:00', '10:29:59', '10:30:00', '10:59:59.999'];
  // 10:00 to 11:00 without a gap of 30 minutes: one session, however they came.
  assert.equal(read(times.map(time => event(time)))('sessions'), 1);
  assert.equal(read(times.map(time => event(time)))('session-minutes'), 60);
  // Without the ones in the middle, two, of no length.
  const apart = read([event('10:30:00'), event('10:00:00')]);
  assert.deepEqual([apart('sessions'), apart('session-minutes'), apart('session-length')], [2, 0, 0]);
});

test('one session id of a person is one session, however long; its events are no part of the others', () => {
  const figures = read([
    event('08:00:00', 'click', 'a', { sessionId: 's' }),
    event('12:00:00', 'click', 'b', { sessionId: 's' }),
    event('08:10:00'),
    event('08:20:00'),
    by('bob', '08:00:00', 'click', 'c', { sessionId: 's' }),
  ]);
  assert.equal(figures('sessions'), 3); // ada's s (240 minutes), ada's unnamed (10), bob's s (0)
  assert.equal(figures('session-minutes'), 250);
  assert.equal(figures('session-length'), 250 / 3);
});

test('live events and each import have sessions of their own', () => {
  const raw = [event('10:00:00'), event('10:10:00'), event('10:20:00')];
  const arrived = batches => raw.map((one, place) => ({ ...one, batch: batches[place] }));
  assert.equal(read(arrived(['', '', '']))('sessions'), 1);
  assert.equal(read(arrived(['', 'history', '']))('sessions'), 2); // live from 10:00 to 10:20, imported at 10:10
  assert.equal(read(arrived(['', 'history', '']))('session-minutes'), 20);
  assert.equal(read(arrived(['', 'history', 'more']))('sessions'), 3);
  assert.equal(read([])('session-length'), null);
});

test('a session counts in each team and feature of its events, in the period of its start, with all its views', () => {
  const facts = factsOfRaw([
    event('2026-11-19T23:50:00Z', 'navigate', '/catalog'),
    event('2026-11-20T00:10:00Z', 'navigate', '/docs'),
    event('2026-11-20T00:20:00Z', 'navigate', '/catalog'),
  ]);
  const days = figuresFrom(facts, { granularity: 'day', from: '2026-11-19', to: '2026-11-20' });
  for (const team of [PAYMENTS, COMMERCE, 'org']) {
    for (const feature of ['*', 'techdocs', 'software-catalog']) {
      assert.equal(days('sessions', team, feature, '2026-11-19'), 1);
      assert.equal(days('session-minutes', team, feature, '2026-11-19'), 30);
      assert.equal(days('views-per-session', team, feature, '2026-11-19'), 3);
      assert.equal(days('sessions', team, feature, '2026-11-20'), 0);
    }
  }
  assert.equal(days('sessions', 'org', 'search', '2026-11-19'), 0);
  // A session that starts before the asked days isn't counted in them.
  assert.equal(figuresFrom(facts, { granularity: 'day', from: '2026-11-20', to: '2026-11-20' })('sessions'), 0);
});
