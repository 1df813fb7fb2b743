// What is provisioned: dashboards, data sources and alert rules, and the queries in them.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const folder = fileURLToPath(new URL('../../deploy/grafana/', import.meta.url));
export const textOf = path => readFileSync(`${folder}${path}`, 'utf8');

/** The names of the dashboards' files. */
export const dashboardNames = () => readdirSync(`${folder}dashboards`).map(each => each.replace(/\.json$/, ''));
export const dashboardOf = name => JSON.parse(textOf(`dashboards/${name}.json`));

export const dataSources = () => parse(textOf('provisioning/datasources/footlights.yaml')).datasources;
export const ruleGroups = () => parse(textOf('provisioning/alerting/rules.yaml')).groups;
export const kpis = () =>
  parse(readFileSync(fileURLToPath(new URL('../../schemas/src/main/resources/footlights/kpis.yaml', import.meta.url)), 'utf8')).kpis;

/** Panels that show something, those in rows too. */
export const panelsOf = dashboard =>
  dashboard.panels.flatMap(panel => [panel, ...(panel.panels ?? [])]).filter(panel => panel.type !== 'row');

/** Every query of a dashboard, {place, target, panel}: of panels, variables and annotations. */
export const queriesOf = dashboard => [
  ...panelsOf(dashboard).flatMap(panel => panel.targets.map(target => ({ place: `${panel.title} ${target.refId}`, target, panel }))),
  ...dashboard.templating.list.filter(each => each.type === 'query')
    .map(each => ({ place: `variable ${each.name}`, target: targetOf(each), variable: each })),
  ...dashboard.annotations.list.filter(each => !each.builtIn)
    .map(each => ({ place: `annotation ${each.name}`, target: each.target, annotation: each })),
];

const targetOf = variable => ({ datasource: variable.datasource, ...(variable.query.infinityQuery ?? variable.query) });

/** A KPI's id when a target asks for one. */
export const kpiOf = target => target.url?.match(/^\/api\/v1\/kpis\/([a-z0-9-]+)$/)?.[1];
