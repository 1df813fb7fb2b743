// What the recount's own tests share: the shipped features and a small organisation.
import { fileURLToPath } from 'node:url';
import { readFeatures } from './features.mjs';

export const FEATURES = readFeatures(
  fileURLToPath(new URL('../../schemas/src/main/resources/footlights/features.yaml', import.meta.url)));

/** ada is in payments, which is part of commerce; bob in commerce itself. */
export const ROSTER = {
  parents: new Map([['group:default/payments', new Set(['group:default/commerce'])]]),
  groupsOf: new Map([
    ['user:default/ada', new Set(['group:default/payments'])],
    ['user:default/bob', new Set(['group:default/commerce'])],
  ]),
};

export const RECEIVED_AT = Date.parse('2026-11-21T12:00:00Z');
