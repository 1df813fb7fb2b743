package dev.footlights.query.routes;

import dev.footlights.query.answer.Directory;
import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.funnel.Funnel;
import dev.footlights.query.funnel.Stage;
import dev.footlights.query.funnel.Step;
import dev.footlights.query.privacy.Reason;
import dev.footlights.query.request.Days;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many people go from step to step, for one team or each. */
final class FunnelRoute implements Handler {
    private static final int DEFAULT_ROWS = 1_000;
    private static final int FEWEST_STEPS = 2;
    private static final int MOST_STEPS = 10;

    private final ApiParts parts;
    private final Funnel funnel;

    private enum Dimension {
        TEAM
    }

    FunnelRoute(ApiParts parts) {
        this.parts = parts;
        this.funnel = new Funnel(parts.clickHouse());
    }

    @Override
    public Response handle(Request request) {
        Parameters parameters = new Parameters(request);
        List<Step> steps = steps(request, parameters);
        boolean byTeam = !parameters.choices("groupBy", Dimension.values()).isEmpty();
        int most = parts.settings().limits().pageRows();
        int limit = parameters.number("limit", 1, most, Math.min(DEFAULT_ROWS, most));
        int offset = parameters.number("offset", 0, Integer.MAX_VALUE, 0);
        Days days = parts.reader().days(request);
        List<String> asked = parameters.list("team");
        Optional<Instant> asOf = parts.answers().asOf();
        Directory directory = parts.answers().directory();
        directory.check(asked, steps.stream().map(Step::feature).toList());
        List<String> all = byTeam ? directory.allTeams() : List.of(Directory.ORGANISATION);
        List<String> teams = asked.isEmpty() ? all : asked;
        List<Stage> stages =
                funnel.stages(teams, parts.answers().company(teams, directory, days.zone()), days.period(), steps);
        Page<Stage> page = Page.cut(stages, limit, offset);
        Map<String, @Nullable Object> body = TeamRequest.head(asOf, days);
        JsonAnswer.paged(body, page, page.rows().stream().map(FunnelRoute::row).toList());
        return Response.json(200, body).etagged(request);
    }

    /** {@code steps} are separated by commas; a {@code step} is taken whole, so that an item may hold commas. */
    private static List<Step> steps(Request request, Parameters parameters) {
        List<String> whole = request.queryParameters().getOrDefault("step", List.of());
        Optional<String> separated = parameters.text("steps");
        if (!whole.isEmpty() && separated.isPresent()) {
            throw Refusals.parameter("steps", "can't be used together with step");
        }
        String name = whole.isEmpty() ? "steps" : "step";
        List<String> texts = new ArrayList<>(whole);
        separated.ifPresent(text -> texts.addAll(List.of(text.split(",", -1))));
        if (texts.size() < FEWEST_STEPS || texts.size() > MOST_STEPS) {
            throw Refusals.parameter(name, "must be " + FEWEST_STEPS + " to " + MOST_STEPS + " steps");
        }
        return texts.stream().map(text -> Step.of(name, text)).toList();
    }

    private static Map<String, @Nullable Object> row(Stage stage) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("team", stage.team());
        json.put("number", stage.number());
        json.put("step", stage.step().text());
        json.put("people", stage.people());
        json.put("shareOfPrevious", stage.shareOfPrevious());
        json.put("shareOfFirst", stage.shareOfFirst());
        json.put("medianSeconds", stage.medianSeconds());
        json.put("withheld", stage.withheld());
        Reason because = stage.withheldBecause();
        if (because != null) {
            json.put("withheldBecause", because.text());
        }
        return json;
    }
}
