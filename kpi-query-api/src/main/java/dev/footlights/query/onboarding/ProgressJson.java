package dev.footlights.query.onboarding;

import dev.footlights.query.company.Entry;
import dev.footlights.schemas.onboarding.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Progress as it may be told.
 *
 * @param untold what isn't, see {@link ProgressDiscretion}
 * @param medians those that may be told
 * @param withheldMedians features whose median may not
 * @param zone in which days are named
 */
record ProgressJson(
        String team,
        Progress progress,
        List<Step> steps,
        Set<Entry> untold,
        Map<String, DaysToUnlock.Median> medians,
        Set<String> withheldMedians,
        ZoneId zone) {
    void addTo(Map<String, @Nullable Object> body) {
        int headcount = progress.roster().size();
        boolean withheld = untold.contains(ProgressDiscretion.members(team));
        boolean unlockedWithheld = untold.contains(ProgressDiscretion.users(team));
        body.put("headcount", headcount);
        body.put("total", steps.size());
        body.put("unlocked", unlockedWithheld ? null : progress.unlocked());
        body.put("unlockedWithheld", unlockedWithheld);
        body.put(
                "progress",
                withheld || headcount == 0 ? null : (double) progress.steps() / ((double) headcount * steps.size()));
        body.put("withheld", withheld);
        body.put("distribution", distribution());
        body.put("features", features(progress.people(), headcount));
        body.put("ladder", ladder());
    }

    private List<Map<String, @Nullable Object>> distribution() {
        long[] people = progress.distribution();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int unlocked = 0; unlocked < people.length; unlocked++) {
            boolean hidden = untold.contains(ProgressDiscretion.unlocked(team, unlocked));
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("unlocked", unlocked);
            row.put("people", hidden ? null : people[unlocked]);
            row.put("withheld", hidden);
            rows.add(row);
        }
        return rows;
    }

    private List<Map<String, @Nullable Object>> features(long[] people, int headcount) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int place = 0; place < people.length; place++) {
            Step step = steps.get(place);
            boolean hidden = untold.contains(ProgressDiscretion.feature(team, place));
            DaysToUnlock.@Nullable Median median = medians.get(step.feature());
            Map<String, @Nullable Object> row = titled(step);
            row.put("link", step.link());
            row.put("people", hidden ? null : people[place]);
            row.put("share", hidden || headcount == 0 ? null : (double) people[place] / headcount);
            row.put("withheld", hidden);
            row.put("medianDays", median == null ? null : median.days());
            row.put("medianWithheld", withheldMedians.contains(step.feature()));
            row.put("firstUnlocked", hidden ? null : firstDay(step));
            rows.add(row);
        }
        return rows;
    }

    private @Nullable String firstDay(Step step) {
        return progress.firstUnlocked(step.feature())
                .map(at -> LocalDate.ofInstant(Instant.ofEpochMilli(at), zone).toString())
                .orElse(null);
    }

    private record Rung(Step step, OptionalDouble place, boolean withheld) {}

    private List<Map<String, @Nullable Object>> ladder() {
        Map<String, OptionalDouble> places = progress.places();
        List<Rung> rungs = new ArrayList<>();
        for (int place = 0; place < steps.size(); place++) {
            Step step = steps.get(place);
            boolean withheld = untold.contains(ProgressDiscretion.feature(team, place));
            OptionalDouble mean = places.getOrDefault(step.feature(), OptionalDouble.empty());
            rungs.add(new Rung(step, withheld ? OptionalDouble.empty() : mean, withheld));
        }
        rungs.sort(Comparator.comparingDouble(rung -> rung.place().orElse(Double.MAX_VALUE)));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Rung rung : rungs) {
            Map<String, @Nullable Object> row = titled(rung.step());
            row.put("meanPlace", rung.place().isPresent() ? rung.place().getAsDouble() : null);
            row.put("withheld", rung.withheld());
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, @Nullable Object> titled(Step step) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("feature", step.feature());
        row.put("title", step.title());
        return row;
    }
}
