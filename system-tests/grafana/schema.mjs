// Checks dashboards against Grafana's own types (@grafana/schema), by compiling their JSON as TypeScript.
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const FILE = fileURLToPath(new URL('dashboard-as-typescript.ts', import.meta.url));

/** Where the types of a panel's options and of its fields' custom settings are. */
const CONFIGURATION = { barchart: 'BarChart', stat: 'Stat', table: 'Table', timeseries: 'TimeSeries' };
const WITH_FIELDS = ['barchart', 'table', 'timeseries'];

const OPTIONS = {
  noEmit: true, strict: true, skipLibCheck: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler, types: [],
};

/** JSON has the values of enums where types have their names. */
const PRELUDE = `
import type { Dashboard, FieldConfig, VariableModel } from '@grafana/schema';
${Object.entries(CONFIGURATION).map(([type, name]) =>
    `import type * as ${type} from '@grafana/schema/dist/esm/raw/composable/${type}/panelcfg/x/${name}PanelCfg_types.gen';`).join('\n')}
type Json<T> = unknown extends T ? unknown : T extends string ? \`\${T}\` : T extends number | boolean | null | undefined ? T
  : T extends Array<infer E> ? Array<Json<E>> : T extends object ? { [K in keyof T]: Json<T[K]> } : T;
`;

const literal = value => JSON.stringify(value, null, 1);

/** The types know neither what a data source puts into its query nor what frames' fields mean to an annotation. */
const bareAnnotation = ({ mappings, target, ...rest }) => ({ ...rest, ...(target ? { target: { refId: target.refId, datasource: target.datasource } } : {}) });

function statements(dashboard) {
  const { annotations, ...rest } = dashboard;
  const bare = { ...rest, annotations: { list: annotations.list.map(bareAnnotation) } };
  return [`const dashboard: Json<Dashboard> = ${literal(bare)};`, ...dashboard.panels.filter(panel => panel.type !== 'row').flatMap((panel, index) => {
    if (!CONFIGURATION[panel.type]) {
      throw new Error(`no types for a ${panel.type}`);
    }
    const { defaults, overrides } = panel.fieldConfig;
    const set = overrides.flatMap(each => each.properties);
    const custom = [defaults.custom ?? {}, ...set.filter(each => each.id.startsWith('custom.')).map(each => ({ [each.id.slice('custom.'.length)]: each.value }))];
    const standard = set.filter(each => !each.id.startsWith('custom.')).map(each => ({ [each.id]: each.value }));
    return [
      `const options${index}: Json<${panel.type}.Options> = ${literal(panel.options)};`,
      ...standard.map((each, number) => `const standard${index}_${number}: Json<FieldConfig> = ${literal(each)};`),
      ...(WITH_FIELDS.includes(panel.type)
        ? custom.map((each, number) => `const custom${index}_${number}: Partial<Json<${panel.type}.FieldConfig>> = ${literal(each)};`) : []),
    ];
  })];
}

/** What the types object to, each in words; empty when nothing. */
export const objections = dashboard => compiled(PRELUDE + statements(dashboard).join('\n'));

const QUERY_PRELUDE = `
import type * as alerting from '@grafana/grafana-foundation-sdk/alerting';
import type * as expr from '@grafana/grafana-foundation-sdk/expr';
import type * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
type Json<T> = unknown extends T ? unknown : T extends string ? \`\${T}\` : T extends number | boolean | null | undefined ? T
  : T extends Array<infer E> ? Array<Json<E>> : T extends object ? { [K in keyof T as K extends '_implementsDataqueryVariant' ? never : K]: Json<T[K]> } : T;
type Rule = Omit<alerting.Rule, 'folderUID' | 'orgID' | 'ruleGroup'>;
`;

/** The provisioning's names of dashboard and panel are the file's own. */
const ruleStatements = ({ dashboardUid, panelId, ...rule }, index) => {
  const bare = { ...rule, data: rule.data.map(({ model, ...rest }) => rest) };
  return [
    `const rule${index}: Json<Rule> = ${literal(bare)};`,
    ...rule.data.map(each => each.model).filter(model => model.type !== 'json' && !model.rawSql)
      .map(model => `const query${index}${model.refId}: Json<${model.expr ? 'prometheus.Dataquery' : 'expr.expr'}> = ${literal(model)};`),
  ];
};

/** What the types object to in alert rules with their expressions, and in queries to Prometheus. */
export const queryObjections = (rules, targets) => compiled([
  QUERY_PRELUDE,
  ...rules.flatMap(ruleStatements),
  ...targets.map((target, index) => `const target${index}: Json<prometheus.Dataquery> = ${literal(target)};`),
].join('\n'));

function compiled(source) {
  const host = ts.createCompilerHost(OPTIONS);
  const [readFile, exists, getSource] = [host.readFile, host.fileExists, host.getSourceFile];
  host.readFile = file => (file === FILE ? source : readFile.call(host, file));
  host.fileExists = file => file === FILE || exists.call(host, file);
  host.getSourceFile = (file, ...more) => (file === FILE ? ts.createSourceFile(file, source, OPTIONS.target) : getSource.call(host, file, ...more));
  const program = ts.createProgram([FILE], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(each => {
    const where = each.file ? source.slice(each.start, each.start + 60).split('\n')[0] : '';
    return `${where}: ${ts.flattenDiagnosticMessageText(each.messageText, ' ')}`;
  });
}
