package dev.footlights.streams;

import dev.footlights.service.settings.ClickHouseSettings;
import dev.footlights.service.settings.Default;
import dev.footlights.service.settings.HttpSettings;
import dev.footlights.service.settings.KafkaSettings;
import dev.footlights.service.settings.LogSettings;
import dev.footlights.service.settings.RegistrySettings;
import dev.footlights.service.settings.Require;
import dev.footlights.streams.fold.FoldRules;
import dev.footlights.streams.sink.SinkSettings;
import dev.footlights.streams.topology.TopologySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Settings of the streams processor.
 *
 * @param threads that fold; more than {@code topics.partitions} over all instances have nothing to do
 * @param commitInterval how often what was folded becomes visible
 * @param cacheBytes memory in which changes of the same key are joined before they are written
 */
public record StreamsSettings(
        @Default("{port: 8485}") HttpSettings http,
        KafkaSettings kafka,
        RegistrySettings registry,
        ClickHouseSettings clickhouse,
        LogSettings log,
        Reporting reporting,
        TopicSettings topics,
        Late late,
        Dedupe dedupe,
        Session session,
        Search search,
        Features features,
        State state,
        Fold fold,
        SinkSettings sink,
        @Default("1") int threads,
        @Default("PT0.1S") Duration commitInterval,
        @Default("67108864") long cacheBytes) {

    public StreamsSettings {
        Require.between("threads", threads, 1, 256);
        Require.positive("commitInterval", commitInterval);
        Require.atLeast("cacheBytes", cacheBytes, 0);
        Require.that(
                late.after().compareTo(state.retention()) <= 0,
                "late",
                "after is longer than state.retention: events would be taken whose facts are gone");
    }

    /** {@code zone}: in which rollups are cut; to change it, the state must be built anew. */
    public record Reporting(@Default("UTC") ZoneId zone) {}

    /** The same as ingest's. */
    public record TopicSettings(
            @Default("12") int partitions, @Default("1") int replicationFactor) {
        public TopicSettings {
            Require.between("partitions", partitions, 1, 10_000);
            Require.between("replicationFactor", replicationFactor, 1, Short.MAX_VALUE);
        }
    }

    /** {@code after}: how old a live event may be when it is received. */
    public record Late(@Default("P7D") Duration after) {
        public Late {
            Require.positive("after", after);
        }
    }

    /** {@code retention}: how long an event's id is remembered. */
    public record Dedupe(@Default("PT48H") Duration retention) {
        public Dedupe {
            Require.positive("retention", retention);
        }
    }

    /** {@code gap}: from this on without an event, a person has begun another session. */
    public record Session(@Default("PT30M") Duration gap) {
        public Session {
            Require.positive("gap", gap);
        }
    }

    /** {@code pause}: from this on without typing, a person has begun another search. */
    public record Search(@Default("PT2S") Duration pause) {
        public Search {
            Require.positive("pause", pause);
        }
    }

    /** {@code mostUnlisted}: names without a feature rule that each shard tells apart; what comes after is "other". */
    public record Features(@Default("500") int mostUnlisted) {
        public Features {
            Require.atLeast("mostUnlisted", mostUnlisted, 0);
        }
    }

    /**
     * What is remembered.
     *
     * @param dir where; it may be lost, and is then restored from Kafka
     * @param retention how long facts may still change
     */
    public record State(
            @Default(".footlights/streams") Path dir,
            @Default("P400D") Duration retention) {
        public State {
            Require.positive("retention", retention);
        }
    }

    /** {@code enabled}: whether this instance folds events. */
    public record Fold(@Default("true") boolean enabled) {}

    TopologySettings topology() {
        return new TopologySettings(
                new FoldRules(reporting.zone(), session.gap(), search.pause()),
                late.after(),
                dedupe.retention(),
                state.retention(),
                features.mostUnlisted(),
                topics.replicationFactor());
    }
}
