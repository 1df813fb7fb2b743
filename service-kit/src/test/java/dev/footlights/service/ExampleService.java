package dev.footlights.service;

import dev.footlights.service.health.Health;
import dev.footlights.service.health.HealthCheck;
import dev.footlights.service.http.HttpServer;
import dev.footlights.service.http.Response;
import dev.footlights.service.http.Router;
import dev.footlights.service.logging.Logging;
import dev.footlights.service.metrics.Metrics;
import dev.footlights.service.settings.HttpSettings;
import dev.footlights.service.settings.LogSettings;
import java.io.IOException;
import java.util.List;

/** A whole service, small enough to be started in a process of its own. */
final class ExampleService {
    record Settings(HttpSettings http, LogSettings log) {}

    private ExampleService() {}

    public static void main(String[] arguments) {
        ServiceMain.run("example", Settings.class, ExampleService::start, arguments);
    }

    static HttpServer start(Settings settings, Lifecycle lifecycle) throws IOException {
        Logging.apply(settings.log());
        Metrics metrics = lifecycle.onStop("metrics", new Metrics());
        Router router =
                new Router().get("/things/{id}", request -> Response.json(200, List.of(request.pathParameter("id"))));
        HealthCheck store = HealthCheck.of("store", () -> Health.up("3 things"));
        return ServiceHttp.start(settings.http(), router, List.of(store), metrics, lifecycle);
    }
}
