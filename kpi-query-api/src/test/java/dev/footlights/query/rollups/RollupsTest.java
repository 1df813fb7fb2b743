package dev.footlights.query.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footlights.query.contract.ClickHouseUnderTest;
import dev.footlights.query.figures.Column;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.FigureRow;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When memory answers and when ClickHouse does. */
class RollupsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-02");

    private ClickHouseUnderTest.Store store;
    private ClickHouse clickHouse;

    @BeforeEach
    void start() throws Exception {
        store = ClickHouseUnderTest.get().store("rollups_asked");
        insert(7, 1);
        clickHouse = store.connect();
    }

    @AfterEach
    void stop() {
        clickHouse.close();
    }

    private void insert(int events, int revision) throws Exception {
        for (String kind : List.of("day", "hour")) {
            store.execute(
                    "INSERT INTO kpi_rollups (team, feature, period_kind, period_start, shard, events, revision) VALUES"
                            + " ('org', '*', '%s', toDateTime('%s 00:00:00', 'UTC'), 0, %d, %d)"
                                    .formatted(kind, DAY, events, revision));
        }
    }

    private static long events(Rollups rollups, Granularity kind) {
        return rollups
                .run(new RollupFigures(
                        Column.EVENTS,
                        Column.EVENTS,
                        new Scope(List.of("org"), List.of("*")),
                        kind,
                        new PeriodCutter(ZoneOffset.UTC).cut(kind, DAY, DAY)))
                .stream()
                .mapToLong(FigureRow::amount)
                .sum();
    }

    private Rollups inMemory() {
        Rollups rollups = new Rollups(clickHouse, 1_000);
        rollups.catchUp();
        await().until(rollups::isInMemory);
        rollups.catchUp();
        return rollups;
    }

    @Test
    void memoryKnowsWhatWasThereWhenItCaughtUp() throws Exception {
        Rollups rollups = inMemory();
        assertThat(rollups.cellsInMemory()).isOne();
        assertThat(events(rollups, Granularity.DAY)).isEqualTo(7);
        insert(8, 2);
        // Nobody was told that the tables are as fresh as that.
        assertThat(events(rollups, Granularity.DAY)).isEqualTo(7);
        rollups.catchUp();
        assertThat(events(rollups, Granularity.DAY)).isEqualTo(8);
    }

    @Test
    void hoursAreReadFromClickHouse() throws Exception {
        Rollups rollups = inMemory();
        insert(8, 2);
        assertThat(events(rollups, Granularity.HOUR)).isEqualTo(8);
    }

    @Test
    void whoDidNotCatchUpOfLateIsAnsweredFromClickHouse() throws Exception {
        Rollups rollups = inMemory();
        insert(8, 2);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(events(rollups, Granularity.DAY)).isEqualTo(8));
    }

    @Test
    void moreThanMayBeHeldIsReadFromClickHouse() {
        for (int most : new int[] {0, 1}) {
            Rollups rollups = new Rollups(clickHouse, most);
            rollups.catchUp();
            assertThat(events(rollups, Granularity.DAY)).isEqualTo(7);
            assertThat(events(rollups, Granularity.HOUR)).isEqualTo(7);
        }
    }

    /** More changes than an answer may wait for are read meanwhile, and no answer is without them. */
    @Test
    void manyChangesAtOnce() throws Exception {
        Rollups rollups = inMemory();
        store.execute("INSERT INTO kpi_rollups (team, feature, period_kind, period_start, shard, events, revision)"
                + " SELECT 'team ' || toString(number), '*', 'day', toDateTime('%s 00:00:00', 'UTC'), 0, 1, 1"
                        .formatted(DAY)
                + " FROM numbers(900)");
        store.execute("INSERT INTO kpi_rollups (team, feature, period_kind, period_start, shard, events, revision)"
                + " SELECT 'org', '*', 'day', toDateTime('%s 00:00:00', 'UTC'), number, 1, 1".formatted(DAY)
                + " FROM numbers(1, 20000)");
        rollups.catchUp();
        assertThat(events(rollups, Granularity.DAY)).isEqualTo(20_007);
        await().untilAsserted(() -> assertThat(rollups.cellsInMemory()).isEqualTo(901));
        rollups.catchUp();
        assertThat(events(rollups, Granularity.DAY)).isEqualTo(20_007);
    }
}
