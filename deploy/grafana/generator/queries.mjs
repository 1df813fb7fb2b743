// Queries as the three data sources store them.
export const API = { type: 'yesoreyeram-infinity-datasource', uid: 'footlights-api' };
export const CLICKHOUSE = { type: 'grafana-clickhouse-datasource', uid: 'footlights-clickhouse' };
export const PROMETHEUS = { type: 'prometheus', uid: 'footlights-prometheus' };

/** The dashboard's days and zone, as parameters of the API. */
export const DAYS = { from: '${__from:date:YYYY-MM-DD}', to: '${__to:date:YYYY-MM-DD}', zone: '${zone:raw}' };

/** Until today, whatever days the dashboard shows: what people have come to is told of small teams as of now, and seldom as of a past day. */
export const UNTIL_TODAY = { from: DAYS.from, zone: DAYS.zone };

/** Since the year began that the dashboard's days begin in: those who join in a few weeks are too few to be told of. */
export const SINCE_NEW_YEAR = { from: '${__from:date:YYYY}-01-01', zone: DAYS.zone };

/**
 * A question to the query API.
 *
 * The parser is the backend's, which alerts and shared dashboards need too. A root selector of plain names is a gjson path to it, any other
 * JSONata; since gjson is tried first, a JSONata selector has nothing but a name after its first dot. Columns have no text, because
 * versions of the plugin differ in what a column with one is called; panels rename them.
 *
 * @param path of the API, such as /api/v1/growth
 * @param parameters by name
 * @param root where the rows lie in the answer
 * @param columns type by selector: string, number, timestamp or boolean
 */
export const api = (path, parameters, root, columns, refId = 'A') => ({
  refId,
  datasource: API,
  type: 'json',
  source: 'url',
  parser: 'backend',
  format: 'table',
  url: path,
  url_options: {
    method: 'GET',
    data: '',
    params: Object.entries(parameters).map(([key, value]) => ({ key, value })),
  },
  root_selector: root,
  columns: Object.entries(columns).map(([selector, type]) => ({ selector, text: '', type })),
  filters: [],
});

const clickhouse = (rawSql, queryType, format, refId) =>
  ({ refId, datasource: CLICKHOUSE, pluginVersion: '4.0.0', editorType: 'sql', rawSql, queryType, format });

/** SQL of which the first column is a time. */
export const sqlSeries = (rawSql, refId = 'A') => clickhouse(rawSql, 'timeseries', 0, refId);

/** SQL shown as it comes. */
export const sqlTable = (rawSql, refId = 'A') => clickhouse(rawSql, 'table', 1, refId);

/** PromQL over the dashboard's time. */
export const promSeries = (expr, legendFormat, refId = 'A') =>
  ({ refId, datasource: PROMETHEUS, editorMode: 'code', expr, legendFormat, range: true, instant: false });

/** PromQL at its end. */
export const promNow = (expr, legendFormat, refId = 'A') =>
  ({ refId, datasource: PROMETHEUS, editorMode: 'code', expr, legendFormat, range: false, instant: true });
