// What all dashboards have in common: variables, annotations, links, and where panels stand.
import { api, API, CLICKHOUSE, sqlTable } from './queries.mjs';

const WIDTH = 24;

const variable = (name, label, more) => ({ name, label, hide: 0, skipUrlSync: false, ...more });

/** A variable whose options come from the API. */
const asked = (name, label, description, current, target) => variable(name, label, {
  type: 'query', description, datasource: API, query: { queryType: 'infinity', refId: 'variable', infinityQuery: target },
  current, options: [], multi: false, includeAll: false, allowCustomValue: true, refresh: 1, regex: '', sort: 0,
});

const TEAM = asked('team', 'Team', 'A group at any level, with everybody below it.', { selected: true, text: 'Everyone', value: 'org' },
  api('/api/v1/teams', { limit: '10000' },
    '$append([{"__text": "Everyone", "__value": "org"}], $map($filter(rows, function($r) { $r.active and $r.team != "org" }), function($r) { {"__text": $r.title, "__value": $r.team} }))', {}));

const FEATURE = asked('feature', 'Feature', 'A feature of the portal.', { selected: true, text: 'All features', value: '*' },
  api('/api/v1/features', { limit: '10000' },
    '$append([{"__text": "All features", "__value": "*"}], $map(rows, function($r) { {"__text": $r.title, "__value": $r.feature} }))', {}));

/** A template that people ran, the most run first. */
export const TEMPLATE = asked('template', 'Template', 'A software template that was run in the asked days.', { selected: true, text: 'all', value: 'all' },
  api('/api/v1/templates', { from: '${__from:date:YYYY-MM-DD}', to: '${__to:date:YYYY-MM-DD}', zone: '${zone:raw}', team: '${team:raw}', limit: '100' },
    '$append(["all"], $map(rows, function($r) { $r.template }))', {}));

const ZONE = variable('zone', 'Time zone', {
  type: 'query', description: 'In which days, weeks and months are cut.', datasource: CLICKHOUSE,
  query: sqlTable('SELECT time_zone FROM system.time_zones ORDER BY time_zone != \'UTC\', time_zone', 'variable'),
  current: { selected: true, text: 'UTC', value: 'UTC' }, options: [], multi: false, includeAll: false, allowCustomValue: true, refresh: 1, regex: '', sort: 0,
});

const GRANULARITY = variable('granularity', 'By', {
  type: 'custom', description: 'Length of the periods in charts. By whole weeks the least is withheld.', query: 'day,week,month',
  current: { selected: true, text: 'week', value: 'week' },
  options: ['day', 'week', 'month'].map(value => ({ text: value, value, selected: value === 'week' })), multi: false, includeAll: false,
});

const constant = (name, label, description, value) => ({
  name, label, description, type: 'constant', hide: 2, skipUrlSync: true, query: value, current: { selected: true, text: value, value },
});

/** Demo days, hackathons and releases, from the annotations that the API keeps. */
const CAMPAIGNS = {
  name: 'Campaigns', enable: true, hide: false, iconColor: 'purple', datasource: API,
  target: api('/api/v1/annotations', { from: '${__from:date:YYYY-MM-DD}', to: '${__to:date:YYYY-MM-DD}', limit: '1000' }, 'rows',
    { firstDay: 'timestamp', lastDay: 'timestamp', title: 'string', note: 'string', kind: 'string' }, 'Campaigns'),
  mappings: {
    time: { source: 'field', value: 'firstDay' },
    timeEnd: { source: 'field', value: 'lastDay' },
    title: { source: 'field', value: 'title' },
    text: { source: 'field', value: 'note' },
    tags: { source: 'field', value: 'kind' },
  },
};

const ALERTS = {
  builtIn: 1, datasource: { type: 'grafana', uid: '-- Grafana --' }, enable: true, hide: true, iconColor: 'rgba(0, 211, 255, 1)',
  name: 'Annotations & Alerts', type: 'dashboard',
};

const link = more => ({ asDropdown: false, icon: 'external link', includeVars: false, keepTime: false, tags: [], targetBlank: false, title: '', tooltip: '', ...more });

const OTHERS = link({ type: 'dashboards', title: 'Footlights', tooltip: 'The other dashboards, for the same team and days', icon: 'dashboard',
  tags: ['footlights'], includeVars: true, keepTime: true, url: '' });

const SCOPE = 'team=${team:percentencode}&feature=${feature:percentencode}&zone=${zone:percentencode}&granularity=${granularity:percentencode}&compare=previous';

const page = view => link({ type: 'link', title: 'Web page', tooltip: 'The same in Footlights\' own page', targetBlank: true,
  url: `\${page}/?view=${view}&${SCOPE}&from=\${__from:date:YYYY-MM-DD}&to=\${__to:date:YYYY-MM-DD}` });

const plainPage = view => link({ type: 'link', title: 'Web page', tooltip: 'Footlights\' own page', targetBlank: true, url: `\${page}/?view=${view}` });

/** Panels in reading order, each with its place. */
function placed(panels) {
  let [x, y, height] = [0, 0, 0];
  return panels.map(({ size, ...panel }, index) => {
    const [w, h] = size ?? [WIDTH, 1];
    if (x + w > WIDTH) {
      [x, y, height] = [0, y + height, 0];
    }
    const gridPos = { h, w, x, y };
    [x, height] = [x + w, Math.max(height, h)];
    return panel.type === 'row' ? { ...panel, id: index + 1, gridPos, collapsed: false, panels: [] } : { id: index + 1, gridPos, ...panel };
  });
}

const dashboard = (uid, title, description, more) => ({
  uid, title: `Footlights: ${title}`, description, tags: ['footlights'], schemaVersion: 41, version: 1, editable: true, graphTooltip: 1,
  fiscalYearStartMonth: 0, timezone: 'utc', weekStart: 'monday', refresh: '', timepicker: {}, ...more,
});

/**
 * A dashboard about people: four whole weeks, for one team and one feature.
 *
 * @param view of the web page that shows the same
 * @param variables beside the common ones
 * @param feature what is chosen at first, {text, value}; all features unless given
 */
export const peopleDashboard = (uid, title, description, view, panels, { variables = [], feature, pageUrl }) => dashboard(uid, title, description, {
  time: { from: 'now-4w/w', to: 'now-1w/w' },
  annotations: { list: [ALERTS, CAMPAIGNS] },
  links: [OTHERS, page(view)],
  templating: { list: [TEAM, feature ? { ...FEATURE, current: { selected: true, ...feature } } : FEATURE, ...variables, ZONE, GRANULARITY,
    constant('page', 'Web page', 'Address of the query API as browsers reach it.', pageUrl)] },
  panels: placed(panels),
});

/** A dashboard about the pipeline: the last day. */
export const pipelineDashboard = (uid, title, description, view, panels, { pageUrl }) => dashboard(uid, title, description, {
  time: { from: 'now-24h', to: 'now' },
  refresh: '1m',
  annotations: { list: [ALERTS] },
  links: [OTHERS, plainPage(view)],
  templating: { list: [ZONE, constant('page', 'Web page', 'Address of the query API as browsers reach it.', pageUrl)] },
  panels: placed(panels),
});
