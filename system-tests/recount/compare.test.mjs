// A compare that can't fail proves nothing: it is held against an API that is right, and against faulty ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsOf, KPIS } from './cells.mjs';
import { differences } from './compare.mjs';
import { countEvents } from './count.mjs';
import { understand } from './events.mjs';
import { FEATURES, RECEIVED_AT, ROSTER } from './fixtures.mjs';

const QUESTION = {
  api: 'http://api', from: '2026-11-16', to: '2026-11-21', zone: 'Europe/Paris', floor: 1,
  granularities: ['hour', 'day', 'week', 'month', 'total'], kpis: Object.keys(KPIS),
};
const HOUR = 3_600_000;

function sent() {
  const events = [];
  for (let i = 0; i < 60; i++) {
    events.push(understand({
      eventId: `e${i}`, user: `user:default/${['ada', 'bob', 'cyd'][i % 3]}`,
      occurredAt: new Date(RECEIVED_AT - (i * 89 % 100) * HOUR).toISOString(),
      action: i % 4 === 0 ? 'navigate' : 'click', subject: `/catalog/${i}`, context: { pluginId: 'catalog' },
    }));
  }
  return events.map(event => ({ ...event, batch: '' }));
}

function count(events) {
  return countEvents(events, { features: FEATURES, roster: ROSTER, receivedAt: RECEIVED_AT });
}

/** An API that counted the given additions; rows of nothing are left out, hours come with the zone's offset. */
function apiOver(counted, floor = 1) {
  return async url => {
    const { granularity, groupBy, zone, from, to } = Object.fromEntries(url.searchParams);
    const kpi = url.pathname.split('/').at(-1);
    return [...cellsOf(counted, { granularity, zone, from, to }).values()]
      .filter(cell => groupBy.includes('feature') ? cell.feature !== '*' : cell.feature === '*')
      .filter(cell => groupBy.includes('team') || cell.team === 'org')
      .map(({ people, ...cell }) => ({
        team: cell.team, feature: cell.feature, period: granularity === 'total' ? from : cell.period,
        value: people.size < floor ? null : KPIS[kpi]({ people, ...cell }), withheld: people.size < floor,
      }));
  };
}

test('an API that counts right shows no difference', async () => {
  const { found, compared } = await differences(count(sent()), QUESTION, apiOver(count(sent())));
  assert.deepEqual(found, []);
  assert.ok(compared > 1000, `${compared} cells`);
});

const FAULTS = {
  'one event dropped': events => events.slice(1),
  'one event doubled': events => [...events, { ...events[7], id: 'doubled' }],
  'a window off by one': events => events.map(event => ({ ...event, at: event.at - HOUR })),
  'one event of another person': events => events.with(3, { ...events[3], person: 'user:default/eve' }),
};
for (const [fault, plant] of Object.entries(FAULTS)) {
  test(`fault: ${fault}`, async () => {
    const { found } = await differences(count(sent()), QUESTION, apiOver(count(plant(sent()))));
    assert.ok(found.length > 0);
  });
}

test('small groups must be withheld, and only they', async () => {
  const right = await differences(count(sent()), { ...QUESTION, floor: 3 }, apiOver(count(sent()), 3));
  assert.deepEqual(right.found, []);
  const open = await differences(count(sent()), { ...QUESTION, floor: 3 }, apiOver(count(sent())));
  assert.ok(open.found.some(({ counted }) => counted === 'withheld'));
  const closed = await differences(count(sent()), QUESTION, apiOver(count(sent()), 3));
  assert.ok(closed.found.some(({ answered }) => answered === 'withheld'));
});

test('a cell answered twice is a difference', async () => {
  const twice = async url => (await apiOver(count(sent()))(url)).flatMap(row => [row, row]);
  const { found } = await differences(count(sent()), QUESTION, twice);
  assert.ok(found.some(({ answered }) => answered === 'two rows'));
});
