package dev.footlights.query.routes;

import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what is here, to people and to programs. */
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

    @Override
    public Response handle(Request request) {
        boolean html = request.header("Accept").orElse("").contains("text/html");
        Response response = html
                ? Response.text(200, "text/html; charset=utf-8", page())
                : Response.json(200, Map.of("links", LINKS));
        return response.header("Vary", "Accept").etagged(request);
    }

    private static String page() {
        String items = LINKS.stream()
                .map(link -> link.replace("&", "&amp;"))
                .map(link -> "<li><a href=\"" + link + "\">" + link + "</a></li>")
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Footlights</title>
                <h1>Footlights</h1>
                <p>How the developer portal is used, per team and feature.</p>
                <ul>
                %s
                </ul>
                </html>
                """.formatted(items);
    }
}
