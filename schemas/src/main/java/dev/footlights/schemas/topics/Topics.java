package dev.footlights.schemas.topics;

import dev.footlights.schemas.avro.ActivityFact;
import dev.footlights.schemas.avro.CheckResult;
import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.FirstUse;
import dev.footlights.schemas.avro.KpiRollup;
import dev.footlights.schemas.avro.LedgerEntry;
import dev.footlights.schemas.avro.RosterEntry;
import dev.footlights.schemas.avro.SessionFact;
import dev.footlights.schemas.avro.SurveyAnswer;
import dev.footlights.schemas.avro.TeamEntry;
import dev.footlights.schemas.avro.TemplateOutcome;
import dev.footlights.schemas.avro.UsageEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The catalogue of topics, the one home of their names. */
public final class Topics {
    /** Application id of the streams processor; part of the changelogs' names, so it never changes. */
    public static final String APPLICATION_ID = "footlights";

    /** Largest batch a topic takes: a failed request of 1 MiB whole, with room for what is said about it. */
    public static final int MAX_MESSAGE_BYTES = 4 << 20;

    private static final Duration EVENTS_STAY = Duration.ofDays(30);

    /** Cleaned events, keyed by actor. */
    public static final TopicDefinition<UsageEvent> USAGE_EVENTS =
            byAge("footlights.usage-events.v1", UsageEvent.class, EVENTS_STAY);

    /** What could not be counted, keyed by event id or by nothing. */
    public static final TopicDefinition<FailedEvent> FAILED_EVENTS =
            byAge("footlights.failed-events.v1", FailedEvent.class, EVENTS_STAY);

    /** Who belongs to which teams now, keyed by actor. */
    public static final TopicDefinition<RosterEntry> ROSTER = compacted("footlights.roster.v1", RosterEntry.class);

    /** The teams there are, keyed by team. */
    public static final TopicDefinition<TeamEntry> TEAMS = compacted("footlights.teams.v1", TeamEntry.class);

    /** How tasks of the scaffolder ended, keyed by task. */
    public static final TopicDefinition<TemplateOutcome> TEMPLATE_OUTCOMES =
            compacted("footlights.template-outcomes.v1", TemplateOutcome.class);

    /** What maturity checks found, keyed by check, entity and time. */
    public static final TopicDefinition<CheckResult> CHECK_RESULTS =
            compacted("footlights.check-results.v1", CheckResult.class);

    public static final TopicDefinition<ActivityFact> ACTIVITY_FACTS = changelog("activity-facts", ActivityFact.class);

    public static final TopicDefinition<FirstUse> FIRST_USES = changelog("first-uses", FirstUse.class);

    public static final TopicDefinition<SessionFact> SESSION_FACTS = changelog("session-facts", SessionFact.class);

    public static final TopicDefinition<KpiRollup> KPI_ROLLUPS = changelog("kpi-rollups", KpiRollup.class);

    public static final TopicDefinition<SurveyAnswer> SURVEY_ANSWERS = changelog("survey-answers", SurveyAnswer.class);

    public static final TopicDefinition<LedgerEntry> EVENT_LEDGER = changelog("event-ledger", LedgerEntry.class);

    /** Every topic. */
    public static final List<TopicDefinition<?>> ALL = List.of(
            USAGE_EVENTS,
            FAILED_EVENTS,
            ROSTER,
            TEAMS,
            TEMPLATE_OUTCOMES,
            CHECK_RESULTS,
            ACTIVITY_FACTS,
            FIRST_USES,
            SESSION_FACTS,
            KPI_ROLLUPS,
            SURVEY_ANSWERS,
            EVENT_LEDGER);

    private Topics() {}

    private static <T extends SpecificRecord> TopicDefinition<T> byAge(
            String name, Class<T> valueType, Duration retention) {
        return new TopicDefinition<>(name, valueType, CleanupPolicy.DELETE, Optional.of(retention), Optional.empty());
    }

    private static <T extends SpecificRecord> TopicDefinition<T> compacted(String name, Class<T> valueType) {
        return new TopicDefinition<>(name, valueType, CleanupPolicy.COMPACT, Optional.empty(), Optional.empty());
    }

    /** Kafka Streams names and creates a store's changelog itself. */
    private static <T extends SpecificRecord> TopicDefinition<T> changelog(String store, Class<T> valueType) {
        return new TopicDefinition<>(
                APPLICATION_ID + "-" + store + "-changelog",
                valueType,
                CleanupPolicy.COMPACT,
                Optional.empty(),
                Optional.of(store));
    }
}
