// Reads what else was posted: how template tasks ended, what maturity checks found, and which features the checklist has.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { instantOf, personOf } from './events.mjs';
import { canonicalRef } from './refs.mjs';

const OUTCOMES = ['completed', 'failed', 'cancelled'];

/** NDJSON of template outcomes in order of sending; those that name too little were refused and are passed over. */
export function readOutcomes(file) {
  return readPosted(file).map(understandOutcome).filter(outcome => outcome !== null);
}

/** Without a user nobody's groups are known, whatever is said of groups. */
export function understandOutcome({ taskId, template, outcome, finishedAt, user, groups }) {
  const person = personOf(user, '');
  const at = instantOf(finishedAt);
  if (!taskId || !template || !OUTCOMES.includes(outcome) || at === null || person === null) return null;
  const refs = (user ? groups ?? [] : []).map(group => canonicalRef(group, 'group')).filter(group => group !== null);
  return { task: taskId, template: canonicalRef(template, 'template'), outcome, finishedAt: at, person, groups: refs };
}

/** NDJSON of check results in order of sending; those that name too little were refused and are passed over. */
export function readChecks(file) {
  return readPosted(file).map(understandCheck).filter(result => result !== null);
}

export function understandCheck({ check, entity, passed, checkedAt, owner, owners }) {
  const about = canonicalRef(entity, 'component');
  const at = instantOf(checkedAt);
  if (!check || about === null || typeof passed !== 'boolean' || at === null) return null;
  const refs = [owner, ...(owners ?? [])].map(ref => canonicalRef(ref, 'group')).filter(group => group !== null);
  return { check, entity: about, passed, checkedAt: at, owners: refs };
}

/** The features of the checklist, by onboarding.yaml. */
export function readChecklist(file) {
  return parse(readFileSync(file, 'utf8')).checklist.map(({ feature }) => feature);
}

/** A line is one of them, an array of them, or an object with such an array. */
function readPosted(file) {
  const posted = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const body = JSON.parse(line);
    const batch = Array.isArray(body) ? body : Object.values(body).find(value => typeof value?.[0] === 'object');
    posted.push(...(batch ?? [body]));
  }
  return posted;
}
