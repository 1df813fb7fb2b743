package dev.footlights.service;

import dev.footlights.service.health.HealthCheck;
import dev.footlights.service.health.HealthChecks;
import dev.footlights.service.http.HttpServer;
import dev.footlights.service.http.Router;
import dev.footlights.service.metrics.Metrics;
import dev.footlights.service.settings.HttpSettings;
import java.io.IOException;
import java.util.List;

/** The HTTP side that all services share: their own routes, health, metrics and the order in which it stops. */
public final class ServiceHttp {
    private ServiceHttp() {}

    /**
     * Starts the server with {@code /health/live}, {@code /health/ready} and {@code /metrics} added to the routes. Call it
     * last: what is registered last with the lifecycle stops first.
     *
     * @throws IOException if the address can't be bound
     */
    public static HttpServer start(
            HttpSettings settings, Router router, List<HealthCheck> checks, Metrics metrics, Lifecycle lifecycle)
            throws IOException {
        HealthChecks health = new HealthChecks(checks);
        health.addTo(router);
        metrics.addTo(router);
        HttpServer server = HttpServer.start(settings, router, metrics, health::stopping);
        lifecycle.onStop("http server", server);
        return server;
    }
}
