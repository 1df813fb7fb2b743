package dev.footlights.query.funnel;

import dev.footlights.query.store.Placeholders;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When each person of the teams first touched each step within the days; people who never touched the first are left out.
 * Whole months are read from what is kept of each, and the days before and after them, or all when a step is about an item,
 * from the facts.
 */
record FirstTouches(TeamDays days, List<Step> steps) implements Query<FirstTouches.Touches> {
    /**
     * One person in one team.
     *
     * @param person a number that is theirs in every team
     * @param millis of each step, since 1970; 0 when it wasn't touched
     */
    record Touches(String team, long person, List<Long> millis) {}

    FirstTouches {
        steps = List.copyOf(steps);
    }

    @Override
    public String sql() {
        String touches = steps.stream()
                .map(step -> "minIf(at, " + step.condition() + ")")
                .collect(Collectors.joining(", ", "[", "]"));
        boolean oneTeam = days.teams().size() == 1;
        return "SELECT toString(" + (oneTeam ? "any(team)" : "team") + "), toString(" + touches
                + " AS touches) AS text, toString(sipHash64(actor)) FROM ("
                + months().map(months -> ofMonths() + " UNION ALL ").orElse("")
                + ofFacts() + ")"
                // A key of one column of fixed width is looked up faster.
                + " GROUP BY " + (oneTeam ? "actor" : "team, actor") + " HAVING touches[1] > 0"
                + TeamDays.SETTINGS;
    }

    private String ofMonths() {
        return "SELECT team, feature, action, actor, toUnixTimestamp64Milli(first_at) AS at FROM first_touches WHERE team IN "
                + Placeholders.in(days.teams().size()) + " AND month >= toDate(?) AND month < toDate(?)" + features();
    }

    private String ofFacts() {
        return "SELECT team, feature, action, " + (ofItems() ? "item, " : "")
                + "actor, toUnixTimestamp64Milli(first_at) AS at FROM activity_facts"
                + (ofItems() ? " FINAL WHERE (events > 0 OR searches > 0) AND " : " WHERE events > 0 AND ")
                + days.condition()
                + months().map(months -> " AND (day < toDate(?) OR day >= toDate(?))")
                        .orElse("") + features();
    }

    private Optional<WholeMonths> months() {
        return ofItems() ? Optional.empty() : WholeMonths.within(days);
    }

    /**
     * Whether a step is about an item, and so may be a search for a term. That has a row of its own beside the event's, which
     * counts no event, and none at all once the search was taken back. An event's time only ever sinks, so that outdated rows
     * of it do no harm.
     */
    private boolean ofItems() {
        return steps.stream().anyMatch(step -> step.item().isPresent());
    }

    private String features() {
        return ofAnyFeature() ? "" : " AND feature IN " + Placeholders.in(steps.size());
    }

    private boolean ofAnyFeature() {
        return steps.stream().anyMatch(Step::ofAnyFeature);
    }

    @Override
    public List<Object> values() {
        List<Object> values = new ArrayList<>();
        List<Object> features = ofAnyFeature()
                ? List.of()
                : steps.stream().<Object>map(Step::feature).toList();
        steps.forEach(step -> values.addAll(step.values()));
        months().ifPresent(months -> {
            values.addAll(days.teams());
            values.addAll(months.values());
            values.addAll(features);
        });
        values.addAll(days.values());
        months().ifPresent(months -> values.addAll(months.values()));
        values.addAll(features);
        return values;
    }

    @Override
    public Touches row(ResultSet result) throws SQLException {
        String text = result.getString(2);
        return new Touches(
                result.getString(1),
                Long.parseUnsignedLong(result.getString(3)),
                Arrays.stream(text.substring(1, text.length() - 1).split(","))
                        .map(Long::valueOf)
                        .toList());
    }
}
