// Writes the dashboards and the alert rules: node make.mjs [--page URL of the query API as browsers reach it] [--into FOLDER]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { alertRules } from './generator/alerts.mjs';
import { executive } from './generator/dashboards/executive.mjs';
import { features } from './generator/dashboards/feature.mjs';
import { finding } from './generator/dashboards/finding.mjs';
import { onboarding } from './generator/dashboards/onboarding.mjs';
import { operations } from './generator/dashboards/operations.mjs';
import { teams } from './generator/dashboards/team.mjs';
import { templates } from './generator/dashboards/templates.mjs';
import { yaml } from './generator/yaml.mjs';

export const DEFAULT_PAGE = 'http://127.0.0.1:8481';

const MADE = '# Made by deploy/grafana/make.mjs: change it there.\n';

/** Every made file's text by its path. */
export function files(pageUrl = DEFAULT_PAGE) {
  const made = { executive, team: teams, feature: features, templates, finding, onboarding, operations };
  const dashboards = Object.entries(made).map(([name, make]) => [name, make({ pageUrl })]);
  return {
    ...Object.fromEntries(dashboards.map(([name, each]) => [`dashboards/${name}.json`, `${JSON.stringify(each, null, 2)}\n`])),
    'provisioning/alerting/rules.yaml': MADE + yaml(alertRules(dashboards.map(([, each]) => each))),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { page: { type: 'string' }, into: { type: 'string', default: dirname(fileURLToPath(import.meta.url)) } } });
  for (const [path, text] of Object.entries(files(values.page))) {
    mkdirSync(dirname(join(values.into, path)), { recursive: true });
    writeFileSync(join(values.into, path), text);
  }
}
