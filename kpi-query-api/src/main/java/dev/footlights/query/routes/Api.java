package dev.footlights.query.routes;

import dev.footlights.query.request.Layout.Format;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
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
        router.get("/api/v1/kpis", json(kpis::catalogue))
                .get("/api/v1/kpis/{id}", guarded(kpis::kpi))
                .get("/api/v1/scorecard", guarded(kpis::scorecard))
                .get("/api/v1/matrix", guarded(kpis::matrix))
                .get("/api/v1/growth", guarded(new GrowthRoute(parts)))
                .get("/api/v1/retention", json(new RetentionRoute(parts)))
                .get("/api/v1/teams", json(new TeamsRoute(parts)))
                .get("/api/v1/features", json(new FeaturesRoute(parts)))
                .get("/api/v1/top/{list}", guarded(new TopRoute(parts)))
                .get("/api/v1/inactive", json(new InactiveRoute(parts)))
                .get("/api/v1/funnel", json(new FunnelRoute(parts)))
                .get("/api/v1/templates", json(templates::templates))
                .get("/api/v1/templates/funnel", json(templates::funnel))
                .get("/api/v1/searches", json(new SearchesRoute(parts)))
                .get("/api/adoption-insights/events", guarded(new InsightsRoute(parts)))
                .open(
                        "/openapi.yaml",
                        request -> contracts
                                .file(request, "query.yaml")
                                .orElseThrow(() -> Problem.of(404, "not-found", "There is nothing at this path")
                                        .exception()));
    }

    /** The same for what has no CSV, and doesn't answer JSON to who asks for CSV. */
    static Handler json(Handler handler) {
        return guarded(request -> {
            if (new Parameters(request).choice("format", Format.values(), Format.JSON) != Format.JSON) {
                throw Refusals.parameter(
                        "format", "can only be json here; /api/v1/kpis/{id}, matrix, growth and top have CSV");
            }
            return handler.handle(request);
        });
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
