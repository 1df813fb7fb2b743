package dev.footlights.local.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of a stack: which program with which arguments, and where it keeps its data. */
public final class Parts {
    public static final String KAFKA = "kafka";
    public static final String REGISTRY = "registry";
    public static final String CLICKHOUSE = "clickhouse";
    public static final String INGEST = "ingest";
    public static final String STREAMS = "streams";
    public static final String QUERY = "query";

    /** Groups in the order they are stopped: first what takes events in, last what keeps them. */
    public static final List<List<String>> STOP_ORDER =
            List.of(List.of(INGEST), List.of(STREAMS), List.of(QUERY), List.of(REGISTRY, CLICKHOUSE, KAFKA));

    private static final List<String> EVERY_JVM = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError");

    private final Installation installation;
    private final Home home;
    private final Ports ports;
    private final Map<String, String> backends;

    /**
     * Makes the parts of one stack.
     *
     * @param backends variables that tell the services where Kafka, registry and ClickHouse are
     */
    public Parts(Installation installation, Home home, Ports ports, Map<String, String> backends) {
        this.installation = installation;
        this.home = home;
        this.ports = ports;
        this.backends = Map.copyOf(backends);
    }

    /** A broker and its controller in one process. */
    public Part kafka() {
        List<String> command = java(
                "-Xms128m",
                "-Xmx512m",
                "-cp",
                installation.localJar().toString(),
                "dev.footlights.local.kafka.EmbeddedKafka",
                "--data",
                home.data(KAFKA).toString(),
                "--port",
                String.valueOf(ports.kafka()),
                "--controller-port",
                String.valueOf(ports.kafkaController()));
        return new Part(
                KAFKA,
                command,
                Map.of(),
                List.of(ports.kafka(), ports.kafkaController()),
                home.log(KAFKA),
                "127.0.0.1:" + ports.kafka(),
                Readiness.port(ports.kafka()));
    }

    /** The engine behind its HTTP interface; its own memory comes on top of the JVM's. */
    public Part clickHouse() {
        List<String> command = java(
                "-Xmx256m",
                "-cp",
                installation.localJar().toString(),
                "dev.footlights.local.clickhouse.EmbeddedClickHouse",
                "--data",
                home.data(CLICKHOUSE).toString(),
                "--port",
                String.valueOf(ports.clickHouse()));
        return new Part(
                CLICKHOUSE,
                command,
                Map.of(),
                List.of(ports.clickHouse()),
                home.log(CLICKHOUSE),
                url(ports.clickHouse(), ""),
                Readiness.http(URI.create(url(ports.clickHouse(), "/ping"))));
    }

    /**
     * Apicurio Registry on a database file, so that schema ids stay what they are. Small and quick to start rather than
     * fast: it is asked once per schema and service. By default its management port would listen on every address.
     */
    public Part registry() {
        Path database = home.data(REGISTRY).resolve("registry");
        List<String> command = java(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + ports.registry(),
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + ports.registryManagement(),
                "-Dquarkus.http.access-log.enabled=false",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:" + database + ";WRITE_DELAY=0",
                "-Dapicurio.datasource.jdbc.initial-size=2",
                "-Dapicurio.datasource.jdbc.min-size=2",
                "-Dapicurio.storage.snapshot.location=" + home.data(REGISTRY),
                "-jar",
                installation.registryJar().toString());
        return new Part(
                REGISTRY,
                command,
                Map.of(),
                List.of(ports.registry(), ports.registryManagement()),
                home.log(REGISTRY),
                url(ports.registry(), "/apis/ccompat/v7"),
                Readiness.http(URI.create(url(ports.registry(), "/apis/ccompat/v7/subjects"))));
    }

    /**
     * The door for events, and the publisher of the roster.
     *
     * @param identityKey what pseudonyms are made with
     * @param catalogs files and folders of the roster; empty for none
     */
    public Part ingest(String identityKey, List<Path> catalogs) {
        Map<String, String> own = new HashMap<>();
        own.put("FOOTLIGHTS_IDENTITY_KEY", identityKey);
        if (!catalogs.isEmpty()) {
            own.put(
                    "FOOTLIGHTS_ROSTER_CATALOG",
                    String.join(",", catalogs.stream().map(Path::toString).toList()));
        }
        return service(INGEST, "ingest-service", ports.ingest(), own);
    }

    /** Events to facts, and facts to ClickHouse. */
    public Part streams() {
        return service(
                STREAMS,
                "streams-processor",
                ports.streams(),
                Map.of("FOOTLIGHTS_STATE_DIR", home.data(STREAMS).toString()));
    }

    /** KPIs over HTTP. */
    public Part query() {
        return service(QUERY, "kpi-query-api", ports.query(), Map.of());
    }

    private Part service(String name, String module, int port, Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(backends);
        environment.putAll(own);
        environment.put("FOOTLIGHTS_HTTP_PORT", String.valueOf(port));
        return new Part(
                name,
                java("-Xmx768m", "-jar", installation.serviceJar(module).toString()),
                environment,
                List.of(port),
                home.log(name),
                url(port, ""),
                Readiness.http(URI.create(url(port, "/health/ready"))));
    }

    private List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(installation.java());
        command.addAll(EVERY_JVM);
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static String url(int port, String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
