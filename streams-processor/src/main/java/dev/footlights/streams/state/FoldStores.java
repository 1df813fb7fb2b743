package dev.footlights.streams.state;

import dev.footlights.schemas.avro.ActivityFact;
import dev.footlights.schemas.avro.FirstUse;
import dev.footlights.schemas.avro.KpiRollup;
import dev.footlights.schemas.avro.LedgerEntry;
import dev.footlights.schemas.avro.SessionFact;
import dev.footlights.schemas.avro.SurveyAnswer;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.Topics;
import dev.footlights.streams.fold.Chain;
import dev.footlights.streams.fold.PendingSearch;
import dev.footlights.streams.fold.Presence;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;

/** The stores of one task, by what they hold. */
public record FoldStores(
        KeyValueStore<String, ActivityFact> activityFacts,
        KeyValueStore<String, SessionFact> sessionFacts,
        KeyValueStore<String, FirstUse> firstUses,
        KeyValueStore<String, KpiRollup> rollups,
        KeyValueStore<String, SurveyAnswer> surveyAnswers,
        KeyValueStore<String, LedgerEntry> ledger,
        KeyValueStore<String, Presence> presences,
        KeyValueStore<String, Chain> chains,
        KeyValueStore<String, String> sessionIndex,
        KeyValueStore<String, PendingSearch> pendingSearches,
        KeyValueStore<String, Long> unlistedFeatures,
        WindowStore<String, Long> seenEvents) {

    public static FoldStores of(ProcessorContext<?, ?> context) {
        return new FoldStores(
                context.getStateStore(nameOf(Topics.ACTIVITY_FACTS)),
                context.getStateStore(nameOf(Topics.SESSION_FACTS)),
                context.getStateStore(nameOf(Topics.FIRST_USES)),
                context.getStateStore(nameOf(Topics.KPI_ROLLUPS)),
                context.getStateStore(nameOf(Topics.SURVEY_ANSWERS)),
                context.getStateStore(Ledger.STORE),
                context.getStateStore(StoreNames.PRESENCES),
                context.getStateStore(StoreNames.CHAINS),
                context.getStateStore(StoreNames.SESSION_INDEX),
                context.getStateStore(StoreNames.PENDING_SEARCHES),
                context.getStateStore(StoreNames.UNLISTED_FEATURES),
                context.getStateStore(StoreNames.SEEN_EVENTS));
    }

    /** The stores as the fold sees them. */
    public FoldTables tables() {
        return new FoldTables(
                new RememberingTable<>(new StoreTable<>(rollups), FoldTables.REMEMBERED_ROLLUPS),
                new RememberingTable<>(new StoreTable<>(presences), FoldTables.REMEMBERED_PEOPLE),
                new RememberingTable<>(new StoreTable<>(chains), FoldTables.REMEMBERED_PEOPLE),
                this);
    }

    static String nameOf(TopicDefinition<?> changelog) {
        return changelog
                .store()
                .orElseThrow(() -> new IllegalArgumentException(changelog.name() + " is no store's changelog"));
    }
}
