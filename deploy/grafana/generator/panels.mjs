// Panels: how a question's answer is shown.
import { kpi } from './catalogue.mjs';
import { api, DAYS, SINCE_NEW_YEAR, UNTIL_TODAY } from './queries.mjs';

const UNITS = { ratio: 'percentunit', minutes: 'm', days: 'd' };

/** What a missing value says: withheld, or for what is divided or a median also that there is nothing to work it out from. */
const MAY_BE_NOTHING = ['ratio', 'days', 'rank'];

const absent = text => [{ type: 'special', options: { match: 'null', result: { text, index: 0 } } }];
const absentOf = unit => absent(MAY_BE_NOTHING.includes(unit) ? 'withheld or none' : 'withheld');

const named = (name, ...properties) => ({ matcher: { id: 'byName', options: name }, properties });
const property = (id, value) => ({ id, value });

/** Definitions of KPIs, word for word; with its name before each when there are several. */
export const definitions = (...ids) =>
  ids.map(kpi).map(each => (ids.length === 1 ? each.definition : `**${each.name}**: ${each.definition}`)).join('\n\n');

const scope = id => ({ team: '${team:raw}', ...(kpi(id).byFeature ? { feature: '${feature:raw}' } : {}) });

/** The parameters of a KPI for the dashboard's team, feature and days. */
export const ofKpi = (id, granularity, more = {}, asked = DAYS) => ({ ...asked, granularity, ...scope(id), ...more });

/** KPIs that aren't asked about the dashboard's days, and about which. What was before isn't shown with them. */
const OTHER_DAYS = {
  'checklist-progress': { asked: UNTIL_TODAY, shown: 'as of today' },
  'unlocked-features': { asked: UNTIL_TODAY, shown: 'as of today' },
  'activation-rate': { asked: SINCE_NEW_YEAR, shown: 'joined since New Year' },
  'activation-rate-30': { asked: SINCE_NEW_YEAR, shown: 'joined since New Year' },
};

const panel = (type, title, description, targets, size, options, fieldConfig, more = {}) => ({
  type, title, description, datasource: targets[0].datasource, targets, size, options, fieldConfig, ...more,
});

const PLAIN = { mode: 'fixed', fixedColor: 'text' };

const legend = { calcs: [], displayMode: 'list', placement: 'bottom', showLegend: true };
const tooltip = { mode: 'multi', sort: 'none' };

const colours = steps => ({ color: { mode: 'thresholds' }, thresholds: { mode: 'absolute', steps } });

/** One number or a few: the last value of each numeric field; coloured by steps of limits.mjs where there are some. */
export const number = (title, description, targets, defaults, { size = [4, 4], overrides = [], steps } = {}) =>
  panel('stat', title, description, targets, size, {
    colorMode: steps || overrides.some(each => each.properties.some(one => one.id === 'thresholds')) ? 'value' : 'none', graphMode: 'none', justifyMode: 'auto', orientation: 'vertical', percentChangeColorMode: 'standard',
    reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false }, showPercentChange: false, textMode: 'value_and_name', wideLayout: true,
  }, { defaults: { ...(steps ? colours(steps) : { color: PLAIN }), ...defaults }, overrides });

/** A KPI over all the asked days together, and over as many days before. Distinct people are counted once, by the API. */
export function kpiNumber(id, { size = [4, 4], parameters = {}, steps } = {}) {
  const { name, unit } = kpi(id);
  const other = OTHER_DAYS[id];
  return number(name, definitions(id),
    [api(`/api/v1/kpis/${id}`, ofKpi(id, 'total', { ...(other ? {} : { compare: 'previous' }), ...parameters }, other?.asked), 'rows', { value: 'number', ...(other ? {} : { previous: 'number' }) })],
    { unit: UNITS[unit] ?? 'short', decimals: unit === 'people' ? 0 : 1, mappings: absentOf(unit), noValue: 'no data' },
    { size, steps, overrides: [
      named('value', property('displayName', other?.shown ?? 'these days')),
      ...(other ? [] : [named('previous', property('displayName', 'as many days before'), ...(steps ? [property('color', PLAIN)] : []))]),
    ] });
}

/** Lines or bars over time. Isolated points are drawn, what is withheld is a gap, and limits are dashed lines. */
export const series = (title, description, targets, { size = [12, 8], bars = false, stacked = false, unit = 'short', names = {}, below = [], steps, more = {} } = {}) =>
  panel('timeseries', title, description, targets, size, { legend, tooltip }, {
    defaults: {
      color: { mode: 'palette-classic' }, unit, noValue: 'no data',
      ...(steps ? { thresholds: { mode: 'absolute', steps } } : {}),
      custom: {
        ...(steps ? { thresholdsStyle: { mode: 'dashed' } } : {}),
        drawStyle: bars ? 'bars' : 'line', lineWidth: bars ? 1 : 2, fillOpacity: bars ? 70 : 10, showPoints: bars ? 'never' : 'always', pointSize: 5,
        spanNulls: false, stacking: { mode: stacked ? 'normal' : 'none', group: 'A' }, axisSoftMin: 0,
      },
    },
    overrides: Object.entries(names).map(([field, name]) => named(field, property('displayName', name),
      ...(below.includes(field) ? [property('custom.transform', 'negative-Y'), property('custom.stacking', { mode: 'normal', group: 'B' })] : []))),
  }, more);

