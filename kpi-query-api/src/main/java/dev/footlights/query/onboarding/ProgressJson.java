package dev.footlights.query.onboarding;

import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.HiddenCounts;
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
import org.jspecify.annotations.Nullable;

/**
 * Progress as it may be told. The people of all features add up to the steps behind the mean progress, so people of features
 * and of the distribution are kept back together until none can be worked out.
 *
 * @param zone in which days are named
 */
record ProgressJson(
        Progress progress, List<Step> steps, Map<String, DaysToUnlock.Median> medians, Floor floor, ZoneId zone) {
    void addTo(Map<String, @Nullable Object> body) {
        int headcount = progress.roster().size();
        long members = progress.members().size();
        boolean withheld = floor.withholds(members);
        boolean unlockedWithheld = floor.withholds(progress.users().size());
        body.put("headcount", headcount);
        body.put("total", steps.size());
        body.put("unlocked", unlockedWithheld ? null : progress.unlocked());
        body.put("unlockedWithheld", unlockedWithheld);
        body.put(
                "progress",
                withheld || headcount == 0 ? null : (double) progress.steps() / ((double) headcount * steps.size()));
        body.put("withheld", withheld);
        body.put("distribution", distribution());
        long[] people = progress.people();
        body.put("features", features(people, headcount));
        body.put("ladder", ladder(people));
    }

    private List<Map<String, @Nullable Object>> distribution() {
        long[] people = progress.distribution();
        boolean[] hidden = HiddenCounts.distribution(people, floor);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int unlocked = 0; unlocked < people.length; unlocked++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("unlocked", unlocked);
            row.put("people", hidden[unlocked] ? null : people[unlocked]);
            row.put("withheld", hidden[unlocked]);
            rows.add(row);
        }
        return rows;
    }

    private List<Map<String, @Nullable Object>> features(long[] people, int headcount) {
        boolean[] hidden = HiddenCounts.siblings(people, floor);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int place = 0; place < people.length; place++) {
            Step step = steps.get(place);
            DaysToUnlock.@Nullable Median median = medians.get(step.feature());
            boolean medianWithheld = median != null && floor.withholds(median.people());
            Map<String, @Nullable Object> row = titled(step);
            row.put("link", step.link());
            row.put("people", hidden[place] ? null : people[place]);
            row.put("share", hidden[place] || headcount == 0 ? null : (double) people[place] / headcount);
            row.put("withheld", hidden[place]);
            row.put("medianDays", median == null || medianWithheld ? null : median.days());
            row.put("medianWithheld", medianWithheld);
            row.put("firstUnlocked", floor.withholds(people[place]) ? null : firstDay(step));
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

    private List<Map<String, @Nullable Object>> ladder(long[] people) {
        Map<String, OptionalDouble> places = progress.places();
        List<Rung> rungs = new ArrayList<>();
        for (int place = 0; place < people.length; place++) {
            Step step = steps.get(place);
            boolean withheld = floor.withholds(people[place]);
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
