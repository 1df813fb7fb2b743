package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every stage of random funnels of random facts equals a naive count. The seed is in each failure. */
class RandomFunnelsTest {
    private static final long SEED = Long.getLong("footlights.test.seed", 20_261_125L);
    private static final int FLOOR = 5;
    private static final int FUNNELS = 12;
    private static final List<String> STEPS = List.of(
            "*",
            "*:navigate",
            "templates",
            "templates:open",
            "templates:step-1",
            "templates:create",
            "templates:create:template:default/a",
            "search",
            "search:search",
            "search:search:=gamma",
            "search:discover-1",
            "techdocs",
            "techdocs:navigate:/docs/default/component/pay/setup",
            "techdocs:not-found",
            "ci-cd",
            "my-plugin:click",
            "kubernetes");
    private static final List<ItemUse> USES = RandomItemUses.of(new Random(SEED), 500);
    private static final String NOW = "2026-11-14T12:00:00Z";
    private static final FilledStore store =
            FilledStore.of("random_funnels", "Europe/Paris", tables -> tables.loadItems(USES));
    private static final ApiUnderTest api = store.api(0, NOW);
    private static final ApiUnderTest discreet = store.api(FLOOR, NOW);

    @AfterAll
    static void stop() {
        api.close();
        discreet.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Paris", "UTC", "Asia/Kolkata", "America/St_Johns", "Australia/Lord_Howe"})
    void everyStageEqualsANaiveCount(String zone) {
        Random random = new Random(SEED + zone.hashCode());
        for (int number = 0; number < FUNNELS; number++) {
            check(ZoneId.of(zone), random);
        }
    }

    private static void check(ZoneId zone, Random random) {
        // Every other time with a whole month, of which something else is read than of days.
        boolean months = random.nextBoolean();
        LocalDate from = LocalDate.of(2026, 10, 20).plusDays(random.nextInt(12)).minusDays(months ? 24 : 0);
        LocalDate to = from.plusDays(random.nextInt(24) + (months ? 36 : 0));
        List<String> steps = new ArrayList<>(STEPS);
        Collections.shuffle(steps, random);
        steps = steps.subList(0, 2 + random.nextInt(3));
        String target = "/api/v1/funnel?groupBy=team&team=" + String.join(",", RandomUses.TEAMS) + "&from=" + from
                + "&to=" + to + "&zone=" + zone.getId()
                + steps.stream()
                        .map(step -> "&step=" + URLEncoder.encode(step, StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        JsonNode open = api.json(target).get("rows");
        JsonNode hidden = discreet.json(target).get("rows");
        assertThat(open).hasSize(RandomUses.TEAMS.size() * steps.size()).hasSameSizeAs(hidden);
        int row = 0;
        for (String team : RandomUses.TEAMS) {
            checkLosses(team + " of " + target, hidden, row, steps.size());
            List<List<Double>> waits = new NaiveFunnel(USES, team, from, to, zone).waits(steps);
            for (int step = 0; step < steps.size(); step++) {
                String about = "step %d in %s of %s, seed %d".formatted(step + 1, team, target, SEED);
                assertThat(open.get(row).get("team").asText()).as(about).isEqualTo(team);
                assertThat(open.get(row).get("step").asText()).as(about).isEqualTo(steps.get(step));
                checkStage(about, open.get(row), waits, step);
                checkDiscreet(about, open.get(row), hidden.get(row));
                row++;
            }
        }
    }

    private static void checkStage(String about, JsonNode stage, List<List<Double>> waits, int step) {
        int people = waits.get(step).size();
        assertThat(stage.get("withheld").asBoolean()).as(about).isFalse();
        assertThat(stage.get("people").asInt()).as(about).isEqualTo(people);
        checkShare(
                about,
                stage.get("shareOfPrevious"),
                people,
                step == 0 ? 0 : waits.get(step - 1).size());
        checkShare(about, stage.get("shareOfFirst"), people, waits.getFirst().size());
        if (step == 0 || people == 0) {
            assertThat(stage.get("medianSeconds").isNull()).as(about).isTrue();
        } else {
            assertThat(stage.get("medianSeconds").asDouble())
                    .as(about)
                    .isCloseTo(median(waits.get(step)), within(1e-6));
        }
    }

    private static void checkShare(String about, JsonNode share, int people, int of) {
        if (of == 0) {
            assertThat(share.isNull()).as(about).isTrue();
        } else {
            assertThat(share.asDouble()).as(about).isEqualTo((double) people / of);
        }
    }

    /** Tells what the other tells, or nothing. */
    private static void checkDiscreet(String about, JsonNode stage, JsonNode discreet) {
        int people = stage.get("people").asInt();
        boolean withheld = discreet.get("withheld").asBoolean();
        assertThat(withheld || people == 0 || people >= FLOOR).as(about).isTrue();
        for (String field : List.of("people", "shareOfPrevious", "shareOfFirst", "medianSeconds")) {
            if (withheld) {
                assertThat(discreet.get(field).isNull()).as(about).isTrue();
            } else if (!discreet.get(field).isNull()) {
                assertThat(discreet.get(field)).as(about).isEqualTo(stage.get(field));
            }
        }
        assertThat(discreet.get("people").isNull()).as(about).isEqualTo(withheld);
    }

    /** Between one told step and the next nobody is lost, or enough people are. */
    private static void checkLosses(String about, JsonNode rows, int first, int steps) {
        int before = 0;
        for (int row = first; row < first + steps; row++) {
            if (!rows.get(row).get("withheld").asBoolean()) {
                int people = rows.get(row).get("people").asInt();
                int lost = Math.max(0, before - people);
                assertThat(lost == 0 || lost >= FLOOR).as(about).isTrue();
                before = people;
            }
        }
    }

    private static double median(List<Double> waits) {
        List<Double> sorted = waits.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }
}
