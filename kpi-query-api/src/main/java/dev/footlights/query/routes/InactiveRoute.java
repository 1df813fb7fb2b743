package dev.footlights.query.routes;

import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.inactive.Inactive;
import dev.footlights.query.inactive.Inactive.Unused;
import dev.footlights.query.inactive.InactiveReader;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.store.RosterTeams.Team;
import dev.footlights.schemas.features.Feature;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Features that nobody of a team used, and teams below it in which nobody was active. */
final class InactiveRoute implements Handler {
    private static final int DEFAULT_ROWS = 1_000;

    private final ApiParts parts;
    private final InactiveReader reader;

    InactiveRoute(ApiParts parts) {
        this.parts = parts;
        this.reader = new InactiveReader(parts.clickHouse(), parts.floor());
    }

    @Override
    public Response handle(Request request) {
        Parameters parameters = new Parameters(request);
        int most = parts.settings().limits().pageRows();
        int limit = parameters.number("limit", 1, most, Math.min(DEFAULT_ROWS, most));
        int offset = parameters.number("offset", 0, Integer.MAX_VALUE, 0);
        TeamRequest about = TeamRequest.read(request, parts);
        Map<String, Long> headcounts = parts.answers().headcounts();
        Inactive inactive = reader.read(about.now(), about.directory(), headcounts, about.silentFeatures());
        ZoneId zone = about.days().zone();
        Page<Unused<Team>> page = Page.cut(inactive.teams(), limit, offset);
        Map<String, @Nullable Object> body = about.body();
        body.put(
                "features",
                inactive.features().stream()
                        .map(unused -> feature(unused, zone))
                        .toList());
        JsonAnswer.paged(
                body,
                page,
                page.rows().stream()
                        .map(unused -> team(unused, headcounts, zone))
                        .toList());
        return Response.json(200, body).etagged(request);
    }

    private static Map<String, @Nullable Object> feature(Unused<Feature> unused, ZoneId zone) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("feature", unused.what().id());
        json.put("title", unused.what().title());
        putLastUse(json, unused, zone);
        return json;
    }

    private static Map<String, @Nullable Object> team(Unused<Team> unused, Map<String, Long> headcounts, ZoneId zone) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("team", unused.what().team());
        json.put("title", unused.what().title());
        json.put("headcount", headcounts.getOrDefault(unused.what().team(), 0L));
        putLastUse(json, unused, zone);
        return json;
    }

    private static void putLastUse(Map<String, @Nullable Object> json, Unused<?> unused, ZoneId zone) {
        json.put(
                "lastUse",
                unused.lastUse()
                        .map(at -> LocalDate.ofInstant(at, zone).toString())
                        .orElse(null));
        json.put("withheld", unused.withheld());
    }
}
