package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.query.contract.NaiveLists.Sum;
import dev.footlights.query.top.TopList;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of lists of random facts equals a naive count, with a floor and without. The seed is in each failure. */
class RandomListsTest {
    private static final long SEED = Long.getLong("footlights.test.seed", 20_261_124L);
    private static final ZoneId REPORTING = ZoneId.of("Europe/Paris");
    private static final int FLOOR = 5;
    private static final List<ItemUse> USES = RandomItemUses.of(new Random(SEED), 500);
    private static final String NOW = "2026-11-14T12:00:00Z";
    private static final FilledStore store =
            FilledStore.of("random_lists", REPORTING.getId(), tables -> tables.loadItems(USES));
    private static final ApiUnderTest api = store.api(0, NOW);
    private static final ApiUnderTest discreet = store.api(FLOOR, NOW);

    @AfterAll
    static void stop() {
        api.close();
        discreet.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Paris", "UTC", "Asia/Kolkata", "America/St_Johns", "Australia/Lord_Howe"})
    void everyRowEqualsANaiveCount(String name) {
        ZoneId zone = ZoneId.of(name);
        Random random = new Random(SEED + name.hashCode());
        for (String list : TopList.texts()) {
            RandomQuestion asked = RandomQuestion.of(USES, list, zone, random);
            String target = asked.target(zone, "count");
            JsonNode answer = api.json(target);
            Set<String> told = new HashSet<>();
            for (JsonNode row : answer.get("rows")) {
                String item = row.get("item").asText();
                told.add(item);
                String about = "%s of %s, seed %d".formatted(item, target, SEED);
                Sum sum = asked.now().getOrDefault(item, new Sum());
                assertThat(row.get("count").asLong()).as(about).isEqualTo(sum.count);
                assertThat(row.get("people").asInt()).as(about).isEqualTo(sum.people.size());
                assertThat(row.get("lastUse").asText()).as(about).isEqualTo(sum.lastUse.toString());
                assertThat(row.get("previous").asLong()).as(about).isEqualTo(asked.before(item).count);
                Set<String> weeks = new TreeSet<>();
                for (JsonNode week : row.get("trend")) {
                    weeks.add(week.get("period").asText());
                    assertThat(week.get("count").asLong())
                            .as(about)
                            .isEqualTo(sum.weeks.getOrDefault(week.get("period").asText(), 0L));
                }
                assertThat(weeks).as(about).isEqualTo(weeks(asked));
            }
            assertThat(told)
                    .as("%s, seed %d", target, SEED)
                    .isEqualTo(asked.now().keySet());
            assertThat(answer.get("withheldItems").asInt()).isZero();
        }
    }

    private static Set<String> weeks(RandomQuestion asked) {
        Set<String> weeks = new TreeSet<>();
        asked.from().datesUntil(asked.to().plusDays(1)).map(NaiveLists::week).forEach(weeks::add);
        return weeks;
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "people", "last-use", "growth"})
    void rowsComeInTheAskedOrder(String order) {
        Random random = new Random(SEED + order.hashCode());
        for (String list : TopList.texts()) {
            RandomQuestion asked = RandomQuestion.of(USES, list, REPORTING, random);
            Comparator<String> largest =
                    Comparator.comparing((String item) -> key(asked, item, order), Comparator.reverseOrder());
            assertThat(api.json(asked.target(REPORTING, order)).get("rows"))
                    .as("%s by %s, seed %d", asked.target(REPORTING, order), order, SEED)
                    .extracting(row -> row.get("item").asText())
                    .containsExactlyElementsOf(asked.now().keySet().stream()
                            .sorted(largest.thenComparing(Comparator.naturalOrder()))
                            .toList());
        }
    }

    private static long key(RandomQuestion asked, String item, String order) {
        Sum sum = asked.now().getOrDefault(item, new Sum());
        return switch (order) {
            case "people" -> sum.people.size();
            case "last-use" -> sum.lastUse.toEpochMilli();
            case "growth" -> sum.count - asked.before(item).count;
            default -> sum.count;
        };
    }

    /**
     * Of what is told, nothing is about one to four people, and all of it is right. That enough is withheld beside, items
     * among it that are other teams' only, is another test's matter, {@link ListsDisclosureTest}.
     */
    @Test
    void aFloorHidesSmallGroups() {
        int told = 0;
        int beside = 0;
        for (int round = 0; round < 12; round++) {
            Random random = new Random(SEED + round);
            for (String list : TopList.texts()) {
                RandomQuestion asked = RandomQuestion.of(USES, list, REPORTING, random);
                String about = "%s, seed %d".formatted(asked.target(REPORTING, "growth"), SEED);
                JsonNode answer = discreet.json(asked.target(REPORTING, "growth"));
                int named = 0;
                for (JsonNode row : answer.get("rows")) {
                    checkTold(about, row, asked);
                    named += row.path("withheld").asBoolean() ? 1 : 0;
                }
                int rows = answer.get("rows").size();
                if (answer.get("withheldItems").isNull()) {
                    assertThat(rows).as(about).isZero();
                } else {
                    assertThat(answer.get("withheldItems").asInt())
                            .as(about)
                            .isBetween(
                                    asked.now().size() - rows,
                                    asked.everybodys().size() - rows);
                }
                told += rows - named;
                beside += named;
            }
        }
        assertThat(told).isPositive();
        assertThat(beside).isPositive();
    }

    private static void checkTold(String about, JsonNode row, RandomQuestion asked) {
        String item = row.get("item").asText();
        Sum sum = asked.now().getOrDefault(item, new Sum());
        assertThat(sum.people.size()).as(about).isGreaterThanOrEqualTo(FLOOR);
        if (row.path("withheld").asBoolean()) {
            assertThat(row.get("count").isNull()).as(about).isTrue();
            assertThat(row.get("people").isNull()).as(about).isTrue();
            assertThat(row.get("lastUse").isNull()).as(about).isTrue();
            return;
        }
        assertThat(row.get("count").asLong()).as(about).isEqualTo(sum.count);
        assertThat(row.get("people").asInt()).as(about).isEqualTo(sum.people.size());
        assertThat(row.get("previous").isNull())
                .as(about)
                .isEqualTo(row.path("previousWithheld").asBoolean());
        if (!row.get("previous").isNull()) {
            assertThat(enough(asked.before(item).people)).as(about).isTrue();
            assertThat(row.get("previous").asLong()).as(about).isEqualTo(asked.before(item).count);
        }
        for (JsonNode week : row.get("trend")) {
            String start = week.get("period").asText();
            if (week.get("count").isNull()) {
                assertThat(sum.peopleOfWeeks).as(about).containsKey(start);
            } else {
                assertThat(enough(sum.peopleOfWeeks.getOrDefault(start, Set.of())))
                        .as(about)
                        .isTrue();
                assertThat(week.get("count").asLong()).as(about).isEqualTo(sum.weeks.getOrDefault(start, 0L));
            }
        }
    }

    private static boolean enough(Set<Integer> people) {
        return people.isEmpty() || people.size() >= FLOOR;
    }
}
