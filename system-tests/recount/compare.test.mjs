// A compare that can't fail proves nothing: it is held against an API that is right, and against faulty ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from './compare.mjs';
import { CATALOGUE, FEATURES, RECEIVED_AT, ROSTER, SCAFFOLDER } from './fixtures.mjs';
import { understand } from './events.mjs';
import { factsOf } from './facts.mjs';
import { frameOf } from './frame.mjs';
import { figuresOf, KPIS } from './kpis.mjs';
import { placesOf } from './places.mjs';
import { understandCheck, understandOutcome } from './reports.mjs';

const HOUR = 3_600_000;
const QUESTION = {
  api: 'http://api', from: '2026-11-04', to: '2026-11-21', zone: 'Europe/Paris', floor: 1,
  granularities: ['day', 'week', 'month', 'total'], kpis: KPIS, catalogue: CATALOGUE,
};
const DEEDS = [
  { action: 'navigate', subject: '/catalog' }, { action: 'search', subject: 'pay', value: 3 },
  { action: 'discover', subject: 'Payments', value: 2 }, { action: 'search', subject: 'nothing', value: 0 },
  { action: 'navigate', subject: '/docs' }, { action: 'not-found', subject: '/docs/none' },
  { action: 'click', subject: 'Template has been opened', context: SCAFFOLDER },
  { action: 'create', subject: 'Task has been created', value: 30, context: SCAFFOLDER },
  { action: 'retried', subject: 'Template has been retried', context: SCAFFOLDER },
  { action: 'cancelled', subject: 'Template has been cancelled', context: SCAFFOLDER },
];

/**
 * Visits of ten events, ten minutes apart, of three people in turn, one of them without a team; one event again, one too
 * late; and reports.
 */
function sent() {
  const events = [];
  for (let visit = 0; visit < 24; visit++) {
    DEEDS.forEach((deed, place) => events.push({
      ...understand({
        eventId: `${visit}-${place}`, user: `user:default/${['ada', 'bob', 'cyd'][visit % 3]}`,
        occurredAt: new Date(RECEIVED_AT - (visit * 17 % 400) * HOUR - 3 * HOUR + place * HOUR / 6).toISOString(),
        context: { pluginId: 'catalog' }, ...deed,
      }),
      batch: 'history',
    }));
  }
  events.push(events[5], { ...events[5], id: 'late', batch: '', at: RECEIVED_AT - 200 * HOUR });
  const days = ['16', '18', '20'];
  return {
    events,
    outcomes: days.map((day, place) => understandOutcome({
      taskId: day, template: 'template:default/service', outcome: place === 1 ? 'failed' : 'completed', finishedAt: `2026-11-${day}T10:00:00Z`, user: 'ada',
    })),
    checks: days.map((day, place) => understandCheck({
      check: 'readme', entity: `component:default/${day}`, passed: place === 0, checkedAt: `2026-11-${day}T10:00:00Z`, owner: 'payments',
    })),
  };
}

function count(posted) {
  return factsOf(posted, {
    features: FEATURES, roster: ROSTER, receivedAt: RECEIVED_AT, receivedTogether: true,
    askedAt: Date.parse('2026-12-31'), checklist: ['search', 'techdocs'], hourlyRate: 80,
  });
}

/** An API that counted the given facts; rows of nothing are left out, hours come with the zone's offset. */
function apiOver(facts, { floor = 1, reason } = {}) {
  const known = new Map();
  return async url => {
    const { granularity, groupBy = '', zone, from, to } = Object.fromEntries(url.searchParams);
    const kpi = url.pathname.split('/').at(-1);
    const key = `${granularity} ${zone} ${from} ${to}`;
    if (!known.has(key)) {
      const frame = frameOf({ granularity, zone, from, to });
      known.set(key, { frame, figures: figuresOf(facts, frame, KPIS) });
    }
    const { frame, figures } = known.get(key);
    const rows = [];
    for (const { team, feature } of placesOf(facts, frame, groupBy)) {
      frame.periods.forEach(({ label }, index) => {
        const { value, groups } = figures[kpi](team, feature, index);
        const withheld = groups.some(people => people > 0 && people < floor);
        const because = withheld && reason !== undefined ? { withheldBecause: reason } : {};
        const period = granularity === 'total' ? from : label;
        rows.push({ team, feature, period, value: withheld ? null : value, withheld, ...because });
      });
    }
    return rows;
  };
}

const RIGHT = apiOver(count(sent()));

test('an API that counts right shows no difference', async () => {
  const { found, compared } = await differences(count(sent()), QUESTION, RIGHT);
  assert.deepEqual(found, []);
  assert.ok(compared > 10_000, `${compared} cells`);
});

test('by the hour too, for what has a meaning by the hour', async () => {
  const question = { ...QUESTION, from: '2026-11-20', granularities: ['hour'] };
  const asked = new Set();
  const { found } = await differences(count(sent()), question, async url => {
    asked.add(url.pathname.split('/').at(-1));
    return RIGHT(url);
  });
  assert.deepEqual(found, []);
  assert.ok(asked.has('returning-users') && !asked.has('stickiness') && !asked.has('activation-rate'));
});

test('many days by the hour in parts, each with places of its own', async () => {
  const question = { ...QUESTION, from: '2026-11-13', to: '2026-11-26', granularities: ['hour'], kpis: ['inactive-users'] };
  const facts = count(sent());
  const rare = { ...facts.counted[0], feature: 'rare', at: Date.parse('2026-11-14T10:00:00Z') };
  const withRare = { ...facts, counted: [...facts.counted, rare] };
  const asked = new Set();
  const { found } = await differences(withRare, question, async url => {
    asked.add(`${url.searchParams.get('from')} ${url.searchParams.get('to')} ${url.searchParams.get('groupBy') ?? ''}`);
    return apiOver(withRare)(url);
  });
  assert.deepEqual(found, []);
  assert.deepEqual([...asked].filter(each => each.endsWith('team')), ['2026-11-13 2026-11-19 team', '2026-11-20 2026-11-26 team']);
});

