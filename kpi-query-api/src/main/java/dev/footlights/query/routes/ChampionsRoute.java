package dev.footlights.query.routes;

import dev.footlights.query.answer.Directory;
import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.campaign.Champions;
import dev.footlights.query.request.Paging;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.teams.TeamTree;
import dev.footlights.schemas.features.Feature;
import dev.footlights.schemas.onboarding.Onboarding;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which team could show a feature to which other: for one feature, for one team, or the best pair for each feature of the checklist. */
final class ChampionsRoute implements Handler {
    private static final int DEFAULT_ROWS = 20;

    private final ApiParts parts;
    private final Onboarding onboarding;
    private final Champions champions;

    ChampionsRoute(ApiParts parts, Onboarding onboarding) {
        this.parts = parts;
        this.onboarding = onboarding;
        this.champions = new Champions(parts.answers(), parts.kpi("adoption-rate"), parts.floor());
    }

    @Override
    public Response handle(Request request) {
        Optional<String> feature = new Parameters(request).text("feature");
        Paging paging = Paging.of(request, DEFAULT_ROWS);
        TeamRequest asked = TeamRequest.read(request, parts);
        // Pairs are made of all teams, so that the organisation has them all.
        String team = asked.team().equals(Directory.ORGANISATION) ? "" : asked.team();
        asked.directory().check(List.of(), feature.stream().toList());
        Map<String, String> titles = new LinkedHashMap<>();
        feature.ifPresentOrElse(
                id -> titles.put(id, title(id)),
                () -> onboarding.checklist().forEach(step -> titles.put(step.feature(), title(step.feature()))));
        Page<Map<String, @Nullable Object>> page = Page.cut(
                champions.suggestions(
                        titles,
                        new Champions.Wanted(feature.isEmpty() && team.isEmpty(), team),
                        new TeamTree(asked.directory().rosterTeams()),
                        asked.days()),
                paging.limit(),
                paging.offset());
        Map<String, @Nullable Object> body = asked.body();
        body.put("feature", feature.orElse(null));
        JsonAnswer.paged(body, page, page.rows());
        return Response.json(200, body).etagged(request);
    }

    private String title(String feature) {
        return parts.features().feature(feature).map(Feature::title).orElse(feature);
    }
}
