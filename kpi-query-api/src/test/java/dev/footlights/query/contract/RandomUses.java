package dev.footlights.query.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random uses around the days on which clocks change in Europe and America, some at the edges of days. */
final class RandomUses {
    static final List<String> TEAMS = List.of("group:default/a", "group:default/b", "group:default/top", "org");
    static final List<String> FEATURES = List.of("search", "templates", "techdocs", "my-plugin");

    static final List<List<String>> TEAM_SETS = List.of(
            List.of("group:default/a", "group:default/top", "org"),
            List.of("group:default/b", "group:default/top", "org"),
            List.of("group:default/a", "group:default/b", "group:default/top", "org"),
            List.of("group:default/top", "org"));
    private static final Instant START = Instant.parse("2026-10-20T00:00:00Z");
    private static final int QUARTERS = 25 * 96;

    private RandomUses() {}

    static List<Use> of(Random random, int count) {
        return of(random, count, START);
    }

    /** @param start of the 25 days that they lie in */
    static List<Use> of(Random random, int count, Instant start) {
        List<Use> uses = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            long quarter = start.getEpochSecond() + 900L * random.nextInt(QUARTERS);
            long within = random.nextInt(3) == 0 ? 0 : random.nextInt(900);
            boolean run = random.nextInt(5) == 0;
            uses.add(new Use(
                    random.nextInt(12),
                    Instant.ofEpochSecond(quarter + within),
                    TEAM_SETS.get(random.nextInt(TEAM_SETS.size())),
                    run ? "templates" : FEATURES.get(random.nextInt(FEATURES.size())),
                    1 + random.nextInt(5),
                    random.nextInt(3),
                    random.nextInt(3),
                    run ? 1 : 0,
                    run ? random.nextInt(90_000_000) - 1_000_000 : 0,
                    random.nextInt(2)));
        }
        return uses;
    }
}
