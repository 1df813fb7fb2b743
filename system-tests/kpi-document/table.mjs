// The table of docs/kpis.md: every KPI of the catalogue in its own words.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export const GROUPS = {
  reach: 'Reach', features: 'Features', 'golden-paths': 'Golden paths', finding: 'Finding', onboarding: 'Getting on board',
  maturity: 'Maturity', 'data-health': 'Health of the data',
};

/** The KPIs of the catalogue, in its order. */
export const readKpis = file => parse(readFileSync(file, 'utf8')).kpis;

/** A call that shows the KPI: by week, for the teams where it can be asked for them. */
export function exampleOf(kpi) {
  const team = kpi.dimensions.includes('team') ? '&groupBy=team' : '';
  return `/api/v1/kpis/${kpi.id}?granularity=week${team}`;
}

/** The words of a KPI, one cell each, as they stand in its row. */
export const wordsOf = kpi => [
  `\`${kpi.id}\``, kpi.name, kpi.definition, kpi.formula, kpi.unit, kpi.dimensions.join(', ') || 'none', `\`${exampleOf(kpi)}\``,
].map(cell);

const cell = text => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The whole document; answers by KPI id, as text. */
export function documentOf(kpis, answers) {
  const lines = [
    '# The KPIs', '',
    'Made from the catalogue (`schemas/src/main/resources/footlights/kpis.yaml`) and a running demo by `system-tests/kpi-document/make.mjs`: change the words',
    'there, not here. Each example is a real call; its answer is shortened to one row of the demo\'s latest whole week. Dimensions are what a KPI can be grouped by.',
  ];
  for (const [group, title] of Object.entries(GROUPS)) {
    lines.push('', `## ${title}`, '', '| id | name | definition | formula | unit | dimensions | example | answer |', '|---|---|---|---|---|---|---|---|');
    for (const kpi of kpis.filter(each => each.group === group)) {
      lines.push(`| ${[...wordsOf(kpi), `\`${cell(answers[kpi.id] ?? '')}\``].join(' | ')} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}
