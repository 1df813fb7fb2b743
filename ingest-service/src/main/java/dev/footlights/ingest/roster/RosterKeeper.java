package dev.footlights.ingest.roster;

import dev.footlights.ingest.delivery.Connection;
import dev.footlights.ingest.delivery.UndeliveredException;
import dev.footlights.ingest.event.Attribution;
import dev.footlights.ingest.identity.Pseudonyms;
import dev.footlights.schemas.registry.RegistryException;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.service.health.Health;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the roster: reads the catalog, watches it for changes, publishes what changed, and says who belongs where. */
public final class RosterKeeper implements Attribution.Source, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RosterKeeper.class);
    /** While nothing is published yet, a service waits for this, so it is tried more often than the files are looked at. */
    private static final Duration FIRST_TRIES = Duration.ofMillis(200);

    private final Config config;
    private final CatalogWatch watch;
    private final PublishedRoster publishedRoster;
    private final Supplier<Connection> connection;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable RosterState published;
    private volatile boolean current;
    private volatile String lastFailure = "";

    /**
     * What it takes.
     *
     * @param catalog files and directories; none for no roster, then only {@code org} and {@code unassigned} are published
     * @param pollInterval between two looks at the files
     * @param kafka properties of any Kafka client
     */
    public record Config(List<Path> catalog, Duration pollInterval, Map<String, Object> kafka) {}

    private RosterKeeper(
            Config config,
            Pseudonyms pseudonyms,
            SchemaRegistry registry,
            Supplier<Connection> connection,
            Clock clock) {
        this.config = config;
        this.watch = new CatalogWatch(config.catalog(), pseudonyms);
        this.publishedRoster = new PublishedRoster(config.kafka(), registry);
        this.connection = connection;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("roster").unstarted(this::keep);
    }

    /** Begins at once, in a thread of its own. */
    public static RosterKeeper start(
            Config config,
            Pseudonyms pseudonyms,
            SchemaRegistry registry,
            Supplier<Connection> connection,
            Clock clock) {
        RosterKeeper keeper = new RosterKeeper(config, pseudonyms, registry, connection, clock);
        keeper.thread.start();
        return keeper;
    }

    @Override
    public Attribution of(String actor, List<String> claimed) {
        return organisation().orElseGet(Organisation::empty).of(actor, claimed);
    }

    /** Why an attribution made now would be wrong; empty once the catalog was read, or when there is none. */
    public Optional<String> obstacle() {
        return organisation().isPresent()
                ? Optional.empty()
                : Optional.of(watch.problem().orElse("the catalog is not read yet"));
    }

    /** Up once the first roster is published; a catalog that has gone bad since is told in the detail. */
    public Health health() {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return Health.down(obstacle.get());
        }
        if (published == null) {
            return Health.down(lastFailure.isEmpty() ? "not published yet" : lastFailure);
        }
        int people = organisation().map(known -> known.people().size()).orElse(0);
        String detail = config.catalog().isEmpty() ? "no catalog is set" : people + " people";
        return Health.up(watch.problem()
                .map(problem -> "the last good roster is used, since " + problem)
                .orElse(current ? detail : detail + "; changes are not published yet"));
    }

    private Optional<Organisation> organisation() {
        return config.catalog().isEmpty() ? Optional.of(Organisation.empty()) : watch.organisation();
    }

    private void keep() {
        try {
            do {
                look();
                publish();
            } while (!closing.await(pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        return current ? config.pollInterval() : FIRST_TRIES;
    }

    private void look() {
        if (config.catalog().isEmpty() || !watch.look()) {
            return;
        }
        Optional<String> problem = watch.problem();
        if (problem.isPresent()) {
            LOG.atWarn()
                    .addKeyValue("problem", problem.get())
                    .log("the catalog can't be used, the last good roster stays");
        } else {
            current = false;
            LOG.atInfo()
                    .addKeyValue(
                            "people",
                            organisation().map(known -> known.people().size()).orElse(0))
                    .log("catalog read");
        }
    }

    private void publish() throws InterruptedException {
        Optional<Organisation> organisation = organisation();
        if (current || organisation.isEmpty() || !(connection.get() instanceof Connection.Ready ready)) {
            return;
        }
        try {
            RosterState known = published == null ? publishedRoster.read() : published;
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            boolean catalog = !config.catalog().isEmpty();
            RosterState.Changes changes = known.changesTo(RosterState.of(organisation.get(), now), catalog, now);
            ready.writer().write(changes.records());
            known.apply(changes);
            published = known;
            current = true;
            LOG.atInfo()
                    .addKeyValue("teams", changes.teams().size())
                    .addKeyValue("people", changes.people().size())
                    .log("roster published, as far as it changed");
        } catch (UndeliveredException | KafkaException | RegistryException e) {
            failed(String.valueOf(e.getMessage()));
        }
    }

    private void failed(String message) {
        if (!message.equals(lastFailure)) {
            LOG.atWarn().addKeyValue("problem", message).log("the roster can't be published, trying again");
        }
        lastFailure = message;
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
