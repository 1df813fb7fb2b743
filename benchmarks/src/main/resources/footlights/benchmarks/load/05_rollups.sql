-- The periods of one kind that begin in a month, as the streams processor would have added them up, each person in one of six shards.
INSERT INTO kpi_rollups
SELECT
    team, feature, {kind:String}, start, shard, sum(people), sum(fresh), sum(events), sum(views), sum(interactions), sum(template_runs),
    sum(saved_micro_minutes), sum(searches), sum(zero_result_searches), sum(opened_searches), sum(sessions), 1
FROM
(
    SELECT
        team,
        arrayJoin([toString(feature), '*']) AS feature,
        multiIf({kind:String} = 'hour', toStartOfHour(slot), {kind:String} = 'day', toDateTime(day, 'UTC'),
            {kind:String} = 'week', toDateTime(toMonday(day), 'UTC'), toDateTime(toStartOfMonth(day), 'UTC')) AS start,
        cityHash64(actor) % 6 AS shard,
        uniqExact(actor) AS people,
        toInt64(0) AS fresh,
        sum(a.events) AS events,
        sum(a.views) AS views,
        sum(a.interactions) AS interactions,
        sum(a.template_runs) AS template_runs,
        sum(a.saved_micro_minutes) AS saved_micro_minutes,
        sum(a.searches) AS searches,
        sum(a.zero_result_searches) AS zero_result_searches,
        toUInt64(0) AS sessions,
        sum(a.opened_searches) AS opened_searches
    FROM activity_facts AS a
    WHERE day >= {month:Date} AND day < addMonths({month:Date}, 1) + if({kind:String} = 'week', 6, 0)
        AND toStartOfMonth(start) = {month:Date}
    GROUP BY team, feature, start, shard
    UNION ALL
    SELECT
        team,
        feature,
        multiIf({kind:String} = 'hour', toStartOfHour(first_at), {kind:String} = 'day', toStartOfDay(first_at),
            {kind:String} = 'week', toDateTime(toMonday(first_at), 'UTC'), toDateTime(toStartOfMonth(first_at), 'UTC')) AS start,
        cityHash64(actor) % 6 AS shard,
        0, toInt64(count()), 0, 0, 0, 0, toInt64(0), 0, 0, 0, 0
    FROM first_uses
    WHERE toStartOfMonth(start) = {month:Date}
    GROUP BY team, feature, start, shard
    UNION ALL
    SELECT
        arrayJoin(teams) AS team,
        arrayJoin(arrayConcat(features, ['*'])) AS feature,
        multiIf({kind:String} = 'hour', toStartOfHour(started_at), {kind:String} = 'day', toStartOfDay(started_at),
            {kind:String} = 'week', toDateTime(toMonday(started_at), 'UTC'), toDateTime(toStartOfMonth(started_at), 'UTC')) AS start,
        cityHash64(actor) % 6 AS shard,
        0, toInt64(0), 0, 0, 0, 0, toInt64(0), 0, 0, count(), 0
    FROM session_facts
    WHERE toStartOfMonth(start) = {month:Date}
    GROUP BY team, feature, start, shard
)
GROUP BY team, feature, start, shard;
