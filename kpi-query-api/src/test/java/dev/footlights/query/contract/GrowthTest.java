package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Growth and retention of random people equal a naive count by calendar dates, over the autumn's changes of the clock and the
 * turn of the year; and they add up. The seed is in each failure.
 */
class GrowthTest {
    private static final long SEED = Long.getLong("footlights.test.seed", 20_261_125L);
    private static final List<String> FEATURES = List.of("*", "search", "templates");
    private static final List<Use> USES = uses();
    private static final ApiUnderTest api =
            FilledStore.of("growth", "Europe/Paris", GrowthTest::fill).api(0, "2027-01-06T12:00:00Z");

    private record Days(LocalDate from, LocalDate to) {
        boolean hold(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private static List<Use> uses() {
        Random random = new Random(SEED);
        List<Use> uses = new ArrayList<>(RandomUses.of(random, 120, Instant.parse("2026-10-20T00:00:00Z")));
        uses.addAll(RandomUses.of(random, 160, Instant.parse("2026-12-14T00:00:00Z")));
        return uses;
    }

    private static void fill(Tables tables) throws SQLException {
        for (String team : RandomUses.TEAMS) {
            tables.team(team, team, team.equals("org") ? "" : "org", true);
        }
        tables.load(USES);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static Set<Integer> active(String team, String feature, ZoneId zone, Days days) {
        return USES.stream()
                .filter(use -> use.teams().contains(team)
                        && (feature.equals("*") || use.feature().equals(feature)))
                .filter(use -> days.hold(LocalDate.ofInstant(use.at(), zone)))
                .map(Use::actor)
                .collect(Collectors.toSet());
    }

    private static Set<Integer> activeBefore(String team, String feature, ZoneId zone, LocalDate day) {
        return active(team, feature, zone, new Days(LocalDate.of(2020, 1, 1), day.minusDays(1)));
    }

    /** First day of the period before the one that begins on a day. */
    private static LocalDate before(String granularity, LocalDate label, Days asked) {
        return switch (granularity) {
            case "day" -> label.minusDays(1);
            case "week" -> label.minusWeeks(1);
            case "month" -> label.minusMonths(1);
            default -> asked.from().minusDays(ChronoUnit.DAYS.between(asked.from(), asked.to()) + 1);
        };
    }

    private static LocalDate last(String granularity, LocalDate label, Days asked) {
        LocalDate last = switch (granularity) {
            case "day" -> label;
            case "week" -> label.plusDays(6);
            case "month" -> label.with(TemporalAdjusters.lastDayOfMonth());
            default -> asked.to();
        };
        return last.isAfter(asked.to()) ? asked.to() : last;
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
    void everyRowEqualsANaiveCountAndAddsUp(String zone) {
        for (Days asked : List.of(
                new Days(LocalDate.of(2026, 10, 21), LocalDate.of(2026, 11, 9)),
                new Days(LocalDate.of(2026, 12, 17), LocalDate.of(2027, 1, 5)))) {
            for (String granularity : List.of("day", "week", "month", "total")) {
                for (JsonNode row : api.json(
                                "/api/v1/growth?granularity=" + granularity + "&from=" + asked.from() + "&to="
                                        + asked.to() + "&zone=" + zone + "&groupBy=team&limit=10000&feature="
                                        + String.join(",", FEATURES))
                        .get("rows")) {
                    check(row, granularity, ZoneId.of(zone), asked);
                }
            }
        }
    }

    private static void check(JsonNode row, String granularity, ZoneId zone, Days asked) {
        String team = row.get("team").asText();
        String feature = row.get("feature").asText();
        LocalDate label = LocalDate.parse(row.get("period").asText());
        LocalDate from = label.isBefore(asked.from()) ? asked.from() : label;
        Set<Integer> now = active(team, feature, zone, new Days(from, last(granularity, label, asked)));
        Set<Integer> before =
                active(team, feature, zone, new Days(before(granularity, label, asked), from.minusDays(1)));
        Set<Integer> ever = activeBefore(team, feature, zone, from);
        long fresh = now.stream().filter(actor -> !ever.contains(actor)).count();
        long returning = now.stream().filter(before::contains).count();
        assertThat(row.get("active").asLong()).as("%s, seed %d", row, SEED).isEqualTo(now.size());
        assertThat(row.get("new").asLong()).as("%s, seed %d", row, SEED).isEqualTo(fresh);
        assertThat(row.get("returning").asLong()).as("%s, seed %d", row, SEED).isEqualTo(returning);
        assertThat(row.get("resurrected").asLong())
                .as("%s, seed %d", row, SEED)
                .isEqualTo(now.size() - fresh - returning);
        assertThat(row.get("dormant").asLong()).as("%s, seed %d", row, SEED).isEqualTo(before.size() - returning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"returning-users", "resurrected-users", "dormant-users", "new-users", "active-users"})
    void theKpisTellWhatGrowthTells(String kpi) {
        String field = kpi.substring(0, kpi.indexOf('-'));
        String about = "?granularity=week&from=2026-10-21&to=2027-01-05&groupBy=team,feature&limit=10000";
        Map<String, Long> growth = figures("/api/v1/growth" + about, field);
        assertThat(growth).isNotEmpty();
        assertThat(figures("/api/v1/kpis/" + kpi + about, "value")).isEqualTo(growth);
    }

    private static Map<String, Long> figures(String target, String field) {
        List<JsonNode> rows = new ArrayList<>();
        api.json(target).get("rows").forEach(rows::add);
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("period") + " " + row.get("team") + " " + row.get("feature"),
                        row -> row.get(field).asLong()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Paris", "UTC", "Asia/Kolkata", "America/St_Johns"})
    void everyCohortEqualsANaiveCount(String zoneId) {
        ZoneId zone = ZoneId.of(zoneId);
        for (String team : List.of("org", "group:default/a")) {
            for (String feature : FEATURES) {
                JsonNode rows = api.json("/api/v1/retention?from=2026-10-18&to=2027-01-20&zone=" + zoneId + "&team="
                                + team + "&feature=" + feature)
                        .get("rows");
                LocalDate week = LocalDate.of(2026, 10, 19);
                for (JsonNode row : rows) {
                    assertThat(row.get("cohort").asText()).isEqualTo(week.toString());
                    checkCohort(row, week, team, feature, zone);
                    week = week.plusWeeks(1);
                }
                // Weeks that haven't begun are no cohorts and no cells
                assertThat(week).isEqualTo(LocalDate.of(2027, 1, 11));
            }
        }
    }

    private static void checkCohort(JsonNode row, LocalDate week, String team, String feature, ZoneId zone) {
        Set<Integer> cohort = new HashSet<>(active(team, feature, zone, new Days(week, week.plusDays(6))));
        cohort.removeAll(activeBefore(team, feature, zone, week));
        assertThat(row.get("people").asInt()).as("%s, seed %d", row, SEED).isEqualTo(cohort.size());
        LocalDate at = week;
        for (JsonNode cell : row.get("cells")) {
            Set<Integer> stayed = active(team, feature, zone, new Days(at, at.plusDays(6)));
            stayed.retainAll(cohort);
            assertThat(cell.get("value").asInt()).as("%s, seed %d", row, SEED).isEqualTo(stayed.size());
            assertThat(cell.has("partial")).isEqualTo(at.equals(LocalDate.of(2027, 1, 4)));
            at = at.plusWeeks(1);
        }
        assertThat(at.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(at).isEqualTo(LocalDate.of(2027, 1, 11));
    }

    @Test
    void csvSaysHowFreshItIsAndWhereItGoesOn() {
        var csv = api.get("/api/v1/growth?granularity=day&from=2026-10-21&to=2026-10-23&limit=2&format=csv");
        assertThat(csv.body().lines()).hasSize(3).first().asString().startsWith("period,team,feature,active,new,");
        assertThat(csv.headers().firstValue("Footlights-Zone")).hasValue("Europe/Paris");
        assertThat(csv.headers().firstValue("Footlights-Next-Offset")).hasValue("2");
    }
}
