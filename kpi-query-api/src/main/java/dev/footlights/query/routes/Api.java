package dev.footlights.query.routes;

import dev.footlights.query.store.UnavailableException;
import dev.footlights.schemas.kpis.KpiCatalogue;
import dev.footlights.service.http.ClassPathFiles;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Problem;
import dev.footlights.service.http.Router;

/** All routes of the API. */
public final class Api {
    private static final String CONTRACTS = "/footlights/openapi";

    private Api() {}

    /** Adds the routes; {@code /openapi.yaml} and the front page need no authentication. */
    public static void addTo(Router router, ApiParts parts) {
        ClassPathFiles contracts = new ClassPathFiles(KpiCatalogue.class, CONTRACTS);
        KpiRoutes kpis = new KpiRoutes(parts);
        TemplateRoutes templates = new TemplateRoutes(parts);
        PageFiles.addTo(router);
        router.get("/api/v1/kpis", guarded(kpis::catalogue))
                .get("/api/v1/kpis/{id}", guarded(kpis::kpi))
                .get("/api/v1/scorecard", guarded(kpis::scorecard))
                .get("/api/v1/matrix", guarded(kpis::matrix))
                .get("/api/v1/growth", guarded(new GrowthRoute(parts)))
                .get("/api/v1/retention", guarded(new RetentionRoute(parts)))
                .get("/api/v1/teams", guarded(new TeamsRoute(parts)))
                .get("/api/v1/features", guarded(new FeaturesRoute(parts)))
                .get("/api/v1/top/{list}", guarded(new TopRoute(parts)))
                .get("/api/v1/inactive", guarded(new InactiveRoute(parts)))
                .get("/api/v1/funnel", guarded(new FunnelRoute(parts)))
                .get("/api/v1/templates", guarded(templates::templates))
                .get("/api/v1/templates/funnel", guarded(templates::funnel))
                .get("/api/v1/searches", guarded(new SearchesRoute(parts)))
                .get("/api/adoption-insights/events", guarded(new InsightsRoute(parts)))
                .open(
                        "/openapi.yaml",
                        request -> contracts
                                .file(request, "query.yaml")
                                .orElseThrow(() -> Problem.of(404, "not-found", "There is nothing at this path")
                                        .exception()));
    }

    /** Answers 503 as long as the figures can't be read. */
    static Handler guarded(Handler handler) {
        return request -> {
            try {
                return handler.handle(request);
            } catch (UnavailableException e) {
                throw Problem.of(
                                503,
                                "store-unavailable",
                                "The figures can't be read at the moment",
                                String.valueOf(e.getMessage()))
                        .header("Retry-After", "2")
                        .exception();
            }
        };
    }
}
