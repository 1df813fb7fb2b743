package dev.footlights.query.checks;

import dev.footlights.query.period.Period;
import dev.footlights.query.store.ClickHouse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How many checks the entities of a team passed at the end of each week, altogether and by check, track, level and team. */
public final class Maturity {
    private final ClickHouse clickHouse;

    public Maturity(ClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * Adds pass rates and their movement to an answer.
     *
     * @param track only this one; all when empty
     * @param teams whose rates are told one by one
     */
    public void addTo(
            Map<String, @Nullable Object> body,
            String team,
            Optional<String> track,
            List<String> teams,
            List<Period> weeks) {
        List<Long> moments =
                weeks.stream().map(week -> week.end().toEpochMilli()).toList();
        List<CheckRows.Counted> all = clickHouse.run(new CheckRows(team, track, moments));
        List<CheckRows.Counted> whole = all.stream().filter(in(team)).toList();
        body.put("overall", new Group(weeks, whole).json(Map.of()));
        body.put("checks", groups(whole, weeks, row -> Map.of("check", row.check())));
        body.put("tracks", groups(whole, weeks, row -> Map.of("track", row.track())));
        body.put("levels", groups(whole, weeks, row -> {
            Map<String, String> key = new LinkedHashMap<>();
            key.put("track", row.track());
            key.put("level", row.level());
            return key;
        }));
        List<CheckRows.Counted> below =
                all.stream().filter(row -> teams.contains(row.team())).toList();
        body.put("teams", groups(below, weeks, row -> Map.of("team", row.team())));
    }

    /** Every entity that doesn't pass a check at a moment, by check and entity. */
    public List<Map<String, Object>> failing(String team, Optional<String> track, long moment) {
        return clickHouse.run(new FailingRows(team, track, moment));
    }

    private static Predicate<CheckRows.Counted> in(String team) {
        return row -> row.team().equals(team);
    }

    private static List<Map<String, @Nullable Object>> groups(
            List<CheckRows.Counted> rows, List<Period> weeks, Function<CheckRows.Counted, Map<String, String>> key) {
        Map<Map<String, String>, List<CheckRows.Counted>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(key.apply(row), any -> new ArrayList<>()).add(row));
        List<Map<String, @Nullable Object>> json = new ArrayList<>();
        groups.forEach((name, members) -> json.add(new Group(weeks, members).json(name)));
        return json;
    }

    private record Group(List<Period> weeks, List<CheckRows.Counted> rows) {
        Map<String, @Nullable Object> json(Map<String, String> name) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>(name);
            List<Map<String, @Nullable Object>> series =
                    weeks.stream().map(this::week).toList();
            json.put("weeks", series);
            Object first = series.getFirst().get("rate");
            Object last = series.getLast().get("rate");
            json.put("rate", last);
            json.put("movement", first instanceof Double from && last instanceof Double to ? to - from : null);
            return json;
        }

        private Map<String, @Nullable Object> week(Period week) {
            long entities = 0;
            long passed = 0;
            for (CheckRows.Counted row : rows) {
                if (row.moment() == week.end().toEpochMilli()) {
                    entities += row.entities();
                    passed += row.passed();
                }
            }
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("week", week.label());
            json.put("results", entities);
            json.put("passed", passed);
            json.put("rate", entities == 0 ? null : (double) passed / entities);
            return json;
        }
    }
}
