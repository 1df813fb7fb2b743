package dev.footlights.query.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footlights.query.contract.ClickHouseUnderTest;
import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.memory.TooLargeException;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Slots;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The copy in memory gives the rows that ClickHouse gives, after each insert. The seed is in each failure. */
class RollupCopyTest {
    private static final long SEED = Long.getLong("footlights.test.seed", 20_261_126L);
    private static final long ANY = Long.MAX_VALUE;
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.parse("2025-11-29");
    private static final LocalDate LAST = LocalDate.parse("2026-03-10");
    private static final List<String> TEAMS = List.of("org", "group:default/café", "unassigned", "new");
    private static final List<String> FEATURES = List.of("*", "search", "it's \\ odd");
    private static final List<Granularity> KINDS =
            List.of(Granularity.HOUR, Granularity.DAY, Granularity.WEEK, Granularity.MONTH);
    private static final int ROUNDS = 12;

    private final Map<String, Integer> revisions = new HashMap<>();
    private final Random random = new Random(SEED);
    private ClickHouseUnderTest.Store store;
    private ClickHouse clickHouse;

    @BeforeEach
    void start() throws SQLException {
        store = ClickHouseUnderTest.get().store("rollup_copy");
        clickHouse = store.connect();
    }

    @AfterEach
    void stop() {
        clickHouse.close();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** What there are rollups of, and nothing else is asked for. */
    private static List<Period> whole(Granularity kind, LocalDate from, LocalDate to) {
        return new PeriodCutter(ZONE)
                .cut(kind, from, to).stream()
                        .filter(period -> !period.partial())
                        .toList();
    }

    /** Rows of a growing number of places and periods; some come again, some in an outdated version. */
    private String rows(int count, int teams) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            Granularity kind = one(KINDS);
            Period period = one(whole(kind, FIRST, LAST));
            String key = "('%s', '%s', '%s', toDateTime(%d, 'UTC'), %d"
                    .formatted(
                            kind.text(),
                            one(TEAMS.subList(0, teams)),
                            one(FEATURES).replace("\\", "\\\\").replace("'", "\\'"),
                            period.start().getEpochSecond(),
                            random.nextInt(3));
            int revision = revisions.merge(key, 1, Integer::sum);
            boolean outdated = revision > 1 && random.nextInt(5) == 0;
            String values = IntStream.range(0, Column.values().length)
                    .mapToObj(column -> String.valueOf(random.nextInt(3) * random.nextInt(40)))
                    .reduce((one, other) -> one + ", " + other)
                    .orElseThrow();
            rows.add(key + ", " + values + ", " + (outdated ? revision - 1 : revision) + ")");
            if (outdated) {
                revisions.merge(key, -1, Integer::sum);
            }
        }
        return "INSERT INTO kpi_rollups (period_kind, team, feature, period_start, shard, active_users, new_users, events, views,"
                + " interactions, template_runs, saved_micro_minutes, searches, zero_result_searches, opened_searches,"
                + " sessions, revision) VALUES " + String.join(", ", rows);
    }

    private Scope scope() {
        return new Scope(
                random.nextBoolean() ? TEAMS : List.of(one(TEAMS)),
                random.nextBoolean() ? FEATURES : List.of(one(FEATURES)));
    }

    private RollupQuery<?> question() {
        LocalDate from = FIRST.plusDays(random.nextInt(50) - 3);
        LocalDate to = from.plusDays(31 + random.nextInt(40));
        Column amount = one(List.of(Column.values()));
        Column base = one(List.of(Column.values()));
        Granularity kind = one(KINDS.subList(1, KINDS.size()));
        List<Period> periods = new ArrayList<>(whole(kind, from, to));
        if (periods.isEmpty()) {
            return question();
        }
        return switch (random.nextInt(3)) {
            case 0 -> {
                if (periods.size() > 2 && random.nextBoolean()) {
                    periods.remove(1);
                }
                yield new RollupFigures(amount, base, scope(), kind, periods);
            }
            case 1 ->
                new RolledUpSums(
                        amount,
                        base,
                        scope(),
                        periods.stream()
                                .map(period -> new RollupRange(kind, period.start(), period.end()))
                                .toList(),
                        Slots.of(periods));
            default -> besideCuts(periods);
        };
    }

    /** Of weeks alone: of days of equal size either may be told. */
    private UnitsBesideCuts besideCuts(List<Period> periods) {
        return new UnitsBesideCuts(
                Column.ACTIVE_USERS,
                1 + random.nextInt(60),
                scope(),
                periods.stream().map(period -> period.start().getEpochSecond()).toList(),
                List.of(),
                List.of());
    }

    private static List<Object> inNoOrder(List<?> rows) {
        List<Object> all = new ArrayList<>();
        for (Object row : rows) {
            all.add(
                    row
                                    instanceof
                                    UnitsBesideCuts.OfPlace(
                                            String team,
                                            String feature,
                                            List<UnitsBesideCuts.Unit> units)
                            ? List.of(team, feature, Set.copyOf(units))
                            : row);
        }
        return all;
    }

    private void check(RollupCopy copy, String when) {
        int told = 0;
        for (int question = 0; question < 20; question++) {
            RollupQuery<?> query = question();
            List<Object> rows = inNoOrder(clickHouse.run(query));
            told += rows.size();
            assertThat(inNoOrder(copy.rows(query)))
                    .as("%s, %s, seed %d", when, query, SEED)
                    .containsExactlyInAnyOrderElementsOf(rows);
        }
        assertThat(told).as("rows compared " + when).isGreaterThan(20);
    }

    @Test
    void afterEachInsertItHoldsWhatClickHouseHolds() throws Exception {
        store.execute(rows(400, 2));
        RollupCopy copy = RollupCopy.load(clickHouse, ANY);
        check(copy, "after loading");
        for (int round = 0; round < ROUNDS; round++) {
            for (int insert = random.nextInt(3); insert >= 0; insert--) {
                store.execute(rows(1 + random.nextInt(120), TEAMS.size()));
            }
            if (round % 4 == 3) {
                store.execute("OPTIMIZE TABLE rollups_by_kind FINAL");
            }
            assertThat(copy.catchUp(ANY)).isTrue();
            check(copy, "in round " + round);
        }
    }

    @Test
    void whatIsUnchangedIsNotReadAgain() throws Exception {
        store.execute(rows(50, 4));
        RollupCopy copy = RollupCopy.load(clickHouse, ANY);
        assertThat(copy.catchUp(0)).as("nothing is new").isTrue();
        store.execute(rows(10, 4));
        assertThat(copy.catchUp(0)).as("something is").isFalse();
        assertThat(copy.catchUp(ANY)).isTrue();
        assertThat(copy.catchUp(0)).as("nothing is new again").isTrue();
    }

    /** An insert that takes long is under the moment it began, and may be in one table before it is in the other. */
    @Test
    void anInsertThatShowsUpLateIsNotMissed() throws Exception {
        RollupCopy copy = RollupCopy.load(clickHouse, ANY);
        store.execute(rows(50, 4));
        assertThat(copy.catchUp(ANY)).isTrue();
        String cell = "'month', 'org', '*', toDateTime('2025-12-01 00:00:00', 'UTC'), 0";
        store.execute("INSERT INTO rollup_changes VALUES (now64(3) - 100, " + cell + ", 1000000)");
        assertThat(copy.catchUp(ANY)).isTrue();
        store.execute(
                "INSERT INTO rollups_by_kind (period_kind, team, feature, period_start, shard, active_users, revision)"
                        + " VALUES (" + cell + ", 4711, 1000000)");
        assertThat(copy.catchUp(ANY)).isTrue();
        List<Long> people = new ArrayList<>();
        copy.rows(new RolledUpSums(
                        Column.ACTIVE_USERS,
                        Column.EVENTS,
                        new Scope(List.of("org"), List.of("*")),
                        List.of(new RollupRange(
                                Granularity.MONTH,
                                LocalDate.parse("2025-11-30").atStartOfDay(ZONE).toInstant(),
                                LocalDate.parse("2025-12-02").atStartOfDay(ZONE).toInstant())),
                        new Slots(List.of(0L), ANY)))
                .forEach(row -> people.add(row.amount()));
        assertThat(people).containsExactly(4711L);
    }

    @Test
    void whatIsTooLargeIsNotHeld() throws Exception {
        store.execute(rows(200, 4));
        assertThatThrownBy(() -> RollupCopy.load(clickHouse, 20))
                .isInstanceOf(TooLargeException.class)
                .hasMessage("more than 20 cells");
    }
}
