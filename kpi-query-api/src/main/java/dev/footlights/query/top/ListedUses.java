package dev.footlights.query.top;

import dev.footlights.query.items.Uses;
import dev.footlights.query.store.Facts;
import dev.footlights.query.store.TeamDays;
import java.time.Instant;
import java.util.List;

/** Uses that a list counts; its items add up to what is told of each feature. */
record ListedUses(Listing listing) implements Uses {
    @Override
    public Statement all() {
        return statement("", List.of());
    }

    @Override
    public Statement of(List<String> teams, Instant begin, Instant end) {
        TeamDays days = new TeamDays(teams, begin, end);
        return statement(days.condition() + " AND ", days.values());
    }

    private Statement statement(String condition, List<Object> values) {
        return new Statement(
                "SELECT toString(team) AS of_team, " + listing.name()
                        + " AS called, toString(feature) AS of_feature, slot, actor FROM "
                        + (listing.isEverTakenBack() ? Facts.LATEST : Facts.ANY) + condition + listing.named()
                        + " WHERE "
                        + listing.counts(),
                values);
    }
}
