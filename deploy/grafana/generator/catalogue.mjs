// The KPIs as the catalogue defines them. Each of the fields read here stands on one line there, so that no YAML library is needed.
import { readFileSync } from 'node:fs';

const FILE = new URL('../../../schemas/src/main/resources/footlights/kpis.yaml', import.meta.url);

const field = (text, name) => text.match(new RegExp(`^    ${name}: (.*)$`, 'm'))?.[1].replace(/^"(.*)"$/, '$1') ?? '';

const KPIS = new Map(readFileSync(FILE, 'utf8').split(/^  - id: /m).slice(1).map(text => {
  const id = text.split('\n', 1)[0].trim();
  return [id, {
    id,
    name: field(text, 'name'),
    definition: field(text, 'definition'),
    unit: field(text, 'unit'),
    additive: field(text, 'additive') === 'true',
    byFeature: field(text, 'dimensions').includes('feature'),
  }];
}));

/** A KPI by its id. */
export function kpi(id) {
  const found = KPIS.get(id);
  if (!found) {
    throw new Error(`the catalogue has no KPI ${id}`);
  }
  return found;
}
