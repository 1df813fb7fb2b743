package dev.footlights.query.routes;

import dev.footlights.service.http.ClassPathFiles;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Problem;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The web page to browsers; to programs, what is here. */
final class FrontPage implements Handler {
    private static final List<String> LINKS = List.of(
            "/api/v1/kpis",
            "/api/v1/kpis/active-users?granularity=week&groupBy=team",
            "/api/v1/teams",
            "/api/v1/features",
            "/api/v1/matrix?kpi=active-users",
            "/openapi.yaml",
            "/health/ready",
            "/metrics");

    private final ClassPathFiles files;

    FrontPage(ClassPathFiles files) {
        this.files = files;
    }

    @Override
    public Response handle(Request request) throws IOException {
        boolean html = request.header("Accept").orElse("").contains("text/html");
        Response response = html
                ? files.file(request, "index.html")
                        .orElseThrow(() -> Problem.of(404, "not-found", "The page is not in this build")
                                .exception())
                : Response.json(200, Map.of("links", LINKS)).etagged(request);
        return PageFiles.guarded(response.header("Vary", "Accept"));
    }
}
