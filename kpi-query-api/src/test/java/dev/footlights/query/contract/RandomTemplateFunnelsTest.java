package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every stage of the funnels of templates over random facts equals a naive count. The seed is in each failure. */
class RandomTemplateFunnelsTest {
    private static final long SEED = Long.getLong("footlights.test.seed", 20_261_127L);
    private static final int QUESTIONS = 25;
    private static final List<String> TEMPLATES =
            List.of("template:default/a", "template:default/b", "template:other/c");

    /** In the order of the form. */
    private static final List<String> STEPS = List.of("step-0", "step-2", "step-10", "step-54", "step-60");

    private static final List<ItemUse> USES = uses(new Random(SEED));
    private static final ApiUnderTest api = FilledStore.of(
                    "random_template_funnels", "Europe/Paris", tables -> tables.loadItems(USES))
            .api(0, "2026-11-14T12:00:00Z");

    /** Uses of templates from the end of August to the middle of November. */
    private static List<ItemUse> uses(Random random) {
        List<ItemUse> uses = new ArrayList<>();
        for (String start : List.of("2026-08-25", "2026-09-18", "2026-10-20")) {
            for (Use when : RandomUses.of(random, 160, Instant.parse(start + "T00:00:00Z"))) {
                String[] teams = when.teams().toArray(String[]::new);
                String template = TEMPLATES.get(random.nextInt(TEMPLATES.size()));
                String at = when.at().toString();
                uses.add(
                        random.nextInt(3) == 0
                                ? ItemUse.run(when.actor(), at, template, random.nextInt(90_000_000), teams)
                                : ItemUse.act(when.actor(), at, "templates", action(random), template, teams));
            }
        }
        return uses;
    }

    /** A step beyond the bits is rare, so that some questions meet it and others don't. What is no stage counts for none. */
    private static String action(Random random) {
        List<String> actions = List.of(
                "open", "open", "step-0", "step-2", "step-10", "step-54", "restart", "retried", "cancelled", "click");
        return random.nextInt(80) == 0 ? "step-60" : actions.get(random.nextInt(actions.size()));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Paris", "UTC", "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe"})
    void everyStageEqualsANaiveCount(String zone) {
        Random random = new Random(SEED + zone.hashCode());
        Set<Boolean> beyondBits = new HashSet<>();
        for (int number = 0; number < QUESTIONS; number++) {
            LocalDate from = LocalDate.of(2026, 8, 25).plusDays(random.nextInt(50));
            LocalDate to = from.plusDays(random.nextInt(75));
            String team = RandomUses.TEAMS.get(random.nextInt(RandomUses.TEAMS.size()));
            Map<String, Map<String, Stage>> naive = naive(team, from, to, ZoneId.of(zone));
            beyondBits.add(naive.values().stream().anyMatch(stages -> stages.containsKey("step-60")));
            String target = "/api/v1/templates/funnel?team=" + team + "&from=" + from + "&to=" + to + "&zone=" + zone;
            String about = "%s, seed %d".formatted(target, SEED);
            Map<String, JsonNode> told = new TreeMap<>();
            api.json(target)
                    .get("rows")
                    .forEach(row -> told.put(row.get("template").asText(), row));
            assertThat(told.keySet()).as(about).isEqualTo(naive.keySet());
            naive.forEach((template, stages) ->
                    check(template + " of " + about, Objects.requireNonNull(told.get(template)), stages));
        }
        assertThat(beyondBits).containsExactlyInAnyOrder(true, false);
    }

    private static final class Stage {
        private final Set<Integer> people = new HashSet<>();
        private long events;
    }

    /** What was done with each template, stage by stage. */
    private static Map<String, Map<String, Stage>> naive(String team, LocalDate from, LocalDate to, ZoneId zone) {
        Map<String, Map<String, Stage>> templates = new TreeMap<>();
        for (ItemUse use : USES) {
            LocalDate day = LocalDate.ofInstant(use.use().at(), zone);
            boolean counts = use.use().teams().contains(team)
                    && !day.isBefore(from)
                    && !day.isAfter(to)
                    && !use.action().equals("click");
            if (counts) {
                Stage stage = templates
                        .computeIfAbsent(use.item(), first -> new TreeMap<>())
                        .computeIfAbsent(use.action(), first -> new Stage());
                stage.people.add(use.use().actor());
                stage.events++;
            }
        }
        return templates;
    }

    private static void check(String about, JsonNode row, Map<String, Stage> stages) {
        List<String> names = new ArrayList<>(List.of("open"));
        STEPS.stream().filter(stages::containsKey).forEach(names::add);
        names.add("create");
        assertThat(row.get("stages"))
                .as(about)
                .extracting(stage -> stage.get("stage").asText())
                .containsExactlyElementsOf(names);
        String before = null;
        for (int number = 0; number < names.size(); number++) {
            JsonNode told = row.get("stages").get(number);
            Stage stage = stages.getOrDefault(names.get(number), new Stage());
            assertTally(about, told, stage);
            Stage last = before == null ? new Stage() : stages.getOrDefault(before, new Stage());
            if (last.people.isEmpty()) {
                assertThat(told.get("lost").isNull()).as(about).isTrue();
            } else {
                long gone = last.people.stream()
                        .filter(person -> !stage.people.contains(person))
                        .count();
                assertThat(told.get("lost").asDouble()).as(about).isEqualTo((double) gone / last.people.size());
            }
            before = names.get(number);
        }
        assertTally(about, row.get("restarts"), stages.getOrDefault("restart", new Stage()));
        assertTally(about, row.get("retries"), stages.getOrDefault("retried", new Stage()));
        assertTally(about, row.get("cancels"), stages.getOrDefault("cancelled", new Stage()));
    }

    private static void assertTally(String about, JsonNode told, Stage stage) {
        assertThat(told.get("people").asInt()).as(about).isEqualTo(stage.people.size());
        assertThat(told.get("events").asLong()).as(about).isEqualTo(stage.events);
    }
}
