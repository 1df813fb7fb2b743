// The lists, against answers written by hand, and the same with something wrong in them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { by, CATALOGUE, COMMERCE, factsOfRaw, PAYMENTS, SCAFFOLDER } from './fixtures.mjs';
import { listDifferences } from './lists.mjs';

// Weeks begin on the 2nd, 9th and 16th. ada: all three; bob: the first and the third; eve: the second.
const run = { context: SCAFFOLDER };
const FACTS = factsOfRaw([
  by('ada', '2026-11-03T10:00:00Z', 'navigate', '/catalog'),
  by('bob', '2026-11-04T10:00:00Z', 'navigate', '/catalog'),
  by('eve', '2026-11-11T10:00:00Z', 'search', 'Pay'),
  by('ada', '2026-11-10T10:00:00Z', 'create', 'Task has been created', run),
  by('ada', '2026-11-17T10:00:00Z', 'create', 'Task has been created', run),
  by('bob', '2026-11-19T10:00:00Z', 'search', 'pay '),
], { batch: 'history' });
const question = list => ({
  api: 'http://api', from: '2026-11-02', to: '2026-11-22', zone: 'UTC', floor: 1, kpis: ['events'], catalogue: CATALOGUE, lists: [list],
});
const differ = async (list, rowsOf) => (await listDifferences(FACTS, question(list), async url => rowsOf(url))).found;

/** Weekly answers for org; teams and months are answered right by leaving out what is nothing, so only org's weeks are held. */
const ofOrgWeeks = rows => async (list, change = row => row) => {
  const found = await differ(list, url =>
    (url.searchParams.get('team') === 'org' && url.searchParams.get('granularity') === 'week' ? rows.map(change) : []));
  return found.filter(({ team, granularity }) => team === 'org' && granularity === 'week');
};

test('growth: the five figures of each week', async () => {
  const weeks = ofOrgWeeks([
    { period: '2026-11-02', active: 2, new: 2, returning: 0, resurrected: 0, dormant: 0 },
    { period: '2026-11-09', active: 2, new: 1, returning: 1, resurrected: 0, dormant: 1 },
    { period: '2026-11-16', active: 2, new: 0, returning: 1, resurrected: 1, dormant: 1 },
  ]);
  assert.deepEqual(await weeks('growth'), []);
  assert.equal((await weeks('growth', row => ({ ...row, dormant: 0 }))).length, 2);
});

test('retention: ada stays, bob comes back, eve doesn\'t', async () => {
  const cell = (offset, value, rate) => ({ offset, value, rate, withheld: false });
  const weeks = ofOrgWeeks([
    { cohort: '2026-11-02', people: 2, withheld: false, cells: [cell(0, 2, 1), cell(1, 1, 0.5), cell(2, 2, 1)] },
    { cohort: '2026-11-09', people: 1, withheld: false, cells: [cell(0, 1, 1), cell(1, 0, 0)] },
    { cohort: '2026-11-16', people: 0, withheld: false, cells: [cell(0, 0, null)] },
  ]);
  assert.deepEqual(await weeks('retention'), []);
  assert.equal((await weeks('retention', row => ({ ...row, people: row.people + 1 }))).length, 3);
  assert.equal((await weeks('retention', row => ({ ...row, cells: row.cells.map(one => ({ ...one, value: 0 })) }))).length, 4);
});

const TOPS = {
  'templates': [{ item: 'template:default/service', count: 2, people: 1, lastUse: '2026-11-17T10:00:00Z' }],
  'search-terms': [{ item: 'pay', count: 2, people: 2, lastUse: '2026-11-19T10:00:00Z' }],
  'pages': [{ item: '/catalog', count: 2, people: 2, lastUse: '2026-11-04T10:00:00Z' }],
};

test('tops: how often, by how many, when last', async () => {
  const rows = url => TOPS[url.pathname.split('/').at(-1)];
  assert.deepEqual(await differ('tops', rows), []);
  for (const change of [{ count: 3 }, { people: 9 }, { lastUse: '2026-11-01T10:00:00Z' }, { item: 'x' }]) {
    assert.ok((await differ('tops', url => rows(url).map(row => ({ ...row, ...change })))).length >= 3, JSON.stringify(change));
  }
});

test('tops: what too few people used isn\'t named', async () => {
  const found = await listDifferences(FACTS, { ...question('tops'), floor: 2 }, async url => TOPS[url.pathname.split('/').at(-1)]);
  assert.deepEqual(found.found.map(({ item }) => item), ['template:default/service']);
});

test('tops: what is named only was used by enough people', async () => {
  const named = url => TOPS[url.pathname.split('/').at(-1)].map(({ item }) => ({ item, count: null, people: null, lastUse: null, withheld: true }));
  const found = await listDifferences(FACTS, { ...question('tops'), floor: 2 }, async url => named(url));
  assert.deepEqual(found.found.map(({ item }) => item), ['template:default/service']);
});

