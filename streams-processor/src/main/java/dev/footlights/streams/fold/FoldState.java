package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.ActivityFact;
import dev.footlights.schemas.avro.FirstUse;
import dev.footlights.schemas.avro.KpiRollup;
import dev.footlights.schemas.avro.SessionFact;
import dev.footlights.schemas.avro.SurveyAnswer;

/**
 * Everything that is remembered of one shard. The first five are facts, published with every change; the others are our
 * own.
 *
 * @param presences where people were active, by period and actor
 * @param chains what the next event of a stream is read against, by stream
 * @param sessionIndex keys of sessions, by stream and start
 * @param pendingSearches searches that still wait to be counted, by stream
 */
public record FoldState(
        Table<ActivityFact> activityFacts,
        Table<SessionFact> sessionFacts,
        Table<FirstUse> firstUses,
        Table<KpiRollup> rollups,
        Table<SurveyAnswer> surveyAnswers,
        Table<Presence> presences,
        Table<Chain> chains,
        SortedTable<String> sessionIndex,
        Table<PendingSearch> pendingSearches) {}
