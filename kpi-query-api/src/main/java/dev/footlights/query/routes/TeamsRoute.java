package dev.footlights.query.routes;

import dev.footlights.query.answer.Answers;
import dev.footlights.query.answer.Directory;
import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.store.RosterTeams.Team;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The teams, their place in the hierarchy and their headcounts. Headcounts aren't personal and are always told. */
final class TeamsRoute implements Handler {
    private static final int MOST_ROWS = 10_000;
    private static final int DEFAULT_ROWS = 1_000;

    private final Answers answers;
    private final ZoneId reportingZone;

    TeamsRoute(ApiParts parts) {
        this.answers = parts.answers();
        this.reportingZone = parts.reportingZone();
    }

    @Override
    public Response handle(Request request) {
        Parameters parameters = new Parameters(request);
        Optional<String> search = parameters.text("search").map(text -> text.toLowerCase(Locale.ROOT));
        Optional<String> parent = parameters.text("parent");
        int limit = parameters.number("limit", 1, MOST_ROWS, DEFAULT_ROWS);
        int offset = parameters.number("offset", 0, Integer.MAX_VALUE, 0);
        Optional<Instant> asOf = answers.asOf();
        Map<String, Long> headcounts = answers.headcounts();
        List<Team> teams = teams(answers.directory(), headcounts.keySet()).stream()
                .filter(team -> search.isEmpty()
                        || team.team().contains(search.get())
                        || team.title().toLowerCase(Locale.ROOT).contains(search.get()))
                .filter(team -> parent.isEmpty() || team.parent().equals(parent.get()))
                .toList();
        Page<Team> page = Page.cut(teams, limit, offset);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("asOf", JsonAnswer.text(asOf));
        body.put("zone", reportingZone.getId());
        JsonAnswer.paged(
                body,
                page,
                page.rows().stream().map(team -> row(team, headcounts)).toList());
        return Response.json(200, body).etagged(request);
    }

    /** Active teams of the catalog, and those that people or facts name without it. */
    private static List<Team> teams(Directory directory, Set<String> withPeople) {
        List<Team> teams = new ArrayList<>(directory.rosterTeams());
        Set<String> others = new TreeSet<>(directory.usedTeams());
        others.addAll(withPeople);
        others.add(Directory.ORGANISATION);
        directory.rosterTeams().forEach(team -> others.remove(team.team()));
        teams.removeIf(team -> !team.active());
        others.forEach(team -> teams.add(outside(team)));
        teams.sort(Comparator.comparing(Team::team));
        return teams;
    }

    private static Team outside(String team) {
        return switch (team) {
            case Directory.ORGANISATION -> new Team(team, "Everyone", "", "organisation", true);
            case Directory.UNASSIGNED -> new Team(team, "Without a team", Directory.ORGANISATION, "unassigned", true);
            default -> new Team(team, team, Directory.ORGANISATION, "", false);
        };
    }

    private static Map<String, Object> row(Team team, Map<String, Long> headcounts) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("team", team.team());
        row.put("title", team.title());
        row.put("parent", team.parent());
        row.put("kind", team.kind());
        row.put("active", team.active());
        row.put("headcount", headcounts.getOrDefault(team.team(), 0L));
        return row;
    }
}
