package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.query.contract.NaiveCount.Place;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every cell of random questions about random facts equals a naive count, whether rollups are in memory or not. The seed is in
 * each failure.
 */
class RandomFactsTest {
    private static final List<String> KPIS = List.of(
            "active-users",
            "new-users",
            "events",
            "page-views",
            "interactions",
            "template-runs",
            "minutes-saved",
            "searches");
    private static final long SEED = Long.getLong("footlights.test.seed", 20_261_122L);
    private static final ZoneId REPORTING = ZoneId.of("Europe/Paris");
    private static final List<Use> USES = RandomUses.of(new Random(SEED), 400);
    private static final Map<Integer, List<String>> ROSTER = roster();
    private static final String NOW = "2026-11-14T12:00:00Z";
    private static final FilledStore store = FilledStore.of("random_facts", REPORTING.getId(), RandomFactsTest::fill);
    private static final ApiUnderTest api = store.api(0, NOW);
    private static final ApiUnderTest fromTables = store.apiWithoutMemory(0, NOW);

    private static Map<Integer, List<String>> roster() {
        Map<Integer, List<String>> roster = new HashMap<>();
        for (int actor = 0; actor < 15; actor += 2) {
            roster.put(actor, List.of(RandomUses.TEAMS.get(actor % 3), "org"));
        }
        return roster;
    }

    private static void fill(Tables tables) throws SQLException {
        for (String team : RandomUses.TEAMS) {
            tables.team(team, team, team.equals("org") ? "" : "org", true);
        }
        for (Map.Entry<Integer, List<String>> person : ROSTER.entrySet()) {
            tables.person(person.getKey(), true, person.getValue().toArray(String[]::new));
        }
        tables.load(USES);
    }

