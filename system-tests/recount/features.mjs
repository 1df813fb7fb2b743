// Which feature an event belongs to, by the rules of features.yaml, read as its header says.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Reads features.yaml: [{id, rules: [{condition: text}]}], in order. */
export function readFeatures(file) {
  return parse(readFileSync(file, 'utf8')).features.map(({ id, rules }) => ({ id, rules: rules ?? [] }));
}

/** The first feature with a rule whose every condition holds; else the plugin id; else other. */
export function featureOf(features, event) {
  const facts = {
    plugin: pluginOf(event),
    extension: event.extensionId || event.extension,
    route: event.routeRef,
    path: event.action === 'navigate' ? event.subject : '',
    action: event.action,
    kind: event.entityRef.includes(':') ? event.entityRef.split(':')[0] : '',
  };
  for (const feature of features) {
    for (const rule of feature.rules) {
      let holds = true;
      for (const [condition, pattern] of Object.entries(rule)) {
        if (!globMatches(String(pattern), facts[condition])) holds = false;
      }
      if (holds) return feature.id;
    }
  }
  return /^[a-z0-9][a-z0-9._-]{0,63}$/.test(facts.plugin) ? facts.plugin : 'other';
}

/** The plugin an event comes from: on an entity page the one its extension id names, entity-content:<plugin>/… */
export function pluginOf(event) {
  const named = /^entity-[^:]*:([^/]+)/.exec(event.extensionId);
  return named ? named[1] : event.pluginId;
}

/** '*' is anything within a path segment or name, '**' anything at all. */
export function globMatches(pattern, text) {
  if (pattern === '') return text === '';
  if (pattern.startsWith('**')) {
    for (let skipped = 0; skipped <= text.length; skipped++) {
      if (globMatches(pattern.slice(2), text.slice(skipped))) return true;
    }
    return false;
  }
  if (pattern.startsWith('*')) {
    for (let skipped = 0; skipped <= text.length; skipped++) {
      if (globMatches(pattern.slice(1), text.slice(skipped))) return true;
      if (text[skipped] === '/') return false;
    }
    return false;
  }
  return text[0] === pattern[0] && globMatches(pattern.slice(1), text.slice(1));
}
