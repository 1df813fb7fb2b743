package dev.footlights.query.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.query.store.TeamDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WholeMonthsTest {
    @Test
    void monthsAtTheEdgesCountWhenTheyAreWhole() {
        assertThat(within("2026-10-01T00:00:00Z", "2026-12-01T00:00:00Z"))
                .contains(new WholeMonths(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 1)));
        assertThat(within("2026-10-01T00:15:00Z", "2026-12-01T00:00:00Z"))
                .contains(new WholeMonths(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1)));
        assertThat(within("2026-10-01T00:00:00Z", "2026-11-30T23:45:00Z"))
                .contains(new WholeMonths(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1)));
    }

    @Test
    void aZoneMovesTheEdges() {
        // In Paris October ends when UTC still has an hour of it to go.
        assertThat(within("2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z")).isEmpty();
        assertThat(within("2026-09-30T22:00:00Z", "2026-11-01T23:00:00Z"))
                .contains(new WholeMonths(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1)));
    }

    @Test
    void aYearIsCrossed() {
        assertThat(within("2025-11-26T00:00:00Z", "2026-11-26T00:00:00Z"))
                .contains(new WholeMonths(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 11, 1)));
        assertThat(within("2025-12-31T23:45:00Z", "2026-02-01T00:00:00Z"))
                .contains(new WholeMonths(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)));
    }

    @Test
    void fourWeeksHaveNone() {
        assertThat(within("2026-10-05T00:00:00Z", "2026-11-02T00:00:00Z")).isEmpty();
        assertThat(within("2026-10-01T00:00:00Z", "2026-10-31T23:45:00Z")).isEmpty();
    }

    private static Optional<WholeMonths> within(String begin, String end) {
        return WholeMonths.within(new TeamDays(List.of("org"), Instant.parse(begin), Instant.parse(end)));
    }
}
