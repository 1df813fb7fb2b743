// Alert rules. Who is told is left to the notification policies of the Grafana they come to.
import { FAILED_SHARE, FEWER_PEOPLE, REFUSED_SHARE, SINK_RECORDS, STALE_SECONDS, TEAM_POINTS, TEMPLATE_SUCCESS, ZERO_RESULTS } from './limits.mjs';
import { api, promNow, sqlTable } from './queries.mjs';
import { ACCEPTED, IMBALANCE } from './sql.mjs';

const EXPRESSION = { type: '__expr__', uid: '__expr__' };
const HOUR = 3600;

const query = (target, seconds, end = 0) => ({
  refId: target.refId, relativeTimeRange: { from: seconds + end, to: end }, datasourceUid: target.datasource.uid, model: target,
});
const expression = model => ({ refId: model.refId, relativeTimeRange: { from: 0, to: 0 }, datasourceUid: EXPRESSION.uid, model: { datasource: EXPRESSION, ...model } });
const last = of => expression({ refId: 'B', type: 'reduce', expression: of, reducer: 'last', settings: { mode: 'dropNN' } });
const threshold = (of, type, limit) => expression({ refId: 'C', type: 'threshold', expression: of, conditions: [{ evaluator: { type, params: [limit] } }] });

/** How a heading of runbook.md is linked to. */
export const anchorOf = title => title.toLowerCase().replaceAll(/[^a-z0-9 ]/g, '').replaceAll(' ', '-');

/**
 * One rule; it fires when C holds.
 *
 * @param panel its dashboard's uid and the title of the panel that shows the same
 * @param wait how long it must hold
 * @param noData the state when there is no answer: OK, NoData or Alerting
 */
const rule = (uid, title, panel, severity, data, { wait = '5m', noData = 'NoData', summary, description }) => ({
  uid: `footlights-${uid}`, title, panel, condition: 'C', data, noDataState: noData, execErrState: 'Error', for: wait,
  annotations: { summary, description, runbook_url: `\${FOOTLIGHTS_RUNBOOK_URL}#${anchorOf(title)}` }, labels: { service: 'footlights', severity },
});

const promRule = (uid, title, panel, severity, expr, type, limit, more) =>
  rule(uid, title, ['footlights-operations', panel], severity, [query(promNow(expr, ''), HOUR), last('A'), threshold('B', type, limit)], more);

/** The latest whole week of a KPI is the second of the last four weeks, newest first. */
const lastWeek = (id, field, refId) => api(`/api/v1/kpis/${id}`, { granularity: 'week', compare: 'previous', order: 'period-descending' }, 'rows.1', { [field]: 'number' }, refId);

/** The latest whole week of each team with a headcount that is told, and was told for the week before. */
const lastWeekOfTeams = (id, field, refId) => api(`/api/v1/kpis/${id}`,
  { granularity: 'week', groupBy: 'team', compare: 'previous', order: 'period-descending', limit: '10000' },
  '$append($filter(rows, function($r) { $r.period = $distinct($$.rows.period)[1] and $r.headcount > 0 and $r.withheld = false and $not($exists($r.previousWithheld)) }), [])',
  { team: 'string', [field]: 'number' }, refId);

const math = text => expression({ refId: 'D', type: 'math', expression: text });

const ADOPTION = [
  rule('adoption-drop', 'Fewer people use the portal', ['footlights-executive', 'Active users'], 'warning',
    [query(lastWeek('active-users', 'value', 'A'), HOUR), query(lastWeek('active-users', 'previous', 'B'), HOUR), math('($B - $A) / $B'), threshold('D', 'gt', FEWER_PEOPLE)],
    { wait: '1h', noData: 'OK', summary: 'Last week a fifth fewer people used the portal than the week before.',
      description: 'Active people of the whole organisation, last whole week against the one before. See what moved most, and whether a holiday explains it.' }),
  rule('team-adoption-drop', 'A team turns away', ['footlights-executive', 'Teams that moved most'], 'info',
    [query(lastWeekOfTeams('adoption-rate', 'value', 'A'), HOUR), query(lastWeekOfTeams('adoption-rate', 'previous', 'B'), HOUR), math('$B - $A'), threshold('D', 'gt', TEAM_POINTS)],
    { wait: '1h', noData: 'OK', summary: 'Adoption of {{ $labels.team }} fell by more than 30 points in a week.',
      description: 'Teams whose figures are withheld are never named here.' }),
  rule('zero-results', 'Searches find less', ['footlights-finding', 'Share of searches without result'], 'info',
    [query(lastWeek('zero-result-rate', 'value', 'A'), HOUR), threshold('A', 'gt', ZERO_RESULTS)],
    { wait: '1h', noData: 'OK', summary: 'Last week more than 30 % of the searches found nothing.',
      description: 'See which terms are searched for in vain: these documents are worth writing.' }),
  rule('template-success', 'Templates fail', ['footlights-templates', 'Template success rate'], 'warning',
    [query(lastWeek('template-success-rate', 'value', 'A'), HOUR), threshold('A', 'lt', TEMPLATE_SUCCESS)],
    { wait: '1h', noData: 'OK', summary: 'Last week fewer than 70 % of the template tasks ended well.', description: 'See which template fails.' }),
  rule('portal-silence', 'The portal is silent', ['footlights-operations', 'What became of events'], 'critical',
    [query(sqlTable(ACCEPTED), 72 * HOUR), threshold('A', 'lt', 1)],
    { wait: '15m', noData: 'Alerting', summary: 'Not one event was accepted in three days.',
      description: 'Backstage doesn\'t send, or what it sends is refused. Three days bridge a weekend.' }),
];