    @AfterAll
    static void stop() {
        api.close();
        fromTables.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Paris",
                "UTC",
                "Asia/Kolkata",
                "America/St_Johns",
                "Australia/Lord_Howe",
                "Asia/Kathmandu"
            })
    void everyCellEqualsANaiveCount(String zone) {
        Random random = new Random(SEED + zone.hashCode());
        for (String granularity : List.of("hour", "day", "week", "month", "total")) {
            LocalDate from = LocalDate.of(2026, 10, 20).plusDays(random.nextInt(12));
            LocalDate to = from.plusDays(granularity.equals("hour") ? random.nextInt(6) : random.nextInt(24));
            for (String kpi : KPIS) {
                check(kpi, granularity, ZoneId.of(zone), from, to);
            }
        }
    }

    /** Rollups answer for whole periods of the reporting zone, facts for another zone; both must equal the same count. */
    @ParameterizedTest
    @CsvSource({
        "hour,2026-10-24,2026-10-26",
        "day,2026-10-20,2026-11-13",
        "week,2026-10-19,2026-11-08",
        "month,2026-10-01,2026-11-30"
    })
    void rollupsAndFactsGiveTheSame(String granularity, LocalDate from, LocalDate to) {
        for (String kpi : KPIS) {
            check(kpi, granularity, ZoneId.of("+01:00"), from, to);
            check(kpi, granularity, REPORTING, from, to);
        }
    }

    private void check(String kpi, String granularity, ZoneId zone, LocalDate from, LocalDate to) {
        check(api, kpi, granularity, zone, from, to);
        check(fromTables, kpi, granularity, zone, from, to);
    }

    private static void check(
            ApiUnderTest asked, String kpi, String granularity, ZoneId zone, LocalDate from, LocalDate to) {
        NaiveCount naive = new NaiveCount(USES, ROSTER, zone);
        JsonNode answer =
                asked.json("/api/v1/kpis/" + kpi + "?granularity=" + granularity + "&from=" + from + "&to=" + to
                        + "&zone=" + zone.getId().replace("+", "%2B") + "&groupBy=team&feature=*,"
                        + String.join(",", RandomUses.FEATURES)
                        + "&limit=10000");
        Set<String> periods = naive.periods(granularity, from, to);
        Set<String> told = new TreeSet<>();
        for (JsonNode row : answer.get("rows")) {
            Place place = new Place(
                    granularity,
                    row.get("period").asText(),
                    row.get("team").asText(),
                    row.get("feature").asText(),
                    from,
                    to);
            told.add(place.period());
            assertThat(row.get("value").decimalValue())
                    .as("%s %s in %s, seed %d", kpi, place, zone, SEED)
                    .isEqualByComparingTo(naive.value(kpi, place));
        }
        assertThat(told).isEqualTo(periods);
        assertThat(answer.get("total").asInt())
                .isEqualTo(periods.size() * RandomUses.TEAMS.size() * (RandomUses.FEATURES.size() + 1));
    }

    @Test
    void adoptionEqualsANaiveCount() {
        LocalDate from = LocalDate.of(2026, 10, 21);
        LocalDate to = LocalDate.of(2026, 11, 10);
        NaiveCount naive = new NaiveCount(USES, ROSTER, REPORTING);
        JsonNode rows = api.json("/api/v1/kpis/adoption-rate?granularity=week&from=" + from + "&to=" + to
                        + "&groupBy=team&feature=*,search")
                .get("rows");
        assertThat(rows).hasSize(4 * RandomUses.TEAMS.size() * 2);
        for (JsonNode row : rows) {
            long[] adoption = naive.adoption(new Place(
                    "week",
                    row.get("period").asText(),
                    row.get("team").asText(),
                    row.get("feature").asText(),
                    from,
                    to));
            assertThat(row.get("headcount").asLong()).isEqualTo(adoption[1]);
            assertThat(row.get("value").asDouble()).isEqualTo((double) adoption[0] / adoption[1]);
        }
    }

    /** Also beside days that clip a period, which begins within the one before the next. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Paris", "UTC", "Asia/Kathmandu", "America/St_Johns"})
    void previousIsANaiveCountOfTheWholePeriodBefore(String zone) {
        Random random = new Random(SEED + zone.hashCode());
        NaiveCount naive = new NaiveCount(USES, ROSTER, ZoneId.of(zone));
        for (String granularity : List.of("day", "week", "month", "total")) {
            LocalDate from = LocalDate.of(2026, 10, 22).plusDays(random.nextInt(10));
            LocalDate to = from.plusDays(random.nextInt(20));
            for (String kpi : KPIS) {
                JsonNode rows = api.json("/api/v1/kpis/" + kpi + "?granularity=" + granularity + "&from=" + from
                                + "&to=" + to + "&zone=" + zone
                                + "&groupBy=team&feature=*,search&limit=10000&compare=previous")
                        .get("rows");
                assertThat(rows).isNotEmpty();
                rows.forEach(row -> compared(row, kpi, granularity, from, to, naive));
            }
        }
    }

    private static void compared(
            JsonNode row, String kpi, String granularity, LocalDate from, LocalDate to, NaiveCount naive) {
        String period = row.get("period").asText();
        String team = row.get("team").asText();
        String feature = row.get("feature").asText();
        LocalDate start = LocalDate.parse(period);
        LocalDate before = switch (granularity) {
            case "day" -> start.minusDays(1);
            case "week" -> start.minusWeeks(1);
            case "month" -> start.minusMonths(1);
            default -> from.minusDays(ChronoUnit.DAYS.between(from, to) + 1);
        };
        LocalDate last = granularity.equals("total") ? from.minusDays(1) : start.minusDays(1);
        assertThat(row.get("value").decimalValue())
                .as("%s of %s, seed %d", kpi, row, SEED)
                .isEqualByComparingTo(naive.value(kpi, new Place(granularity, period, team, feature, from, to)));
        assertThat(row.get("previous").decimalValue())
                .as("%s before %s, seed %d", kpi, row, SEED)
                .isEqualByComparingTo(
                        naive.value(kpi, new Place(granularity, before.toString(), team, feature, before, last)));
    }
}
