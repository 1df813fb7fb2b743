// SQL for ClickHouse: only about what nobody did - events' books, checks, freshness, tables. People are asked for at the API, which withholds.

/** The latest result of each check and entity before the end of each week of the asked time, of the entities that are a team's by then. */
export const CHECKS_BY_TRACK = team => `SELECT week AS time, track, avg(passed) AS passed
FROM (
  SELECT week, check, entity, argMax(track, checked_at) AS track, argMax(passed, checked_at) AS passed, argMax(teams, checked_at) AS latest_teams
  FROM (
    SELECT toDateTime(toStartOfWeek($__fromTime, 1, 'UTC') + 7 * number, 'UTC') AS week
    FROM numbers(toUInt64(dateDiff('week', toStartOfWeek($__fromTime, 1, 'UTC'), toStartOfWeek($__toTime, 1, 'UTC'))) + 1)
  ) AS weeks
  CROSS JOIN (SELECT check, entity, checked_at, teams, track, passed FROM check_results FINAL) AS results
  WHERE checked_at < week + INTERVAL 7 DAY
  GROUP BY week, check, entity
  HAVING has(latest_teams, ${team})
)
GROUP BY time, track
ORDER BY time, track`;

/** Checks by how many of the team's entities fail at the end of the asked time. */
export const FAILING_CHECKS = `SELECT check, any(latest_track) AS track, countIf(latest = 0) AS entities, avg(latest) AS passing
FROM (
  SELECT check, entity, argMax(track, checked_at) AS latest_track, argMax(passed, checked_at) AS latest, argMax(teams, checked_at) AS latest_teams
  FROM check_results FINAL
  WHERE checked_at <= $__toTime
  GROUP BY check, entity
  HAVING has(latest_teams, \${team:sqlstring})
)
GROUP BY check
ORDER BY entities DESC, check`;

/** What became of the events, by the quarter hour they were received in. */
export const LEDGER = `SELECT $__timeInterval(slot) AS time, outcome, sum(events) AS events
FROM event_ledger FINAL
WHERE $__timeFilter(slot)
GROUP BY time, outcome
ORDER BY time, outcome`;

/** accepted = folded + duplicate + late + unusable. */
export const BALANCE = `SELECT toInt64(sumIf(events, outcome = 'accepted')) AS accepted, toInt64(sumIf(events, outcome != 'accepted')) AS settled,
  accepted - settled AS difference
FROM event_ledger FINAL
WHERE $__timeFilter(slot)`;

/** The same as one number without a sign, for an alert. */
export const IMBALANCE = `SELECT abs(toInt64(sumIf(events, outcome = 'accepted')) - toInt64(sumIf(events, outcome != 'accepted'))) AS difference
FROM event_ledger FINAL
WHERE $__timeFilter(slot)`;

/** Events that ingest accepted. */
export const ACCEPTED = `SELECT toInt64(sum(events)) AS accepted
FROM event_ledger FINAL
WHERE outcome = 'accepted' AND $__timeFilter(slot)`;

/** What was refused or set aside, and why. */
export const REFUSED = `SELECT reason, component, format, count() AS events, max(failed_at) AS latest
FROM failed_events FINAL
WHERE $__timeFilter(failed_at)
GROUP BY reason, component, format
ORDER BY events DESC, reason`;

/** Seconds since the latest moment before which everything received is in the tables. */
export const FRESHNESS = 'SELECT dateDiff(\'second\', max(as_of), now64(3)) AS seconds FROM freshness';

/** Rows and bytes of each table. */
export const TABLES = `SELECT table, sum(rows) AS rows, sum(bytes_on_disk) AS bytes, count() AS parts, max(modification_time) AS latest
FROM system.parts
WHERE database = currentDatabase() AND active
GROUP BY table
ORDER BY bytes DESC`;
