package dev.footlights.query.routes;

import dev.footlights.query.answer.Directory;
import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.company.Company;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.request.Days;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.store.TeamDays;
import dev.footlights.query.top.Listing;
import dev.footlights.query.top.TopQuestion;
import dev.footlights.schemas.features.Feature;
import dev.footlights.service.http.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What requests about some days of one team have in common.
 *
 * @param asOf read before the figures
 * @param company of the team
 */
record TeamRequest(String team, Days days, Optional<Instant> asOf, Directory directory, Company company) {
    /** Refuses several teams, and a team or days that there are not. */
    static TeamRequest read(Request request, ApiParts parts) {
        List<String> teams = new Parameters(request).list("team");
        if (teams.size() > 1) {
            throw Refusals.parameter("team", "takes one team here");
        }
        String team = teams.isEmpty() ? Directory.ORGANISATION : teams.getFirst();
        Days days = parts.reader().days(request);
        Optional<Instant> asOf = parts.answers().asOf();
        Directory directory = parts.answers().directory();
        directory.check(List.of(team), List.of());
        return new TeamRequest(
                team, days, asOf, directory, parts.answers().company(List.of(team), directory, days.zone()));
    }

    /** The same about other days. */
    TeamRequest on(Days others) {
        return new TeamRequest(team, others, asOf, directory, company);
    }

    TopQuestion list(Listing listing) {
        return new TopQuestion(listing, team, company, period());
    }

    TeamDays now() {
        return new TeamDays(List.of(team), days.begin(), days.end());
    }

    /** Features of which nothing is told of the team in these days, not even that nobody used them. */
    Set<String> silentFeatures() {
        List<String> features = directory.features().stream().map(Feature::id).toList();
        return company.silent(features, Granularity.TOTAL, List.of(period())).stream()
                .filter(cell -> cell.team().equals(team))
                .map(Cell::feature)
                .collect(Collectors.toSet());
    }

    /** The days as one period. */
    Period period() {
        return days.period();
    }

    /** As many days just before. */
    Period before() {
        return days.before().period();
    }

    /** What the answer says of itself. */
    Map<String, @Nullable Object> body() {
        Map<String, @Nullable Object> body = head(asOf, days);
        body.put("team", team);
        return body;
    }

    static Map<String, @Nullable Object> head(Optional<Instant> asOf, Days days) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("asOf", JsonAnswer.text(asOf));
        body.put("zone", days.zone().getId());
        body.put("from", days.from().toString());
        body.put("to", days.to().toString());
        return body;
    }
}
