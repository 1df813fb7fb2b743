package dev.footlights.streams;

import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.service.health.Health;
import dev.footlights.service.health.HealthCheck;
import dev.footlights.streams.topology.EventTopology;
import dev.footlights.streams.topology.StreamsMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology: prepares what it needs, starts it, watches it, and ends the process when it can't go on. */
final class EventFolding implements Component {
    private static final Logger LOG = LoggerFactory.getLogger(EventFolding.class);
    /** Leaves the group, so that whoever starts next needn't wait for this one to be given up. */
    private static final CloseOptions CLOSING = CloseOptions.timeout(Duration.ofSeconds(30))
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);

    private final StreamsSettings settings;
    private final SchemaRegistry registry;
    private final MeterRegistry meters;
    private final Consumer<Throwable> fail;
    private final Preparation preparation;
    private final RestoreProgress restore;
    private final Thread starter;
    private volatile @Nullable KafkaStreams streams;
    private volatile String waitingFor = "not started yet";
    private @Nullable KafkaStreamsMetrics streamsMetrics;

    /** @param fail ends the process with a reason */
    EventFolding(StreamsSettings settings, SchemaRegistry registry, MeterRegistry meters, Consumer<Throwable> fail) {
        this.settings = settings;
        this.registry = registry;
        this.meters = meters;
        this.fail = fail;
        this.preparation = new Preparation(settings, registry, status -> waitingFor = status);
        this.restore = new RestoreProgress(meters);
        this.starter = Thread.ofPlatform().name("fold-start").unstarted(this::prepareAndRun);
    }

    @Override
    public String name() {
        return "fold";
    }

    @Override
    public void start() {
        starter.start();
    }

    private void prepareAndRun() {
        try {
            preparation.run();
            synchronized (this) {
                if (!Thread.currentThread().isInterrupted()) {
                    run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail.accept(e);
        }
    }

    private void run() {
        EventTopology topology = new EventTopology(
                settings.topology(),
                registry,
                FeatureRules.shipped(),
                new StreamsMetrics(meters),
                StreamsProcessor.version(),
                InstantSource.system());
        KafkaStreams made = new KafkaStreams(topology.build(), StreamsProperties.of(settings));
        made.setUncaughtExceptionHandler(new FailureHandler(fail));
        made.setGlobalStateRestoreListener(restore);
        made.setStateListener((now, before) ->
                LOG.atInfo().addKeyValue("from", before).addKeyValue("to", now).log("fold state"));
        streamsMetrics = new KafkaStreamsMetrics(made);
        streamsMetrics.bindTo(meters);
        made.start();
        streams = made;
    }

    @Override
    public List<HealthCheck> healthChecks() {
        return List.of(HealthCheck.of("fold", this::health), HealthCheck.of("kafka", preparation::kafkaHealth));
    }

    private Health health() {
        KafkaStreams running = streams;
        if (running == null) {
            return Health.down(waitingFor);
        }
        KafkaStreams.State state = running.state();
        return state == KafkaStreams.State.RUNNING
                ? Health.up("running")
                : Health.down(state.name().toLowerCase(Locale.ROOT) + ", " + restore.describe());
    }

    @Override
    public void close() {
        starter.interrupt();
        synchronized (this) {
            KafkaStreams running = streams;
            if (running != null && !running.close(CLOSING)) {
                LOG.atWarn().log("fold did not stop in time; what it did since its last commit will be done again");
            }
            if (streamsMetrics != null) {
                streamsMetrics.close();
            }
        }
        preparation.close();
    }
}
