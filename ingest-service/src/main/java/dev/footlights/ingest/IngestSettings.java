package dev.footlights.ingest;

import dev.footlights.ingest.event.Limits;
import dev.footlights.ingest.event.TimeRules;
import dev.footlights.service.settings.AuthSettings;
import dev.footlights.service.settings.Default;
import dev.footlights.service.settings.HttpSettings;
import dev.footlights.service.settings.KafkaSettings;
import dev.footlights.service.settings.LogSettings;
import dev.footlights.service.settings.RegistrySettings;
import dev.footlights.service.settings.Require;
import dev.footlights.service.settings.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * All settings of the ingest service.
 *
 * @param importRetention how old imported events may be: as long as facts are kept
 */
public record IngestSettings(
        @Default("{port: 8480}") HttpSettings http,
        KafkaSettings kafka,
        RegistrySettings registry,
        LogSettings log,
        TopicSettings topics,
        IdentitySettings identity,
        RosterSettings roster,
        Limits limits,
        InFlightSettings inflight,
        LateSettings late,
        FutureSettings future,
        @Default("P400D") Duration importRetention,
        AuthSettings auth) {

    public IngestSettings {
        auth.requireBeyondLoopback(http, "send events");
        Require.that(importRetention.compareTo(late.after()) >= 0, "importRetention", "is shorter than late.after");
    }

    /**
     * The topics that this service makes when they are missing.
     *
     * @param partitions of each; can't be changed later
     * @param replicationFactor of each
     */
    public record TopicSettings(
            @Default("12") int partitions, @Default("1") int replicationFactor) {
        public TopicSettings {
            Require.between("partitions", partitions, 1, 10_000);
            Require.between("replicationFactor", replicationFactor, 1, 100);
        }
    }

    /**
     * What pseudonyms are made with.
     *
     * @param key of the pseudonyms, the same for good: with another one everybody is somebody new
     */
    public record IdentitySettings(@Secret String key) {
        private static final int SHORTEST_KEY = 16;

        public IdentitySettings {
            Require.that(key.length() >= SHORTEST_KEY, "key", "has fewer than " + SHORTEST_KEY + " characters");
        }
    }

    /**
     * Where the organisation is read from.
     *
     * @param catalog Backstage catalog files, and directories of them; none for no roster
     * @param pollInterval between two looks at them
     */
    public record RosterSettings(
            List<Path> catalog, @Default("PT10S") Duration pollInterval) {
        public RosterSettings {
            catalog = List.copyOf(catalog);
            Require.positive("pollInterval", pollInterval);
        }
    }

    /**
     * How much is worked on at once.
     *
     * @param bytes of requests in memory at once; the heap should have about six times as much
     */
    public record InFlightSettings(@Default("67108864") long bytes) {
        public InFlightSettings {
            Require.atLeast("bytes", bytes, 1 << 20);
        }
    }

    /**
     * What comes too late to count.
     *
     * @param after an event is late when it happened this long before it was received
     */
    public record LateSettings(@Default("P7D") Duration after) {
        public LateSettings {
            Require.positive("after", after);
        }
    }

    /**
     * What comes too early.
     *
     * @param tolerance how far ahead of ours a client's clock may be
     */
    public record FutureSettings(@Default("PT5M") Duration tolerance) {
        public FutureSettings {
            Require.notNegative("tolerance", tolerance);
        }
    }

    TimeRules timeRules() {
        return new TimeRules(late.after(), future.tolerance(), importRetention);
    }
}
