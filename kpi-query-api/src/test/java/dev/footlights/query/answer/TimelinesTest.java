package dev.footlights.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footlights.query.contract.ClickHouseUnderTest;
import dev.footlights.query.figures.Asked;
import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Place;
import dev.footlights.query.privacy.Timeline;
import dev.footlights.query.rollups.Rollups;
import dev.footlights.query.store.ClickHouse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Only what a decision needs is read of the weeks and days: each decision must be the same as with all of them. Random counts
 * of few people; the seed is in each failure.
 */
class TimelinesTest {
    private static final long SEED = Long.getLong("footlights.test.seed", 20_261_126L);
    private static final ZoneId REPORTING = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.parse("2026-08-31");
    private static final LocalDate LAST = LocalDate.parse("2026-11-29");
    private static final Floor FLOOR = new Floor(5);
    private static final int QUESTIONS = 40;
    private static final List<String> TEAMS = List.of("busy", "quiet", "weekdays", "seldom", "nobody");
    private static final Map<String, Map<Granularity, Map<Instant, Long>>> USED = new HashMap<>();
    private static final ClickHouse clickHouse = clickHouse();
    private static final Timelines timelines = new Timelines(clickHouse, new Rollups(clickHouse, 0), FLOOR, REPORTING);
    private static final Rollups memory = new Rollups(clickHouse, 1_000_000);
    private static final Timelines fromMemory = new Timelines(clickHouse, memory, FLOOR, REPORTING);

    private static ClickHouse clickHouse() {
        try {
            ClickHouseUnderTest.Store store = ClickHouseUnderTest.get().store("timelines");
            Random random = new Random(SEED);
            List<String> rows = new ArrayList<>();
            for (String team : TEAMS) {
                for (Granularity unit : List.of(Granularity.WEEK, Granularity.DAY, Granularity.HOUR)) {
                    Map<Instant, Long> people = new HashMap<>();
                    for (Period period : new PeriodCutter(REPORTING).cut(unit, FIRST, LAST)) {
                        people.put(period.start(), people(team, period, unit, random));
                    }
                    USED.computeIfAbsent(team, any -> new HashMap<>()).put(unit, people);
                    people.forEach((start, count) -> rows.add(row(team, unit, start, count)));
                }
            }
            store.execute("INSERT INTO rollups_by_kind (period_kind, team, feature, period_start, shard, active_users,"
                    + " revision) VALUES " + String.join(", ", rows));
            return store.connect();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** In two shards. */
    private static String row(String team, Granularity unit, Instant start, long count) {
        String key = "('%s', '%s', '*', toDateTime(%d, 'UTC'), ".formatted(unit.text(), team, start.getEpochSecond());
        return key + "0, " + count / 2 + ", 1), " + key + "1, " + (count - count / 2) + ", 1)";
    }

    private static long people(String team, Period period, Granularity unit, Random random) {
        boolean weekend = unit != Granularity.WEEK
                && period.start().atZone(REPORTING).getDayOfWeek().getValue() > 5;
        return switch (team) {
            case "busy" -> 5 + random.nextInt(9);
            case "quiet" -> random.nextInt(10);
            case "weekdays" -> weekend ? random.nextInt(3) : 6 + random.nextInt(4);
            case "seldom" -> random.nextInt(8) == 0 ? 1 + random.nextInt(8) : 0;
            default -> 0;
        };
    }

    @AfterAll
    static void stop() {
        clickHouse.close();
    }

    @BeforeAll
    static void load() {
        memory.catchUp();
        await().until(memory::isInMemory);
    }

    @ParameterizedTest
    @EnumSource(
            value = Granularity.class,
            names = {"DAY", "WEEK", "MONTH", "TOTAL"})
    void decisionsAreThoseOfEverything(Granularity granularity) {
        Random random = new Random(SEED + granularity.name().hashCode());
        for (int question = 0; question < QUESTIONS; question++) {
            LocalDate from = FIRST.plusDays(random.nextInt(60));
            LocalDate to = from.plusDays(random.nextInt(30));
            // In UTC days are cut within the hours of the reporting zone's.
            check(granularity, from, to, question % 4 == 0 ? ZoneId.of("UTC") : REPORTING);
        }
    }

    /** Else nothing would be compared. */
    @Test
    void bothDecisionsAreThere() {
        Timeline quiet = everything("quiet");
        Timeline weekdays = everything("weekdays");
        List<Period> days = new PeriodCutter(REPORTING).cut(Granularity.DAY, FIRST, LAST);
        for (Timeline timeline : List.of(quiet, weekdays)) {
            assertThat(days.stream().map(day -> timeline.cuttable(day.start())).collect(Collectors.toSet()))
                    .hasSize(2);
        }
    }

    private static void check(Granularity granularity, LocalDate from, LocalDate to, ZoneId zone) {
        List<Period> periods = new PeriodCutter(zone).cut(granularity, from, to);
        Asked asked = new Asked(new Scope(TEAMS, List.of("*")), granularity, periods, zone);
        check(timelines.of(asked, Column.ACTIVE_USERS), asked, from, to);
        memory.catchUp();
        check(fromMemory.of(asked, Column.ACTIVE_USERS), asked, from, to);
    }

    private static void check(Map<Place, Timeline> read, Asked asked, LocalDate from, LocalDate to) {
        for (String team : TEAMS) {
            Timeline everything = everything(team);
            Timeline needed = read.get(new Place(team, "*"));
            for (Period period : asked.periods()) {
                for (Instant cut : List.of(period.start(), period.end())) {
                    assertThat(needed == null || needed.cuttable(cut))
                            .as(
                                    "%s at %s, %s of %s to %s in %s, seed %d",
                                    team, cut, asked.granularity(), from, to, asked.zone(), SEED)
                            .isEqualTo(everything.cuttable(cut));
                }
            }
        }
    }

    private static Timeline everything(String team) {
        Map<Granularity, Map<Instant, Long>> used = USED.getOrDefault(team, Map.of());
        return new Timeline(
                FLOOR,
                REPORTING,
                used.getOrDefault(Granularity.WEEK, Map.of()),
                used.getOrDefault(Granularity.DAY, Map.of()),
                used.getOrDefault(Granularity.HOUR, Map.of()),
                Map.of());
    }
}
