package dev.footlights.local;

import dev.footlights.local.stack.Backends;
import dev.footlights.local.stack.Home;
import dev.footlights.local.stack.Installation;
import dev.footlights.local.stack.Ports;
import java.util.Map;
import java.util.Optional;

/**
 * What every command reads from where it was started.
 *
 * @param environment of the process
 */
record Surroundings(Map<String, String> environment, Installation installation, Home home, Ports ports) {
    /**
     * @throws dev.footlights.local.stack.StackException when a variable can't be used
     */
    static Surroundings here() {
        Map<String, String> environment = System.getenv();
        Installation installation = Installation.locate();
        return new Surroundings(
                environment, installation, Home.from(environment, installation), Ports.from(environment));
    }

    Backends backends() {
        return Backends.from(environment, ports);
    }

    /** What to send as {@code Authorization: Bearer}, when the services ask for keys. */
    Optional<String> bearerToken() {
        return Optional.ofNullable(environment.get("FOOTLIGHTS_BEARER_TOKEN")).filter(token -> !token.isBlank());
    }

    String ingestUrl() {
        return "http://127.0.0.1:" + ports.ingest();
    }

    String queryUrl() {
        return "http://127.0.0.1:" + ports.query();
    }
}
