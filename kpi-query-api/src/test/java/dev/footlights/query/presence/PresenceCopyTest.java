package dev.footlights.query.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footlights.query.contract.ClickHouseUnderTest;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.memory.TooLargeException;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.store.ClickHouse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The copy in memory counts the people that ClickHouse counts, after each insert, over changes of the clock. The seed is in each failure. */
class PresenceCopyTest {
    private static final long SEED = Long.getLong("footlights.test.seed", 20_261_126L);
    private static final long ANY = Long.MAX_VALUE;
    private static final LocalDate FIRST = LocalDate.parse("2025-10-10");
    private static final int DAYS = 180;
    private static final int QUARTER_SECONDS = 900;
    private static final List<String> TEAMS = List.of("org", "group:default/café", "unassigned");
    private static final List<String> FEATURES = List.of("search", "it's odd");
    private static final List<String> ALL_FEATURES = List.of("*", "search", "it's odd");

    private final Random random = new Random(SEED);
    private ClickHouseUnderTest.Store store;
    private ClickHouse clickHouse;

    @BeforeEach
    void start() throws SQLException {
        store = ClickHouseUnderTest.get().store("presence_copy");
        clickHouse = store.connect();
    }

    @AfterEach
    void stop() {
        clickHouse.close();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Somebody did something, or nothing; some of it comes again. */
    private String facts(int count, LocalDate first) {
        List<String> rows = new ArrayList<>();
        for (int fact = 0; fact < count; fact++) {
            long slot = first.atStartOfDay(ZoneOffset.UTC).toEpochSecond()
                    + (long) random.nextInt(DAYS * 96) * QUARTER_SECONDS;
            rows.add("('%s', '%s', '%s', %d, 'item', 'click', '%s', '', %d, %d, 0, 0, 0, 0, 0, 0, 0, %d, %d, 1)"
                    .formatted(
                            one(TEAMS),
                            LocalDate.ofInstant(Instant.ofEpochSecond(slot), ZoneOffset.UTC),
                            one(FEATURES).replace("'", "\\'"),
                            slot,
                            new UUID(random.nextInt(3) - 1, random.nextInt(6) - 3),
                            random.nextInt(9),
                            random.nextInt(8),
                            slot * 1000,
                            slot * 1000));
        }
        return "INSERT INTO activity_facts (team, day, feature, slot, item, action, actor, import_id, attribution, events, views,"
                + " interactions, template_runs, saved_micro_minutes, searches, zero_result_searches, opened_searches,"
                + " first_at, last_at, revision) VALUES " + String.join(", ", rows);
    }

    private PresenceQuery<?> question(ZoneId zone) {
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS) - 20);
        LocalDate to = from.plusDays(random.nextInt(60));
        Granularity granularity = one(List.of(Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.TOTAL));
        List<Period> periods = new PeriodCutter(zone).cut(granularity, from, to);
        Scope scope = new Scope(
                random.nextBoolean() ? TEAMS : List.of(one(TEAMS)),
                random.nextBoolean() ? ALL_FEATURES : List.of(one(ALL_FEATURES)));
        if (random.nextBoolean()) {
            return new PresentPeople(Presence.of(scope, periods));
        }
        Pieces pieces = new Pieces();
        List<Long> starts = new ArrayList<>();
        for (Period period : periods) {
            long start = period.start().getEpochSecond();
            starts.add(start);
            pieces.add(period.start(), period.end(), start, 0);
            pieces.add(new PeriodCutter(zone).startBefore(granularity, period), period.start(), start, 1);
        }
        return new GrowthCounts(new Presence(scope, pieces), starts);
    }

    /** Rows, or the cells in them: places may come together or by themselves. */
    private static List<Object> told(List<?> rows) {
        List<Object> told = new ArrayList<>();
        for (Object row : rows) {
            if (row instanceof GrowthCounts.OfPlace(Map<Cell, GrowthCounts.Counted> cells)) {
                told.addAll(cells.entrySet());
            } else {
                told.add(row);
            }
        }
        return told;
    }

    private void check(PresenceCopy copy, ZoneId zone, String when) {
        Map<Class<?>, Integer> compared = new HashMap<>();
        for (int question = 0; question < 16; question++) {
            PresenceQuery<?> query = question(zone);
            assertThat(query.stretches()).allMatch(stretch -> stretch.isWholeDays(zone));
            List<Object> rows = told(clickHouse.run(query));
            compared.merge(query.getClass(), rows.size(), Integer::sum);
            assertThat(told(copy.rows(query)))
                    .as("%s in %s, %s, seed %d", when, zone, query, SEED)
                    .containsExactlyInAnyOrderElementsOf(rows);
        }
        assertThat(compared.values()).as("rows compared " + when).hasSize(2).allMatch(rows -> rows > 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"})
    void afterEachInsertItCountsWhatClickHouseCounts(String name) throws Exception {
        ZoneId zone = ZoneId.of(name);
        store.execute(facts(300, FIRST));
        PresenceCopy copy = PresenceCopy.load(clickHouse, ANY, zone);
        check(copy, zone, "after loading");
        for (int round = 0; round < 4; round++) {
            // History may come later than what followed it.
            store.execute(facts(1 + random.nextInt(100), FIRST.minusDays(round == 2 ? 90 : 0)));
            assertThat(copy.catchUp(ANY)).isTrue();
            check(copy, zone, "in round " + round);
        }
        assertThat(copy.size())
                .isEqualTo(PresenceCopy.load(clickHouse, ANY, zone).size());
    }

    @Test
    void aPartOfADayIsAskedOfClickHouse() throws Exception {
        store.execute(facts(300, FIRST));
        Attendance attendance = new Attendance(clickHouse, ANY, ZoneId.of("Europe/Paris"));
        Attendance inKolkata = new Attendance(clickHouse, ANY, ZoneId.of("Asia/Kolkata"));
        PresentPeople days = new PresentPeople(Presence.of(
                new Scope(TEAMS, ALL_FEATURES),
                new PeriodCutter(ZoneId.of("Europe/Paris")).cut(Granularity.DAY, FIRST, FIRST.plusDays(40))));
        for (Attendance asked : List.of(attendance, inKolkata)) {
            asked.catchUp();
            org.awaitility.Awaitility.await().until(asked::isInMemory);
            asked.catchUp();
            assertThat(asked.run(days)).containsExactlyInAnyOrderElementsOf(clickHouse.run(days));
        }
    }

    @Test
    void whatIsTooLargeIsNotHeld() throws Exception {
        store.execute(facts(200, FIRST));
        assertThatThrownBy(() -> PresenceCopy.load(clickHouse, 5, ZoneOffset.UTC))
                .isInstanceOf(TooLargeException.class)
                .hasMessage("more than 5 people of teams and features");
    }
}
