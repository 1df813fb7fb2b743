// What the recount's own tests share: the shipped features, a small organisation, and ways to write events down.
import { fileURLToPath } from 'node:url';
import { understand } from './events.mjs';
import { factsOf } from './facts.mjs';
import { readFeatures } from './features.mjs';
import { frameOf } from './frame.mjs';
import { figuresOf, KPIS, readCatalogue } from './kpis.mjs';

const shipped = name => fileURLToPath(new URL(`../../schemas/src/main/resources/footlights/${name}`, import.meta.url));

export const FEATURES = readFeatures(shipped('features.yaml'));
export const CATALOGUE = readCatalogue(shipped('kpis.yaml'));

export const PAYMENTS = 'group:default/payments';
export const COMMERCE = 'group:default/commerce';

/** ada is in payments, which is part of commerce; bob in commerce itself. bob joined on the 12th. */
export const ROSTER = {
  groups: new Set([PAYMENTS, COMMERCE]),
  parents: new Map([[PAYMENTS, new Set([COMMERCE])]]),
  groupsOf: new Map([['user:default/ada', new Set([PAYMENTS])], ['user:default/bob', new Set([COMMERCE])]]),
  joinedAt: new Map([['user:default/bob', Date.parse('2026-11-12')]]),
};

/** A Saturday. */
export const RECEIVED_AT = Date.parse('2026-11-21T12:00:00Z');

export const SCAFFOLDER = { pluginId: 'scaffolder', entityRef: 'template:default/service' };

let ids = 0;

/** An event of ada's in the catalog; a time without a day is on Friday, 20 November. */
export function event(time, action = 'click', subject = 'Owner', more = {}) {
  const occurredAt = time.includes('-') ? time : `2026-11-20T${time}Z`;
  return { eventId: `e${++ids}`, occurredAt, user: 'user:default/ada', action, subject, context: { pluginId: 'catalog' }, ...more };
}

/** The same of somebody else. */
export function by(person, time, action, subject, more = {}) {
  return event(time, action, subject, { user: `user:default/${person}`, ...more });
}

/** Facts of raw events, in order of arrival; live ones unless they say their batch, or one is given for all. */
export function factsOfRaw(raw, { batch = '', outcomes, checks, ...settings } = {}) {
  const events = raw.map(one => ({ ...understand(one), batch: one.batch ?? batch }));
  return factsOf({ events, outcomes, checks },
    { features: FEATURES, roster: ROSTER, receivedAt: RECEIVED_AT, receivedTogether: true, ...settings });
}

/** A reader of figures: (kpi, team, feature, period) => value. Days from and to are inclusive. */
export function figuresFrom(facts, { granularity = 'total', zone = 'UTC', from = '2025-01-01', to = '2026-12-31' } = {}) {
  const frame = frameOf({ granularity, zone, from, to });
  const figures = figuresOf(facts, frame, KPIS);
  return (kpi, team = 'org', feature = '*', period = frame.periods[0].label) =>
    figures[kpi](team, feature, frame.periods.findIndex(({ label }) => label === period)).value;
}
