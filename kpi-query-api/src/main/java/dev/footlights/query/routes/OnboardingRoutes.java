package dev.footlights.query.routes;

import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.onboarding.OnboardingReader;
import dev.footlights.query.request.Paging;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
import dev.footlights.schemas.onboarding.LearningPath;
import dev.footlights.schemas.onboarding.Onboarding;
import dev.footlights.schemas.onboarding.Step;
import dev.footlights.service.http.Problem;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Progress over the checklist or a path, and who has unlocked what where the deployment allows it. */
final class OnboardingRoutes {
    private static final int DEFAULT_ROWS = 1_000;

    private final ApiParts parts;
    private final Onboarding onboarding;
    private final OnboardingReader reader;

    OnboardingRoutes(ApiParts parts, Onboarding onboarding) {
        this.parts = parts;
        this.onboarding = onboarding;
        this.reader = new OnboardingReader(
                parts.clickHouse(), parts.clock(), parts.settings().reporting().zone());
    }

    Response progress(Request request) {
        Optional<LearningPath> path = path(request);
        TeamRequest asked = TeamRequest.read(request, parts);
        Map<String, @Nullable Object> body = asked.body();
        body.put("path", path.map(LearningPath::id).orElse(null));
        body.put(
                "paths",
                onboarding.paths().stream().map(OnboardingRoutes::describe).toList());
        reader.addTo(body, asked.team(), asked.company(), steps(path), asked.days());
        return Response.json(200, body).etagged(request);
    }

    Response people(Request request) {
        if (parts.settings().privacy().minimumGroupSize() > 1) {
            throw Problem.of(
                            403,
                            "about-single-people",
                            "Single people aren't told",
                            "privacy.minimum-group-size is "
                                    + parts.settings().privacy().minimumGroupSize()
                                    + "; who has unlocked what is only told where it is 1 or less")
                    .exception();
        }
        Optional<LearningPath> path = path(request);
        Paging paging = Paging.of(request, DEFAULT_ROWS);
        TeamRequest asked = TeamRequest.read(request, parts);
        Page<Map<String, @Nullable Object>> page =
                Page.cut(reader.people(asked.team(), steps(path), asked.days()), paging.limit(), paging.offset());
        Map<String, @Nullable Object> body = asked.body();
        body.put("path", path.map(LearningPath::id).orElse(null));
        JsonAnswer.paged(body, page, page.rows());
        return Response.json(200, body).etagged(request);
    }

    private Optional<LearningPath> path(Request request) {
        return new Parameters(request)
                .text("path")
                .map(id -> onboarding
                        .path(id)
                        .orElseThrow(() -> Refusals.unknown(
                                "path",
                                id,
                                onboarding.paths().stream()
                                        .map(LearningPath::id)
                                        .toList())));
    }

    private List<Step> steps(Optional<LearningPath> path) {
        return path.map(LearningPath::steps).orElse(onboarding.checklist());
    }

    private static Map<String, Object> describe(LearningPath path) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", path.id());
        json.put("title", path.title());
        return json;
    }
}
