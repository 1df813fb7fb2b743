package dev.footlights.query.routes;

import dev.footlights.query.answer.Answers;
import dev.footlights.query.answer.Directory;
import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.request.Parameters;
import dev.footlights.schemas.features.Feature;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The features: those of the catalogue in its order, then those that only events name. */
final class FeaturesRoute implements Handler {
    private static final int MOST_ROWS = 10_000;
    private static final int DEFAULT_ROWS = 1_000;

    private final Answers answers;
    private final FeatureRules rules;
    private final ZoneId reportingZone;

    FeaturesRoute(ApiParts parts) {
        this.answers = parts.answers();
        this.rules = parts.features();
        this.reportingZone = parts.reportingZone();
    }

    @Override
    public Response handle(Request request) {
        Parameters parameters = new Parameters(request);
        int limit = parameters.number("limit", 1, MOST_ROWS, DEFAULT_ROWS);
        int offset = parameters.number("offset", 0, Integer.MAX_VALUE, 0);
        Optional<Instant> asOf = answers.asOf();
        Directory directory = answers.directory();
        List<Map<String, Object>> features = new ArrayList<>();
        directory.features().forEach(feature -> features.add(row(feature, directory)));
        directory.usedFeatures().stream()
                .filter(id -> rules.feature(id).isEmpty())
                .forEach(id -> features.add(uncatalogued(id)));
        Page<Map<String, Object>> page = Page.cut(features, limit, offset);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("asOf", JsonAnswer.text(asOf));
        body.put("zone", reportingZone.getId());
        JsonAnswer.paged(body, page, page.rows());
        return Response.json(200, body).etagged(request);
    }

    private static Map<String, Object> row(Feature feature, Directory directory) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("feature", feature.id());
        row.put("title", feature.title());
        row.put("owner", feature.owner());
        row.put("purpose", feature.purpose());
        row.put("catalogued", true);
        row.put("used", directory.usedFeatures().contains(feature.id()));
        return row;
    }

    private static Map<String, Object> uncatalogued(String id) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("feature", id);
        row.put("title", id);
        row.put("owner", "");
        row.put("purpose", "");
        row.put("catalogued", false);
        row.put("used", true);
        return row;
    }
}
