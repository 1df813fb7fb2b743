package dev.footlights.query.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** At which moments time may be cut. */
class TimelineTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);
    private static final int DAYS = 14;
    private static final Floor FLOOR = new Floor(5);

    private static Instant start(int day) {
        return MONDAY.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Test
    void aRunningWeekOfFewKeepsBackItselfAndNotTheWeeksBefore() {
        // Given: two weeks of many, and one that has just begun
        Map<Instant, Long> days = new HashMap<>();
        for (int day = 0; day < 14; day++) {
            days.put(start(day), 40L);
        }
        days.put(start(14), 2L);
        Map<Instant, Long> weeks = Map.of(start(0), 40L, start(7), 41L, start(14), 2L);
        // When
        Timeline timeline = new Timeline(FLOOR, ZoneOffset.UTC, weeks, days, Map.of(), Map.of());
        // Then
        assertThat(timeline.cuttable(start(0))).isTrue();
        assertThat(timeline.cuttable(start(7))).isTrue();
        assertThat(timeline.cuttable(start(14))).isTrue();
        assertThat(timeline.cuttable(start(15))).isFalse();
        assertThat(timeline.cuttable(start(21))).isFalse();
    }

    @Test
    void aWeekendOfFewIsToldOnlyWithTheFriday() {
        // Given: everybody on weekdays, two people on Saturday, nobody on Sunday
        Map<Instant, Long> days = new HashMap<>();
        for (int day = 0; day < DAYS; day++) {
            days.put(start(day), day % 7 == 5 ? 2L : day % 7 == 6 ? 0L : 40L);
        }
        Map<Instant, Long> weeks = Map.of(start(0), 40L, start(7), 41L);
        // When
        Timeline timeline = new Timeline(FLOOR, ZoneOffset.UTC, weeks, days, Map.of(), Map.of());
        // Then: not before nor after the Saturday, except at the week's end
        assertThat(timeline.cuttable(start(4))).isTrue();
        assertThat(timeline.cuttable(start(5))).isFalse();
        assertThat(timeline.cuttable(start(6))).isTrue();
        assertThat(timeline.cuttable(start(7))).isTrue();
        assertThat(MONDAY.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .isEqualTo(MONDAY);
    }
}