for (const kpi of KPIS) {
  test(`fault: one wrong cell of ${kpi}`, async () => {
    const question = { ...QUESTION, granularities: ['day', 'week'], kpis: [kpi] };
    let planted = 0;
    const { found } = await differences(count(sent()), question, async url => {
      const rows = await RIGHT(url);
      const place = rows.findIndex(({ value }) => value > 0);
      if (place < 0) return rows;
      planted++;
      return rows.with(place, { ...rows[place], value: rows[place].value + 2e-6 });
    });
    assert.ok(planted > 0, 'there is something to get wrong');
    assert.equal(found.length, planted);
  });
}

const without = (posted, test) => ({ ...posted, events: posted.events.filter(event => !test(event)) });
const FAULTS = {
  'one event dropped': [posted => ({ ...posted, events: posted.events.slice(1) }), ['events', 'session-minutes']],
  'one event doubled': [posted => ({ ...posted, events: [...posted.events, { ...posted.events[7], id: 'doubled' }] }), ['template-runs']],
  'a window off by one': [posted => ({ ...posted, events: posted.events.map(event => ({ ...event, at: event.at - HOUR })) }), ['events']],
  'an event of somebody else': [
    posted => ({ ...posted, events: posted.events.with(3, { ...posted.events[3], person: 'user:default/eve' }) }),
    ['active-users', 'new-users', 'sessions', 'days-active', 'unassigned-share']],
  'the earlier visits of a person dropped': [
    posted => without(posted, ({ person, at }) => person === 'user:default/bob' && at < RECEIVED_AT - 100 * HOUR),
    ['returning-users', 'stickiness', 'adoption-rate', 'inactive-users', 'views-per-session']],
  'nobody opens a result': [posted => without(posted, ({ action }) => action === 'discover'), ['search-success-rate', 'result-rank']],
  'a search that found something': [
    posted => ({ ...posted, events: posted.events.with(3, { ...posted.events[3], value: 9 }) }), ['zero-result-searches', 'zero-result-rate']],
  'a person who opens no template': [
    posted => without(posted, ({ subject, person }) => person === 'user:default/ada' && subject === 'Template has been opened'),
    ['template-opens', 'template-conversion']],
  'someone looks at docs later': [
    posted => without(posted, ({ subject, at, person }) => person === 'user:default/bob' && subject === '/docs' && at < RECEIVED_AT - 100 * HOUR),
    ['days-to-unlock', 'checklist-progress']],
  'an outcome lost': [posted => ({ ...posted, outcomes: posted.outcomes.slice(1) }), ['template-runs-completed', 'template-success-rate']],
  'a check result lost': [posted => ({ ...posted, checks: posted.checks.slice(1) }), ['check-pass-rate']],
  'an event sent once more': [
    posted => ({ ...posted, events: [...posted.events, posted.events[0]] }), ['events-duplicate']],
};
for (const [fault, [plant, touched]] of Object.entries(FAULTS)) {
  test(`fault: ${fault}`, async () => {
    const { found } = await differences(count(sent()), QUESTION, apiOver(count(plant(sent()))));
    for (const kpi of touched) assert.ok(found.some(one => one.kpi === kpi), kpi);
  });
}

test('small groups must be withheld, and only they', async () => {
  const right = await differences(count(sent()), { ...QUESTION, floor: 3 }, apiOver(count(sent()), { floor: 3 }));
  assert.deepEqual(right.found, []);
  const open = await differences(count(sent()), { ...QUESTION, floor: 3 }, RIGHT);
  assert.ok(open.found.some(({ counted }) => String(counted).startsWith('withheld')));
  const closed = await differences(count(sent()), QUESTION, apiOver(count(sent()), { floor: 3 }));
  assert.ok(closed.found.some(({ answered }) => answered === 'withheld'));
});

test('more may be withheld when the row says it is to protect others, not because of few people', async () => {
  const differ = async (floor, reason) =>
    (await differences(count(sent()), { ...QUESTION, floor, kpis: ['events'] }, apiOver(count(sent()), { floor: 4, reason }))).found;
  assert.deepEqual(await differ(3, 'neighbour'), []);
  assert.ok((await differ(3, 'few-people')).length > 0);
  assert.ok((await differ(3)).length > 0);
  assert.ok((await differ(1, 'neighbour')).length > 0, 'with nothing to protect, nothing may be withheld');
});

const ANSWERS = {
  'a withheld row with a value': row => ({ ...row, withheld: true, withheldBecause: 'neighbour' }),
  'a null that isn\'t withheld': row => ({ ...row, value: null }),
  'no row where there is something': row => (row.value > 0 ? [] : row),
  'a row twice': row => [row, row],
  'a period that wasn\'t asked for': row => ({ ...row, period: '2026-12-24' }),
};
for (const [fault, change] of Object.entries(ANSWERS)) {
  test(`fault: ${fault}`, async () => {
    const question = { ...QUESTION, floor: 2, granularities: ['week'], kpis: ['events'] };
    const { found } = await differences(count(sent()), question, async url => (await apiOver(count(sent()), { floor: 2 })(url)).flatMap(change));
    assert.ok(found.length > 0);
  });
}
