// The organisation, read from Backstage catalog YAML: whose teams are which, with every ancestor.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { canonicalRef } from './refs.mjs';

/**
 * Reads files and directories of catalog YAML: {groups, parents, groupsOf, joinedAt}. Kinds but Group and User are passed
 * over, and members without a User. A date of joining is its midnight in UTC.
 */
export function readRoster(places) {
  const roster = { groups: new Set(), parents: new Map(), groupsOf: new Map(), joinedAt: new Map() };
  const users = new Set();
  for (const place of places) {
    for (const file of yamlFiles(place)) {
      for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
        if (document.errors.length > 0) throw new Error(`${file}: ${document.errors[0].message}`);
        addEntity(roster, users, document.toJS());
      }
    }
  }
  for (const member of roster.groupsOf.keys()) {
    if (!users.has(member)) roster.groupsOf.delete(member);
  }
  return roster;
}

/** The teams an event counts for: the roster's for whom it knows, else the event's own; all ancestors; and org. */
export function teamsOf(roster, person, eventGroups) {
  const own = [...(roster.groupsOf.get(person) ?? eventGroups)];
  if (own.length === 0) return ['unassigned', 'org'];
  const teams = new Set(own);
  for (const team of teams) {
    for (const parent of roster.parents.get(team) ?? []) teams.add(parent);
  }
  teams.add('org');
  return [...teams];
}

function yamlFiles(place) {
  if (statSync(place).isFile()) return [place];
  const files = [];
  for (const name of readdirSync(place).sort()) {
    const path = join(place, name);
    if (statSync(path).isDirectory()) files.push(...yamlFiles(path));
    else if (/\.ya?ml$/.test(name)) files.push(path);
  }
  return files;
}

function addEntity(roster, users, entity) {
  const kind = String(entity?.kind ?? '').toLowerCase();
  if (kind !== 'group' && kind !== 'user') return;
  const namespace = String(entity.metadata.namespace ?? 'default').toLowerCase();
  const self = canonicalRef(String(entity.metadata.name), kind, namespace);
  const refs = (list, defaultKind) =>
    (list ?? []).map(ref => canonicalRef(String(ref), defaultKind, namespace)).filter(ref => ref !== null);
  if (kind === 'user') {
    users.add(self);
    const joined = Date.parse(entity.metadata.annotations?.['footlights.dev/joined-at']);
    if (!Number.isNaN(joined)) roster.joinedAt.set(self, joined);
    add(roster.groupsOf, self, refs(entity.spec?.memberOf, 'group'));
    return;
  }
  roster.groups.add(self);
  add(roster.parents, self, refs(entity.spec?.parent ? [entity.spec.parent] : [], 'group'));
  for (const child of refs(entity.spec?.children, 'group')) add(roster.parents, child, [self]);
  for (const member of refs(entity.spec?.members, 'user')) add(roster.groupsOf, member, [self]);
}

function add(map, key, values) {
  if (!map.has(key)) map.set(key, new Set());
  for (const value of values) map.get(key).add(value);
}
