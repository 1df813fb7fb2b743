package dev.footlights.query.routes;

import dev.footlights.query.answer.Directory;
import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.request.Days;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
import dev.footlights.service.http.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What most answers are about.
 *
 * @param asOf read before anything else
 * @param team one that there is
 */
record Asked(Optional<Instant> asOf, Directory directory, Days days, String team) {
    /** Reads team and days; 404 for a team there is not, 400 for several. */
    static Asked of(Request request, ApiParts parts) {
        Days days = parts.reader().days(request);
        List<String> teams = new Parameters(request).list("team");
        if (teams.size() > 1) {
            throw Refusals.parameter("team", "takes one team here");
        }
        Optional<Instant> asOf = parts.answers().asOf();
        Directory directory = parts.answers().directory();
        String team = teams.isEmpty() ? Directory.ORGANISATION : teams.getFirst();
        directory.check(List.of(team), List.of());
        return new Asked(asOf, directory, days, team);
    }

    /** The beginning of an answer. */
    Map<String, @Nullable Object> body() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("asOf", JsonAnswer.text(asOf));
        body.put("zone", days.zone().getId());
        body.put("from", days.from().toString());
        body.put("to", days.to().toString());
        body.put("team", team);
        return body;
    }
}
