package dev.footlights.ingest;

import dev.footlights.ingest.delivery.Connection;
import dev.footlights.ingest.delivery.Connector;
import dev.footlights.ingest.delivery.FailedEvents;
import dev.footlights.ingest.delivery.InFlightBytes;
import dev.footlights.ingest.event.Intake;
import dev.footlights.ingest.http.EventRoutes;
import dev.footlights.ingest.http.Reception;
import dev.footlights.ingest.identity.PayloadCipher;
import dev.footlights.ingest.identity.Pseudonyms;
import dev.footlights.ingest.metrics.IngestMetrics;
import dev.footlights.ingest.roster.RosterKeeper;
import dev.footlights.schemas.registry.RegistryConfig;
import dev.footlights.schemas.registry.SchemaRegistry;
import dev.footlights.schemas.registry.SchemaRegistryClient;
import dev.footlights.service.Lifecycle;
import dev.footlights.service.ServiceHttp;
import dev.footlights.service.ServiceMain;
import dev.footlights.service.health.Health;
import dev.footlights.service.health.HealthCheck;
import dev.footlights.service.http.Authenticator;
import dev.footlights.service.http.BearerKeys;
import dev.footlights.service.http.HttpServer;
import dev.footlights.service.http.Response;
import dev.footlights.service.http.Router;
import dev.footlights.service.logging.Logging;
import dev.footlights.service.metrics.Metrics;
import dev.footlights.service.settings.RegistrySettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the ingest service and runs it. */
public final class IngestService {
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
    private static final String OPENAPI = "/footlights/openapi/ingest.yaml";

    private IngestService() {}

    /**
     * Runs it until SIGTERM.
     *
     * @param arguments as {@link ServiceMain} takes them
     */
    public static void main(String[] arguments) {
        ServiceMain.run("ingest-service", IngestSettings.class, IngestService::start, arguments);
    }

    static HttpServer start(IngestSettings settings, Lifecycle lifecycle) throws IOException {
        Logging.apply(settings.log());
        SchemaRegistryClient registry =
                lifecycle.onStop("registry client", new SchemaRegistryClient(registryConfig(settings.registry())));
        return start(settings, lifecycle, registry);
    }

    static HttpServer start(IngestSettings settings, Lifecycle lifecycle, SchemaRegistry registry) throws IOException {
        Clock clock = Clock.systemUTC();
        Map<String, Object> kafka = settings.kafka().toProperties();
        Pseudonyms pseudonyms = new Pseudonyms(settings.identity().key());
        Metrics metrics = lifecycle.onStop("metrics", new Metrics());
        InFlightBytes inFlight = new InFlightBytes(settings.inflight().bytes());
        Connector connector =
                lifecycle.onStop("kafka connection", Connector.start(connectorConfig(settings, kafka), registry));
        RosterKeeper roster = lifecycle.onStop(
                "roster",
                RosterKeeper.start(
                        new RosterKeeper.Config(
                                settings.roster().catalog(), settings.roster().pollInterval(), kafka),
                        pseudonyms,
                        registry,
                        connector::connection,
                        clock));
        Reception reception = new Reception(
                settings.limits(),
                new Intake(settings.limits(), settings.timeRules(), pseudonyms, roster),
                new FailedEvents(new PayloadCipher(pseudonyms), version(), clock),
                inFlight,
                new IngestMetrics(metrics.registry(), inFlight),
                connector::connection,
                roster::obstacle,
                clock);
        Router router = router(settings, reception);
        List<HealthCheck> checks = List.of(
                HealthCheck.of("kafka", () -> kafkaHealth(connector.connection())),
                HealthCheck.of("roster", roster::health));
        return ServiceHttp.start(settings.http(), router, checks, metrics, lifecycle);
    }

    private static Router router(IngestSettings settings, Reception reception) throws IOException {
        List<String> keys = settings.auth().keys();
        if (keys.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("host", settings.http().host())
                    .log("no auth.keys are set: anyone on this machine may send events");
        }
        Router router = new Router(keys.isEmpty() ? Authenticator.ANYONE : BearerKeys.parse(keys));
        new EventRoutes(reception, !keys.isEmpty()).addTo(router);
        byte[] openApi = openApi();
        router.open(
                "/openapi.yaml",
                request -> Response.bytes(200, "application/yaml", openApi).etagged(request));
        return router;
    }

    private static byte[] openApi() throws IOException {
        try (InputStream in = IngestService.class.getResourceAsStream(OPENAPI)) {
            if (in == null) {
                throw new IOException(OPENAPI + " is not on the class path");
            }
            return in.readAllBytes();
        }
    }

    private static Health kafkaHealth(Connection connection) throws InterruptedException {
        return switch (connection) {
            case Connection.Waiting(String reason) -> Health.down(reason);
            case Connection.Ready ready -> {
                try {
                    yield Health.up(ready.brokers() + " brokers");
                } catch (ExecutionException e) {
                    yield Health.down("Kafka does not answer");
                }
            }
        };
    }

    private static Connector.Config connectorConfig(IngestSettings settings, Map<String, Object> kafka) {
        IngestSettings.TopicSettings topics = settings.topics();
        return new Connector.Config(
                kafka,
                topics.partitions(),
                (short) topics.replicationFactor(),
                settings.inflight().bytes());
    }

    /** Asked from a loop that tries again by itself, so one try each time. */
    private static RegistryConfig registryConfig(RegistrySettings settings) {
        RegistryConfig config = RegistryConfig.of(
                        settings.urls().stream().map(Object::toString).toList())
                .withPatience(Duration.ofSeconds(3), 0, Duration.ofMillis(100));
        if (settings.username().isPresent()) {
            return config.withBasic(
                    settings.username().get(), settings.password().orElse(""));
        }
        return settings.token().map(config::withToken).orElse(config);
    }

    private static String version() {
        return Optional.ofNullable(IngestService.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }
}
