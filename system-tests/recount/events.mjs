// Reads events as they were posted and says of each what the counting needs, or that it was bound to be refused.
import { readFileSync } from 'node:fs';
import { canonicalRef } from './refs.mjs';

/**
 * Reads NDJSON: each line an event, an array of them, or {"events":[…]}; in order of sending.
 * batch is '' for live events, else the name of the import they belong to.
 */
export function readEvents(file, batch) {
  const events = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const posted = JSON.parse(line);
    const list = Array.isArray(posted) ? posted : (posted.events ?? [posted]);
    for (const event of list) events.push({ ...understand(event), batch });
  }
  return events;
}

/** An event of the native or the Adoption Insights format in one shape; usable is false when it names too little. */
export function understand(raw) {
  const context = raw?.context ?? {};
  const adoptionInsights = raw?.eventId === undefined && context.timestamp !== undefined;
  const user = adoptionInsights ? context.userName : raw?.user;
  const time = adoptionInsights ? context.timestamp : raw?.occurredAt;
  const event = {
    id: adoptionInsights ? JSON.stringify(raw) : raw?.eventId,
    at: instantOf(time),
    person: personOf(user, raw?.sessionId),
    sessionId: raw?.sessionId ?? '',
    groups: (raw?.groups ?? []).map(group => canonicalRef(String(group).trim(), 'group'))
      .filter(group => group?.startsWith('group:')),
    action: raw?.action,
    subject: raw?.subject ?? '',
    value: raw?.value,
    pluginId: context.pluginId ?? '',
    extensionId: context.extensionId ?? '',
    extension: context.extension ?? '',
    routeRef: context.routeRef ?? '',
    entityRef: entityOf(context, raw?.attributes ?? {}) ?? '',
  };
  if (event.action === 'navigate') event.subject = pathOf(event.subject);
  const named = text => typeof text === 'string' && text.trim() !== '';
  return { ...event, usable: named(event.id) && named(event.action) && event.at !== null && event.person !== null };
}

/** Milliseconds of an ISO time with a zone or offset; null when it is not one. */
export function instantOf(time) {
  if (typeof time !== 'string' || !/(Z|[+-]\d\d:?\d\d)$/.test(time)) return null;
  const at = Date.parse(time);
  return Number.isNaN(at) ? null : at;
}

/** People without a user are told apart by their session; without that they are one person. */
export function personOf(user, sessionId) {
  if (user) {
    const person = canonicalRef(user, 'user');
    return person?.startsWith('user:') ? person : null;
  }
  return sessionId ? `session ${sessionId}` : 'anonymous';
}

/** The entity concerned: the one named, else the one the route's parameters name. */
function entityOf(context, { kind, namespace = 'default', name }) {
  return canonicalRef(context.entityRef, 'component') ?? canonicalRef(`${kind}:${namespace}/${name}`, 'component');
}

/** No query, no fragment, no trailing slash. */
function pathOf(subject) {
  let path = subject.split('?')[0].split('#')[0];
  while (path.length > 1 && path.endsWith('/')) path = path.slice(0, -1);
  return path === '' && subject !== '' ? '/' : path;
}