const ANSWERS = 'footlights_http_requests_seconds_count';
const ALL_ANSWERS = `sum by (job) (increase(${ANSWERS}{job=~"footlights-.+"}[15m]))`;

const PIPELINE = [
  rule('stale-figures', 'Figures are stale', ['footlights-executive', 'Figures are behind by'], 'warning',
    [query(api('/api/v1/data-health', {}, '', { lagSeconds: 'number' }), HOUR), threshold('A', 'gt', STALE_SECONDS)],
    { wait: '5m', noData: 'Alerting', summary: 'What was received in the last quarter of an hour isn\'t in the figures.', description: 'asOf stands still: see the sink, ClickHouse and the streams processor.' }),
  promRule('as-of-age', 'The sink stands still', 'Figures are behind by', 'critical', 'time() - max(footlights_sink_as_of_seconds)', 'gt', STALE_SECONDS,
    { wait: '5m', noData: 'Alerting', summary: 'The sink has proved nothing for a quarter of an hour.', description: 'Kafka or ClickHouse is away, or the streams processor is.' }),
  promRule('sink-lag', 'The sink is behind', 'Records the sink is behind', 'warning', 'sum(footlights_sink_lag_records)', 'gt', SINK_RECORDS,
    { wait: '15m', summary: 'More than 100 000 records wait to be written to ClickHouse.', description: 'After a long pause or an import it catches up by itself.' }),
  promRule('dead-letters', 'ClickHouse refuses rows', 'Dead letters', 'critical', 'sum(increase(footlights_sink_dead_letters_total[1h]))', 'gt', 0,
    { wait: '0s', noData: 'OK', summary: 'Records were put aside because ClickHouse would not take them.', description: 'Figures lack them. See the log of the streams processor.' }),
  promRule('rejected-share', 'Many events are refused', 'Refused', 'warning',
    '(sum(increase(footlights_ingest_rejected_total[1h])) or vector(0)) / clamp_min(sum(increase(footlights_ingest_received_total[1h])), 1)', 'gt', REFUSED_SHARE,
    { wait: '15m', noData: 'OK', summary: 'More than 5 % of what was sent in the last hour was refused.', description: 'See the reasons: a client may have changed its format, or its clock is off.' }),
  promRule('ingest-books', 'Ingest\'s books don\'t balance', 'Received', 'critical',
    'abs(sum(footlights_ingest_received_total) - sum(footlights_ingest_accepted_total) - (sum(footlights_ingest_rejected_total) or vector(0)))', 'gt', 0,
    { wait: '10m', summary: 'received is not accepted + rejected.', description: 'Events were answered that are in no book. Report it.' }),
  rule('ledger-imbalance', 'The ledger doesn\'t balance', ['footlights-operations', 'Balance'], 'critical',
    [query(sqlTable(IMBALANCE), 24 * HOUR, HOUR), threshold('A', 'gt', 0)],
    { wait: '30m', summary: 'Events that were accepted an hour ago are neither folded nor duplicate, late or unusable.', description: 'The streams processor is behind, or lost events. Run ./footlights reconcile.' }),
  promRule('part-down', 'A part is down', 'Parts that are up', 'critical', 'min by (job) (up{job=~"footlights-.+"})', 'lt', 1,
    { wait: '2m', noData: 'Alerting', summary: '{{ $labels.job }} can\'t be reached.', description: 'Backstage keeps events that ingest doesn\'t take and sends them again.' }),
  promRule('not-ready', 'A part is not ready', 'Requests', 'warning',
    'sum by (job) (increase(footlights_http_requests_seconds_count{route="/health/ready", status="503"}[5m]))', 'gt', 0,
    { wait: '5m', noData: 'OK', summary: '{{ $labels.job }} answers its health checks with 503.', description: '/health/ready names the part that is away. Needs something that asks it, such as Kubernetes.' }),
  promRule('no-stream-thread', 'Nothing folds events', 'Stream threads', 'critical', 'sum(kafka_stream_alive_stream_threads)', 'lt', 1,
    { wait: '5m', summary: 'No thread of the streams processor is alive.', description: 'Events are kept in Kafka and folded once it is back.' }),
  promRule('answers-fail', 'Answers fail', 'Requests', 'warning',
    `(sum by (job) (increase(${ANSWERS}{route!~"/health/.+", status=~"5.."}[15m])) or ${ALL_ANSWERS} * 0) / clamp_min(${ALL_ANSWERS}, 1)`, 'gt', FAILED_SHARE,
    { wait: '10m', noData: 'OK', summary: 'More than 5 % of the answers of {{ $labels.job }} are failures of its own.', description: 'See its log.' }),
];

/** Rules name the panel that shows the same by its number. */
const withPanel = dashboards => ({ panel: [uid, title], ...more }) => {
  const found = dashboards.find(each => each.uid === uid)?.panels.find(each => each.title === title);
  if (!found) {
    throw new Error(`${more.uid}: ${uid} has no panel ${title}`);
  }
  const { annotations, labels, ...rest } = more;
  return { ...rest, dashboardUid: uid, panelId: found.id, annotations, labels };
};

/** The rules as Grafana provisions them. */
export const alertRules = dashboards => ({
  apiVersion: 1,
  groups: [
    { orgId: 1, name: 'Adoption', folder: 'Footlights', interval: '1h', rules: ADOPTION.map(withPanel(dashboards)) },
    { orgId: 1, name: 'Pipeline', folder: 'Footlights', interval: '1m', rules: PIPELINE.map(withPanel(dashboards)) },
  ],
});