test('matrix: a total per team and feature', async () => {
  const totals = [];
  const add = (team, feature, value) => totals.push({ team, feature, period: '2026-11-02', value, withheld: false });
  for (const team of ['org', COMMERCE]) {
    add(team, 'software-catalog', 2);
    add(team, 'templates', 2);
  }
  add(PAYMENTS, 'software-catalog', 1);
  add(PAYMENTS, 'templates', 2);
  add('org', 'search', 2);
  add(COMMERCE, 'search', 1);
  add('unassigned', 'search', 1);
  assert.deepEqual(await differ('matrix', () => totals), []);
  assert.equal((await differ('matrix', () => totals.with(0, { ...totals[0], value: 3 }))).length, 1);
  assert.equal((await differ('matrix', () => totals.slice(1))).length, 1);
});

const FUNNELS = {
  'search,software-catalog': [['org', [2, 0]], [COMMERCE, [1, 0]], ['unassigned', [1, 0]], [PAYMENTS, [0, 0]]],
  'templates:open,templates:create': [['org', [0, 0]]],
  '*,templates:open,templates:step-1,templates:create': [['org', [3, 0, 0, 0]], [COMMERCE, [2, 0, 0, 0]], [PAYMENTS, [1, 0, 0, 0]], ['unassigned', [1, 0, 0, 0]]],
  'software-catalog,search,software-catalog:navigate': [['org', [2, 1, 0]], [COMMERCE, [2, 1, 0]], [PAYMENTS, [1, 0, 0]]],
};
const BOBS_WAIT = 15 * 24 * 60 * 60;
const EMPTY = { people: 0, events: 0, withheld: false };
const SERVICE = {
  template: 'template:default/service', stages: [{ stage: 'open', ...EMPTY }, { stage: 'create', people: 1, events: 2, withheld: false }],
  restarts: EMPTY, retries: EMPTY, cancels: EMPTY,
};

/** Answers by hand; who has nothing has rows of 0. */
function funnelRows(url, change = row => row) {
  if (url.pathname.endsWith('/templates/funnel')) return [SERVICE].map(change);
  const steps = url.searchParams.get('steps');
  const told = new Map(FUNNELS[steps]);
  return ['org', COMMERCE, PAYMENTS, 'unassigned'].flatMap(team => steps.split(',').map((step, index) => {
    const people = told.get(team)?.[index] ?? 0;
    return change({ team, number: index + 1, step, people, medianSeconds: index > 0 && people > 0 ? BOBS_WAIT : null, withheld: false });
  }));
}

test('funnels: who came how far, in what time', async () => {
  assert.deepEqual(await differ('funnels', url => funnelRows(url)), []);
  const wrong = change => differ('funnels', url => funnelRows(url, change));
  assert.equal((await wrong(row => (row.people === undefined ? row : { ...row, people: row.people + 1 }))).length, 44);
  assert.equal((await wrong(row => (row.medianSeconds ? { ...row, medianSeconds: 1 } : row))).length, 2);
  assert.equal((await wrong(row => (row.template ? { ...row, cancels: { ...EMPTY, events: 1 } } : row))).length, 1);
  assert.equal((await wrong(row => (row.template ? { ...row, stages: row.stages.slice(1) } : row))).length, 1);
  assert.equal((await wrong(row => (row.template ? { ...row, template: 'template:default/other' } : row))).length, 2);
});

test('funnels: steps of few are withheld, others only with a reason of their own', async () => {
  const floor = 2;
  const answered = (url, change, isSilent) => {
    if (url.pathname.endsWith('/kpis/active-users')) return [{ value: isSilent ? null : 0, withheld: isSilent }];
    return url.pathname.endsWith('/templates/funnel') ? [] : funnelRows(url, change);
  };
  const found = (change, isSilent = false) => listDifferences(FACTS, { ...question('funnels'), floor }, async url => answered(url, change, isSilent)).then(all => all.found);
  const withheld = (row, because) => ({ ...row, people: null, medianSeconds: null, withheld: true, withheldBecause: because });
  const few = row => row.people > 0 && row.people < floor;
  const right = row => (few(row) ? withheld(row, 'few-people') : row);
  assert.deepEqual(await found(right), []);
  assert.ok((await found(row => row)).length > 0, 'few must be withheld');
  assert.ok((await found(row => (few(row) ? withheld(row, 'neighbours') : row))).length > 0, 'for what they are');
  const more = because => row => (row.people > 0 ? withheld(row, few(row) ? 'few-people' : because) : row);
  assert.deepEqual(await found(more('neighbours')), []);
  assert.ok((await found(more('few-people'))).length > 0, 'enough people aren\'t few');
  assert.ok((await found(more(undefined))).length > 0, 'a reason must be given');
  const nobodyWithheld = row => (row.people === 0 ? withheld(row, 'neighbours') : right(row));
  assert.ok((await found(nobodyWithheld)).length > 0, 'nobody is told');
  assert.deepEqual(await found(nobodyWithheld, true), [], 'but where nothing is told of the feature');
});
