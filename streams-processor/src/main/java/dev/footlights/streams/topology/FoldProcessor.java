package dev.footlights.streams.topology;

import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.streams.fold.EventFold;
import dev.footlights.streams.fold.FeatureNames;
import dev.footlights.streams.fold.PendingSearch;
import dev.footlights.streams.fold.TeamSets;
import dev.footlights.streams.fold.UsageReader;
import dev.footlights.streams.state.FoldStores;
import dev.footlights.streams.state.FoldTables;
import dev.footlights.streams.state.Ledger;
import dev.footlights.streams.state.SeenEvents;
import dev.footlights.streams.state.StateExpiry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** Lets each event through once and folds it into the stores; counts searches that have paused; removes old state. */
final class FoldProcessor implements Processor<String, UsageEvent, Void, Void> {
    private static final Duration SETTLE_EVERY = Duration.ofMillis(250);
    private static final Duration EXPIRE_EVERY = Duration.ofMinutes(1);
    private static final int EXPIRED_PER_STORE = 1_000;

    /** Everything that begins to exist when the task has its stores. */
    private record Task(
            FoldStores stores,
            FoldTables tables,
            SeenEvents seen,
            UsageReader reader,
            EventFold fold,
            Ledger ledger,
            StateExpiry expiry) {}

    private final TopologySettings settings;
    private final FeatureRules rules;
    private final StreamsMetrics metrics;
    private final InstantSource clock;
    private @Nullable Task task;
    private Instant latestReceivedAt = Instant.EPOCH;

    FoldProcessor(TopologySettings settings, FeatureRules rules, StreamsMetrics metrics, InstantSource clock) {
        this.settings = settings;
        this.rules = rules;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        FoldStores stores = FoldStores.of(context);
        FoldTables tables = stores.tables();
        FeatureNames features = new FeatureNames(
                rules,
                known(stores),
                settings.mostUnlistedFeatures(),
                FeatureNames.Listener.of(
                        name -> stores.unlistedFeatures().put(name, clock.millis()), metrics::unlistedFeature));
        task = new Task(
                stores,
                tables,
                new SeenEvents(stores.seenEvents(), settings.dedupeRetention()),
                new UsageReader(features, new TeamSets()),
                new EventFold(tables.state(), settings.rules(), context.taskId().partition()),
                Ledger.of(context),
                new StateExpiry(settings.stateRetention(), EXPIRED_PER_STORE));
        context.schedule(SETTLE_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> settleSearches());
        context.schedule(EXPIRE_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> expire());
    }

    private static Set<String> known(FoldStores stores) {
        Set<String> names = new HashSet<>();
        try (KeyValueIterator<String, Long> entries = stores.unlistedFeatures().all()) {
            entries.forEachRemaining(entry -> names.add(entry.key));
        }
        return names;
    }

    @Override
    public void process(Record<String, UsageEvent> record) {
        UsageEvent event = record.value();
        if (event.getReceivedAt().isAfter(latestReceivedAt)) {
            latestReceivedAt = event.getReceivedAt();
        }
        if (!task().seen()
                .first(
                        event.getActor(),
                        event.getEventId(),
                        event.getReceivedAt().toEpochMilli())) {
            metrics.count(StreamsMetrics.Outcome.DUPLICATE);
            task().ledger()
                    .count(Ledger.Outcome.DUPLICATE, event.getReceivedAt().toEpochMilli());
            return;
        }
        task().fold().fold(task().reader().read(event), clock.millis());
        metrics.count(StreamsMetrics.Outcome.FOLDED);
        task().ledger().count(Ledger.Outcome.FOLDED, event.getReceivedAt().toEpochMilli());
    }

    private void settleSearches() {
        long arrivedBefore = clock.millis() - settings.rules().searchPause().toMillis();
        List<KeyValue<String, PendingSearch>> paused = new ArrayList<>();
        try (KeyValueIterator<String, PendingSearch> entries =
                task().stores().pendingSearches().all()) {
            while (entries.hasNext()) {
                KeyValue<String, PendingSearch> entry = entries.next();
                if (entry.value.arrivedAt() <= arrivedBefore) {
                    paused.add(entry);
                }
            }
        }
        for (KeyValue<String, PendingSearch> entry : paused) {
            task().fold().settle(entry.key, entry.value);
            task().stores().pendingSearches().delete(entry.key);
        }
    }

    private void expire() {
        int expired = task().expiry().run(task().stores(), latestReceivedAt);
        if (expired > 0) {
            task().tables().forget();
        }
        metrics.expired(expired);
    }

    private Task task() {
        if (task == null) {
            throw new IllegalStateException("used before it was initialised");
        }
        return task;
    }
}
