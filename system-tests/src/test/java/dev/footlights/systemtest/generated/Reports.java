package dev.footlights.systemtest.generated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What other tools tell, at random, the same for the same seed: corrections, repetitions, results that come out of order. */
public final class Reports {
    private static final int NUMBER = 150;
    private static final Duration OLDEST = Duration.ofDays(60);

    private final long seed;
    private final Random random;

    public Reports(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Reports of a kind in the fields that ingest takes, in order of sending. */
    public List<Map<String, Object>> of(Report kind, Instant now) {
        List<Map<String, Object>> reports = new ArrayList<>();
        for (int report = 0; report < NUMBER; report++) {
            Instant at = now.minusMillis(random.nextLong(OLDEST.toMillis()));
            reports.add(
                    switch (kind) {
                        case TEMPLATE_OUTCOMES -> outcome(at);
                        case CHECK_RESULTS -> check(at);
                    });
        }
        return reports;
    }

    private Map<String, Object> outcome(Instant at) {
        Map<String, Object> outcome = new HashMap<>();
        outcome.put("taskId", "task-" + seed + "-" + random.nextInt(NUMBER / 2));
        outcome.put("template", "template:default/service");
        outcome.put("outcome", pick(List.of("completed", "completed", "failed", "cancelled")));
        outcome.put("finishedAt", at.toString());
        Person person = pick(Organisation.people());
        if (!person.user().isEmpty()) {
            outcome.put("user", person.user());
            outcome.put("groups", person.groups());
        }
        return outcome;
    }

    private Map<String, Object> check(Instant at) {
        return Map.of(
                "check", pick(List.of("has-readme", "has-owner", "on-call")) + "-" + seed,
                "entity", "component:default/service-" + random.nextInt(9),
                "passed", random.nextBoolean(),
                "checkedAt", at.toString(),
                "owner", pick(List.of("team-0", "Group:Default/Team-1", "commerce")));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
