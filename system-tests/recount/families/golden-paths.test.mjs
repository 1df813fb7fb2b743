// Templates, by hand: what people did, and what the scaffolder's side told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { by, COMMERCE, event, factsOfRaw, figuresFrom, PAYMENTS, SCAFFOLDER } from '../fixtures.mjs';
import { understandOutcome } from '../reports.mjs';

const context = SCAFFOLDER;
const open = (person, time) => by(person, time, 'click', 'Template has been opened', { context });
const run = (person, time, value) => by(person, time, 'create', 'Task has been created', { context, value });

test('opened, run, run again, cancelled', () => {
  const read = figuresFrom(factsOfRaw([
    open('ada', '10:00:00'), open('ada', '10:01:00'), run('ada', '10:02:00', 45),
    event('10:03:00', 'click', 'Task has been started over', { context }),
    event('10:04:00', 'retried', 'Template has been retried', { context }),
    event('10:05:00', 'cancelled', 'Template has been cancelled', { context }),
    // Not the scaffolder's:
    event('10:06:00', 'click', 'Template has been opened'), event('10:07:00', 'retried', 'Build'),
    event('10:08:00', 'cancelled', 'Build'), event('10:09:00', 'create', 'Task has been created'),
  ], { hourlyRate: 80 }));
  const figures = ['template-opens', 'template-runs', 'template-retries', 'template-cancels', 'minutes-saved', 'money-saved'];
  assert.deepEqual(figures.map(kpi => read(kpi)), [2, 1, 2, 1, 45, 60]); // 45 minutes at 80 an hour
});

test('conversion is of people, and within the period', () => {
  const facts = factsOfRaw([
    open('ada', '2026-11-19T10:00:00Z'), run('ada', '2026-11-20T10:00:00Z'), // a day later
    open('bob', '2026-11-20T10:00:00Z'), open('bob', '2026-11-20T11:00:00Z'), run('bob', '2026-11-20T09:00:00Z'),
    run('eve', '2026-11-20T09:00:00Z'), // never opened anything
  ]);
  const days = figuresFrom(facts, { granularity: 'day', from: '2026-11-19', to: '2026-11-20' });
  assert.equal(days('template-conversion', 'org', '*', '2026-11-19'), 0);
  assert.equal(days('template-conversion', 'org', '*', '2026-11-20'), 1); // bob; ada opened none that day
  assert.equal(days('template-conversion', PAYMENTS, '*', '2026-11-20'), null);
  assert.equal(figuresFrom(facts)('template-conversion'), 1);
  assert.equal(figuresFrom(facts)('template-conversion', 'unassigned'), null);
});

test('days to the first run: the median of those whose first run lies in the period', () => {
  const facts = factsOfRaw([
    event('2026-11-16T12:00:00Z'), run('ada', '2026-11-18T00:00:00Z'), run('ada', '2026-11-20T00:00:00Z'), // 1.5 days
    run('bob', '2026-11-18T12:00:00Z'), // his first event: 0 days
    by('eve', '2026-11-15T12:00:00Z'), run('eve', '2026-11-18T12:00:00Z'), // 3 days
  ]);
  const days = figuresFrom(facts, { granularity: 'day', from: '2026-11-18', to: '2026-11-20' });
  assert.equal(days('days-to-first-run', 'org', '*', '2026-11-18'), 1.5);
  assert.equal(days('days-to-first-run', COMMERCE, '*', '2026-11-18'), 0.75); // of 0 and 1.5
  assert.equal(days('days-to-first-run', 'org', '*', '2026-11-20'), null);
});

test('outcomes: the last word on a task, in the period it finished, for the teams of who ran it', () => {
  const told = (taskId, outcome, day, more = {}) => understandOutcome(
    { taskId, template: 'template:default/service', outcome, finishedAt: `2026-11-${day}T10:00:00Z`, user: 'ada', ...more });
  const facts = factsOfRaw([], {
    outcomes: [
      told('1', 'failed', '19'), told('2', 'completed', '20'), told('3', 'cancelled', '20'),
      told('1', 'completed', '20'), // what was said of task 1 before no longer counts, not even on the 19th
      told('4', 'failed', '20', { user: 'user:default/guest', groups: ['payments'] }),
      told('5', 'failed', '20', { user: undefined, groups: ['payments'] }),
    ],
  });
  const days = figuresFrom(facts, { granularity: 'day', from: '2026-11-19', to: '2026-11-20' });
  const of = (kpi, team, day) => days(kpi, team, '*', `2026-11-${day}`);
  assert.equal(of('template-runs-failed', 'org', '19'), 0);
  assert.equal(of('template-success-rate', 'org', '19'), null);
  assert.equal(of('template-runs-completed', 'org', '20'), 2);
  assert.equal(of('template-runs-failed', 'org', '20'), 2);
  assert.equal(of('template-success-rate', 'org', '20'), 0.5);
  assert.equal(of('template-success-rate', PAYMENTS, '20'), 2 / 3);
  assert.equal(of('template-runs-failed', 'unassigned', '20'), 1);
});

test('an outcome that names too little was refused', () => {
  const whole = { taskId: '1', template: 'template:default/service', outcome: 'failed', finishedAt: '2026-11-20T10:00:00Z', user: 'ada' };
  assert.notEqual(understandOutcome(whole), null);
  assert.equal(understandOutcome({ ...whole, taskId: '' }), null);
  assert.equal(understandOutcome({ ...whole, outcome: 'exploded' }), null);
  assert.equal(understandOutcome({ ...whole, finishedAt: 'yesterday' }), null);
});
