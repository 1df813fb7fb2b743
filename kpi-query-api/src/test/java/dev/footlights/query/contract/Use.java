package dev.footlights.query.contract;

import java.time.Instant;
import java.util.List;

/**
 * Something that a person did, as the tests think of it: the naive counts loop over these.
 *
 * @param actor number of the person
 */
record Use(
        int actor,
        Instant at,
        List<String> teams,
        String feature,
        long events,
        long views,
        long interactions,
        long runs,
        long savedMicroMinutes,
        long searches) {

    static Use event(int actor, String at, String feature, String... teams) {
        return new Use(actor, Instant.parse(at), List.of(teams), feature, 1, 0, 0, 0, 0, 0);
    }

    static Use run(int actor, String at, long savedMicroMinutes, String... teams) {
        return new Use(actor, Instant.parse(at), List.of(teams), "templates", 1, 0, 1, 1, savedMicroMinutes, 0);
    }
}
