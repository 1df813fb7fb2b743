// The pipeline: whether every part is up, where events are, and whether the books balance.
import { api, DAYS, promNow, promSeries, sqlSeries, sqlTable } from '../queries.mjs';
import { pipelineDashboard } from '../dashboard.mjs';
import { large, none, small, SINK_RECORDS, STALE_SECONDS } from '../limits.mjs';
import { count, definitions, heading, number, series, table } from '../panels.mjs';
import { BALANCE, FRESHNESS, LEDGER, REFUSED, TABLES } from '../sql.mjs';

const per = (metric, by, filter = '') => `sum by (${by}) (rate(${metric}${filter}[$__rate_interval]))`;
const WORK = '{job=~"footlights-.+", route!~"/health/.+|/metrics"}';
const half = { size: [8, 7] };
const UP = [{ type: 'value', options: { 0: { text: 'down', index: 0 }, 1: { text: 'up', index: 1 } } }];

export const operations = settings => pipelineDashboard('footlights-operations', 'Operations',
  'The pipeline: whether every part is up, where events are, and whether the books balance.', 'health', [
    heading('Now'),
    number('Parts that are up', 'Whether Prometheus reaches each service: 1 when it does.', [promNow('up{job=~"footlights-.+"}', '{{job}}')], { unit: 'none', mappings: UP }, { size: [6, 4], steps: large(1) }),
    number('Figures are behind by', 'Seconds between now and the moment before which everything received is in the tables, as the sink tells.',
      [promNow('time() - footlights_sink_as_of_seconds', 'sink')], { unit: 's', decimals: 0 }, { steps: small(STALE_SECONDS) }),
    number('Records the sink is behind', 'Records in Kafka that aren\'t in ClickHouse yet.', [promNow('sum(footlights_sink_lag_records)', 'records')], { unit: 'short' }, { steps: small(SINK_RECORDS) }),
    number('Dead letters', 'Records of the last hour that ClickHouse would not take.', [promNow('sum(increase(footlights_sink_dead_letters_total[1h]))', 'records')], { unit: 'short' }, { steps: none }),
    number('Stream threads', 'Threads of the streams processor that are alive.', [promNow('sum(kafka_stream_alive_stream_threads)', 'threads')], { unit: 'none' }, { size: [3, 4], steps: large(1) }),
    number('To restore', 'Records of state that have yet to be read before events are folded again.', [promNow('sum(footlights_streams_restore_remaining)', 'records')], { unit: 'short' }, { size: [3, 4] }),
    heading('In'),
    series('Received', `${definitions('events-received')} Per second, by format.`, [promSeries(per('footlights_ingest_received_total', 'format'), '{{format}}')], { ...half, unit: 'eps' }),
    series('Refused', `${definitions('events-rejected')} Per second, by reason; nothing is drawn until there is a refusal.`,
      [promSeries(`${per('footlights_ingest_rejected_total', 'reason')} or vector(0)`, '{{reason}}')], { ...half, unit: 'eps' }),
    series('Writing to Kafka', 'Mean and longest time until Kafka has a batch on disk.', [
      promSeries('sum(rate(footlights_ingest_write_seconds_sum[$__rate_interval])) / sum(rate(footlights_ingest_write_seconds_count[$__rate_interval]))', 'mean time'),
      promSeries('max(footlights_ingest_write_seconds_max)', 'longest', 'B'),
    ], { ...half, unit: 's' }),
    heading('Through'),
    series('Folded', 'What the streams processor made of events, per second.', [promSeries(per('footlights_streams_events_total', 'outcome'), '{{outcome}}')], { ...half, unit: 'eps' }),
    series('Rows written', 'Rows the sink wrote, per second, by table.', [promSeries(per('footlights_sink_rows_total', 'table'), '{{table}}')], { ...half, unit: 'rowsps' }),
    series('Sink', 'Records the sink is behind, and its retries in five minutes.', [
      promSeries('sum(footlights_sink_lag_records)', 'behind'),
      promSeries('sum(increase(footlights_sink_retries_total[5m]))', 'retries', 'B'),
    ], half),
    heading('Out'),
    series('Requests', 'Answers per second by service and status, health checks aside.', [promSeries(per('footlights_http_requests_seconds_count', 'job, status', WORK), '{{job}} {{status}}')], { ...half, unit: 'reqps' }),
    series('Slowest answers', '95 of 100 answers take less, by service.',
      [promSeries(`histogram_quantile(0.95, ${per('footlights_http_requests_seconds_bucket', 'le, job', WORK)})`, '{{job}}')], { ...half, unit: 's' }),
    series('Warnings and errors', 'Lines of the log per second.', [promSeries(per('logback_events_total', 'job, level', '{job=~"footlights-.+", level=~"warn|error"}'), '{{job}} {{level}}')], { ...half, unit: 'cps' }),
    heading('The books'),
    series('What became of events', `Events by the quarter hour they were received in. ${definitions('events-duplicate')} From ClickHouse.`,
      [sqlSeries(LEDGER)], { bars: true, more: { interval: '15m' } }),
    number('Balance', 'accepted = folded + duplicate + late + unusable. The difference is 0 unless events are on their way. From ClickHouse.',
      [sqlTable(BALANCE)], { unit: 'short', decimals: 0 },
      { size: [4, 8], overrides: [{ matcher: { id: 'byName', options: 'difference' }, properties: [{ id: 'color', value: { mode: 'thresholds' } }, { id: 'thresholds', value: { mode: 'absolute', steps: none } }] }] }),
    number('Age of the tables', 'Seconds since the moment before which everything received is in the tables. From ClickHouse.', [sqlTable(FRESHNESS)], { unit: 's' }, { size: [4, 8], steps: small(STALE_SECONDS) }),
    number('Without a team', definitions('unassigned-share'), [api('/api/v1/data-health', DAYS, '', { 'withoutTeam.share': 'number' })],
      { unit: 'percentunit', decimals: 1, displayName: 'of the events', noValue: 'withheld or none' }, { size: [4, 8] }),
    table('Refused and set aside', 'Events that were refused or set aside, by reason. From ClickHouse.', [sqlTable(REFUSED)],
      { reason: 'Reason', component: 'By', format: 'Format', events: count('Events'), latest: { name: 'Latest', unit: 'dateTimeAsIso' } }, { size: [12, 8] }),
    table('Tables', 'Rows, bytes and parts of each table. From ClickHouse.', [sqlTable(TABLES)],
      { table: 'Table', rows: count('Rows'), bytes: { name: 'On disk', unit: 'bytes' }, parts: count('Parts'), latest: { name: 'Written', unit: 'dateTimeAsIso' } }, { size: [12, 8] }),
    heading('Machines'),
    series('Memory', 'Heap in use, by service.', [promSeries('sum by (job) (jvm_memory_used_bytes{job=~"footlights-.+", area="heap"})', '{{job}}')], { unit: 'bytes' }),
    series('Processor', 'Share of the machine\'s cores that each service uses.', [promSeries('process_cpu_usage{job=~"footlights-.+"}', '{{job}}')], { unit: 'percentunit' }),
  ], settings);