/** A KPI in each period of the dashboard's granularity. */
export const kpiSeries = (id, { bars = kpi(id).additive, parameters = {}, ...more } = {}) =>
  series(kpi(id).name, `${definitions(id)} What is withheld is a gap.`,
    [api(`/api/v1/kpis/${id}`, ofKpi(id, '${granularity}', parameters), 'rows', { period: 'timestamp', value: 'number' })],
    { bars, unit: UNITS[kpi(id).unit] ?? 'short', names: { value: kpi(id).name }, ...more });

/** Who came, came back and stayed away. */
export const growth = (more = {}) =>
  series('People who came, came back and stayed away',
    `${definitions('new-users', 'returning-users', 'resurrected-users', 'dormant-users')}\n\nActive people are new + returning + resurrected. What is withheld is a gap.`,
    [api('/api/v1/growth', ofKpi('active-users', '${granularity}'), 'rows',
      { period: 'timestamp', returning: 'number', new: 'number', resurrected: 'number', dormant: 'number' })],
    { bars: true, stacked: true, below: ['dormant'], names: { new: 'New', returning: 'Returning', resurrected: 'Resurrected', dormant: 'Dormant' }, ...more });

/**
 * Rows and columns, in the order they are given.
 *
 * @param columns by field: its heading, or {name, unit, absent, cell, link}
 */
export function table(title, description, targets, columns, { size = [12, 9], more = {} } = {}) {
  const described = Object.entries(columns).map(([field, each]) => [field, typeof each === 'string' ? { name: each } : each]);
  return panel('table', title, description, targets, size, { cellHeight: 'sm', frameIndex: 0, showHeader: true }, {
    defaults: { custom: { align: 'auto', cellOptions: { type: 'auto' }, inspect: false }, noValue: 'none' },
    overrides: described.map(([, each]) => named(each.name, ...properties(each))).filter(each => each.properties.length > 0),
  }, {
    transformations: [{
      id: 'organize',
      options: {
        excludeByName: {},
        indexByName: Object.fromEntries(described.map(([field], index) => [field, index])),
        renameByName: Object.fromEntries(described.map(([field, each]) => [field, each.name])),
      },
    }],
    ...more,
  });
}

const properties = ({ unit, kind, cell, link, decimals }) => [
  ...(unit ? [property('unit', unit)] : []),
  ...(decimals === undefined ? [] : [property('decimals', decimals)]),
  ...(kind ? [property('mappings', absentOf(kind))] : []),
  ...(cell ? [property('custom.cellOptions', cell)] : []),
  ...(link ? [property('links', [link])] : []),
];

/** Columns of a table. */
export const people = name => ({ name, kind: 'people', unit: 'short', decimals: 0 });
export const share = name => ({ name, kind: 'ratio', unit: 'percentunit', decimals: 0 });
export const shaded = name => ({ ...share(name), cell: { type: 'gauge', mode: 'basic', valueDisplayMode: 'text' } });
export const count = name => ({ name, kind: 'people', unit: 'short', decimals: 0 });
export const days = name => ({ name, kind: 'days', unit: 'd', decimals: 1 });

const toDashboard = (title, uid, variable) => ({
  title, targetBlank: false,
  url: `/d/${uid}?\${__url_time_range}&\${zone:queryparam}&\${granularity:queryparam}&var-${variable}=\${__value.raw:percentencode}`,
});
export const teamColumn = (name = 'Team') => ({ name, link: toDashboard('Open the team', 'footlights-team', 'team') });
export const featureColumn = (name = 'Feature') => ({ name, link: toDashboard('Open the feature', 'footlights-feature', 'feature') });

const theOther = (id, by) =>
  by === 'feature' ? { team: '${team:raw}' } : kpi(id).byFeature ? { feature: '${feature:raw}' } : {};

/** A KPI for each team or each feature over all the asked days, with its figure before when these are the dashboard's. */
export const kpiTable = (id, by, title, { order = 'value', size, parameters = {}, withHeadcount = false } = {}) => {
  const { name, unit } = kpi(id);
  const value = { name, kind: unit, unit: UNITS[unit] ?? 'short', decimals: unit === 'people' ? 0 : 1 };
  const other = OTHER_DAYS[id];
  return table(title, `${definitions(id)} ${other ? `${other.shown[0].toUpperCase()}${other.shown.slice(1)}.` : 'Over all the asked days, with as many days before.'}`,
    [api(`/api/v1/kpis/${id}`, {
      ...(other?.asked ?? DAYS), granularity: 'total', groupBy: by, ...theOther(id, by), ...(other ? {} : { compare: 'previous' }), order, limit: '100', ...parameters,
    }, 'rows', { [by]: 'string', value: 'number', ...(other ? {} : { previous: 'number' }), ...(withHeadcount ? { headcount: 'number' } : {}) })],
    {
      [by]: by === 'team' ? teamColumn() : featureColumn(),
      ...(withHeadcount ? { headcount: count('Headcount') } : {}),
      value: unit === 'ratio' ? shaded(name) : value,
      ...(other ? {} : { previous: { ...value, name: 'Before' } }),
    }, { size });
};

/** What a list of /api/v1/top names. */
export const top = (list, title, description, what, { size, limit = '15' } = {}) =>
  table(title, description, [api(`/api/v1/top/${list}`, { ...DAYS, team: '${team:raw}', compare: 'previous', limit }, 'rows',
    { item: 'string', count: 'number', people: 'number', previous: 'number', lastUse: 'timestamp' })],
  { item: what, count: count('Times'), previous: count('Before'), people: people('People'), lastUse: { name: 'Last', unit: 'dateTimeAsIso' } }, { size });

/** A line of text between panels. */
export const heading = title => ({ type: 'row', title });
