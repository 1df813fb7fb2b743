package dev.footlights.local;

import dev.footlights.local.stack.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the one who starts a stack should know. */
final class Notices {
    private Notices() {}

    /** Before the start. */
    static List<String> of(Surroundings here, List<Path> roster) {
        List<String> lines = new ArrayList<>();
        if (here.environment().getOrDefault("FOOTLIGHTS_AUTH_KEYS", "").isBlank()) {
            lines.add("No FOOTLIGHTS_AUTH_KEYS are set: calls are accepted without authentication, on 127.0.0.1 only.");
        }
        if (roster.isEmpty()
                && here.environment()
                        .getOrDefault("FOOTLIGHTS_ROSTER_CATALOG", "")
                        .isBlank()) {
            lines.add("No --catalog is given: events belong to the groups they carry, and there are no headcounts.");
        }
        return lines;
    }

    /** When everything runs. */
    static List<String> ready(Surroundings here) {
        Ports ports = here.ports();
        return List.of(
                "",
                "Footlights is ready.",
                "  ingest      " + here.ingestUrl() + "/v1/events",
                "  query API   " + here.queryUrl() + "/api/v1/kpis",
                "  page        " + here.queryUrl() + "/",
                "  ClickHouse  http://127.0.0.1:" + ports.clickHouse(),
                "  Kafka       127.0.0.1:" + ports.kafka(),
                "  registry    http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7",
                "  logs        " + here.home().directory().resolve("logs"),
                "Ctrl-C stops everything.");
    }
}
