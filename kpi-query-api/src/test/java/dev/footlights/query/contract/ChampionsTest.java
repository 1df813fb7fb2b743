package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Which team could show a feature to which other. Three departments of four teams with eight people each; the floor is five. In
 * September it is known who searched; in November everybody does anything.
 */
class ChampionsTest {
    private static final long SEED = 27_11_2026;
    private static final int MEMBERS = 8;
    private static final List<String> FEATURES = List.of("templates", "techdocs", "kubernetes", "ci-cd");
    private static final String SEPTEMBER = "from=2026-09-01&to=2026-09-30";

    /** How many of each team searched. */
    private static final Map<String, Integer> SEARCHED =
            new TreeMap<>(Map.of("a1", 8, "a2", 6, "a3", 0, "a4", 0, "b1", 2, "b2", 7, "b3", 6, "b4", 5));

    private static final ApiUnderTest api =
            FilledStore.of("champions", "UTC", ChampionsTest::fill).api(5, "2026-12-01T00:00:00Z");

    private static void fill(Tables tables) throws SQLException {
        List<Use> uses = new ArrayList<>();
        Random random = new Random(SEED);
        tables.team("org", "Everyone", "", true);
        int actor = 0;
        for (String department : List.of("a", "b", "c")) {
            tables.team("dept-" + department, "Department " + department, "org", true);
            for (int number = 1; number <= 4; number++) {
                String team = department + number;
                tables.team(team, "Team " + team, "dept-" + department, true);
                for (int member = 0; member < MEMBERS; member++, actor++) {
                    String[] teams = {team, "dept-" + department, "org"};
                    tables.person(actor, true, teams);
                    if (member < SEARCHED.getOrDefault(team, 0)) {
                        uses.add(Use.event(actor, "2026-09-16T10:00:00Z", "search", teams));
                    }
                    for (String feature : FEATURES) {
                        for (int times = random.nextInt(14); times > 0; times--) {
                            uses.add(Use.event(actor, someTime(random), feature, teams));
                        }
                    }
                }
            }
        }
        tables.load(uses);
        tables.asOf("2026-11-30T23:59:00Z");
    }

    private static String someTime(Random random) {
        LocalDate day = LocalDate.of(2026, 11, 2).plusDays(random.nextInt(28));
        return day.atTime(LocalTime.of(random.nextInt(24), 0))
                .toInstant(ZoneOffset.UTC)
                .toString();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /**
     * In department A nothing is withheld: a1 has 100 %, a2 75 %, the others nobody. In B the 2 of b1 are withheld, and with
     * them the 7 of b2, or else they would be what the department has beyond its teams. Nobody in C searched. So eleven teams
     * are compared: the highest third of them, rounded up, are a1, a2, b3 and b4; the lowest are b1 and those of nobody, all as
     * weak as each other.
     */
    @Test
    void championsAreMatchedWithinTheirDepartmentFirst() {
        JsonNode rows =
                api.json("/api/v1/champions?feature=search&" + SEPTEMBER).get("rows");
        assertThat(rows)
                .extracting(row -> row.at("/strong/team").asText() + " "
                        + row.at("/weak/team").asText() + " "
                        + row.get("distance").asInt())
                .containsExactly("a1 a3 2", "a1 a4 2", "b3 b1 2", "a1 c1 4", "a1 c2 4", "a1 c3 4", "a1 c4 4");
        JsonNode few = rows.get(2);
        assertThat(few.at("/weak/rate").isNull()).isTrue();
        assertThat(few.at("/weak/people").isNull()).isTrue();
        assertThat(few.get("gap").isNull()).isTrue();
        assertThat(few.get("common").asText()).isEqualTo("dept-b");
        assertThat(few.get("suggestion").asText())
                .isEqualTo(
                        "Ask Team b3 to show Search to Team b1: 75 % of the people there use it, here fewer than 5.");
        assertThat(rows.get(0).get("gap").asDouble()).isEqualTo(1);
        assertThat(rows.get(0).at("/strong/people").asLong()).isEqualTo(8);
        assertThat(rows.get(0).get("suggestion").asText())
                .isEqualTo("Ask Team a1 to show Search to Team a3: 100 % of the people there use it, here 0 %.");
    }

    @Test
    void aTeamIsToldThePairsItIsIn() {
        JsonNode weak = api.json("/api/v1/champions?team=a3&" + SEPTEMBER);
        assertThat(weak.get("team").asText()).isEqualTo("a3");
        assertThat(weak.get("rows")).hasSize(1);
        assertThat(weak.at("/rows/0/strong/team").asText()).isEqualTo("a1");
        assertThat(weak.at("/rows/0/weak/team").asText()).isEqualTo("a3");
        assertThat(api.json("/api/v1/champions?team=a1&feature=search&" + SEPTEMBER)
                        .get("rows"))
                .hasSize(6);
        assertThat(api.json("/api/v1/champions?team=org&" + SEPTEMBER).get("rows"))
                .hasSize(1);
        assertThat(api.get("/api/v1/champions?team=nobody&" + SEPTEMBER).statusCode())
                .isEqualTo(404);
    }

    /** Whatever is asked, a suggestion tells of a team what its adoption rate tells, and nothing while that is kept back. */
    @Test
    void nothingIsToldThatAdoptionRateDoesNotTell() {
        Random random = new Random(SEED);
        int told = 0;
        int neighbours = 0;
        for (int question = 0; question < 60; question++) {
            boolean weeks = random.nextBoolean();
            LocalDate from = LocalDate.of(2026, 11, 2).plusDays(weeks ? 7 * random.nextInt(3) : random.nextInt(28));
            LocalDate to = from.plusDays(weeks ? 7 * (1 + random.nextInt(2)) - 1 : random.nextInt(14));
            String feature = FEATURES.get(random.nextInt(FEATURES.size()));
            String days = "&feature=" + feature + "&from=" + from + "&to=" + to;
            Map<String, JsonNode> rates = new TreeMap<>();
            api.json("/api/v1/kpis/adoption-rate?granularity=total&groupBy=team&limit=100" + days)
                    .get("rows")
                    .forEach(row -> rates.put(row.get("team").asText(), row));
            for (JsonNode row : api.json("/api/v1/champions?limit=100" + days).get("rows")) {
                for (String side : List.of("strong", "weak")) {
                    JsonNode team = row.get(side);
                    JsonNode rate =
                            Objects.requireNonNull(rates.get(team.get("team").asText()));
                    assertThat(team.get("rate")).as(days).isEqualTo(rate.get("value"));
                    assertThat(rate.path("withheldBecause").asText()).as(days).isNotEqualTo("neighbours");
                    told += rate.get("value").isNull() ? 0 : 1;
                }
            }
            neighbours += (int) rates.values().stream()
                    .filter(rate -> rate.path("withheldBecause").asText().equals("neighbours"))
                    .count();
        }
        assertThat(told).isGreaterThan(100);
        assertThat(neighbours).isGreaterThan(100);
    }
}
