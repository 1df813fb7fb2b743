// Searches and what came of them, by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { by, event, factsOfRaw, figuresFrom, PAYMENTS } from '../fixtures.mjs';

const read = (raw, settings) => figuresFrom(factsOfRaw(raw, settings));
const search = (time, term, value) => event(time, 'search', term, { value });
const discover = (time, value) => event(time, 'discover', 'A result', { value });

test('what a search found is what its last term found', () => {
  const figures = read([
    search('10:00:00', 'pa', 0), search('10:00:01', 'pay', 4), // one search, found something
    search('10:01:00', 'pay', 3), search('10:01:01', 'payx', 0), // one, found nothing
    search('10:02:00', 'roster'), // one, not told what it found
  ]);
  assert.deepEqual(['searches', 'zero-result-searches', 'zero-result-rate'].map(kpi => figures(kpi)), [3, 1, 1 / 3]);
  assert.equal(read([event('10:00:00')])('zero-result-rate'), null);
});

test('a search succeeds by the next result opened before the next search', () => {
  const rate = (...raw) => read(raw)('search-success-rate');
  assert.equal(rate(search('10:00:00', 'pay', 4), event('10:00:05'), discover('10:29:59.999', 1)), 1);
  assert.equal(rate(search('10:00:00', 'pay', 4), discover('10:30:00', 1)), 0);
  assert.equal(rate(search('10:00:00', 'pay', 4), discover('09:30:00.001', 1)), 1); // its clock was behind
  assert.equal(rate(search('10:00:00', 'pay', 4), search('10:01:00', 'x', 4), discover('10:01:05', 1)), 0.5);
  assert.equal(rate(search('10:00:00', 'pay', 4), discover('10:00:05', 1), discover('10:00:09', 2)), 1);
  // The first result opened is the one that tells: it came an hour later, so that the second says nothing.
  assert.equal(rate(search('10:00:00', 'pay', 4), discover('11:00:00', 1), discover('10:00:09', 2)), 0);
  assert.equal(rate(search('10:00:00', 'pay', 4), by('bob', '10:00:05', 'discover', 'A result')), 0);
  // Typed terms are one search; the result opened is the whole's.
  assert.equal(rate(search('10:00:00', 'pa', 4), search('10:00:01', 'pay', 4), discover('10:00:05', 1)), 1);
});

test('a search and its success lie where its last term lies', () => {
  const facts = factsOfRaw([
    search('2026-11-19T23:59:59Z', 'pa', 0), search('2026-11-20T00:00:00Z', 'pay', 0), discover('2026-11-20T00:10:00Z', 1),
  ]);
  const days = figuresFrom(facts, { granularity: 'day', from: '2026-11-19', to: '2026-11-20' });
  assert.equal(days('searches', 'org', '*', '2026-11-19'), 0);
  assert.equal(days('zero-result-searches', 'org', 'search', '2026-11-19'), 0);
  assert.equal(days('search-success-rate', PAYMENTS, 'search', '2026-11-20'), 1);
});

test('ranks: the median, 100 at most, of results that say theirs', () => {
  const ranks = (...values) => read(values.map(value => discover('10:00:00', value)))('result-rank');
  assert.equal(ranks(7, 1, 3), 3);
  assert.equal(ranks(1, 4, 2, 100), 3);
  assert.equal(ranks(2, 500), 51);
  assert.equal(ranks(5, undefined), 5);
  assert.equal(ranks(undefined), null);
});

test('docs not found, wherever they were looked for', () => {
  const figures = read([event('10:00:00', 'not-found', '/docs/none', { context: { pluginId: 'techdocs' } })]);
  assert.equal(figures('docs-not-found', PAYMENTS, 'techdocs'), 1);
  assert.equal(figures('docs-not-found', 'org', 'search'), 0);
});
