package dev.footlights.query.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodCutterTest {
    private final PeriodCutter paris = new PeriodCutter(ZoneId.of("Europe/Paris"));

    @Test
    void daysAreAsLongAsTheClockMakesThem() {
        List<Period> days = paris.cut(Granularity.DAY, LocalDate.of(2026, 10, 24), LocalDate.of(2026, 10, 26));
        assertThat(days)
                .extracting(day -> Duration.between(day.start(), day.end()).toHours())
                .containsExactly(24L, 25L, 24L);
        assertThat(days.get(1).start()).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
    }

    @Test
    void aSpringDayHasNoSecondHour() {
        List<Period> hours = paris.cut(Granularity.HOUR, LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 29));
        assertThat(hours).hasSize(23);
        assertThat(hours.get(1).label()).isEqualTo("2026-03-29T01:00:00+01:00");
        assertThat(hours.get(2).label()).isEqualTo("2026-03-29T03:00:00+02:00");
    }

    @Test
    void anHourMayLastNinetyMinutes() {
        PeriodCutter lordHowe = new PeriodCutter(ZoneId.of("Australia/Lord_Howe"));
        List<Period> hours = lordHowe.cut(Granularity.HOUR, LocalDate.of(2026, 4, 5), LocalDate.of(2026, 4, 5));
        assertThat(hours).hasSize(24);
        assertThat(Duration.between(hours.get(1).start(), hours.get(1).end())).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void weeksAreIsoWeeksAlsoOverTheTurnOfTheYear() {
        List<Period> weeks = paris.cut(Granularity.WEEK, LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 10));
        assertThat(weeks).extracting(Period::label).containsExactly("2026-12-28", "2027-01-04");
        assertThat(weeks).extracting(Period::partial).containsExactly(true, false);
        assertThat(weeks.getFirst().start()).isEqualTo(Instant.parse("2026-12-29T23:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource(Granularity.class)
    void periodsCoverTheDaysWithoutGapOrOverlap(Granularity granularity) {
        LocalDate from = LocalDate.of(2026, 3, 20);
        LocalDate to = LocalDate.of(2026, 4, 11);
        List<Period> periods = paris.cut(granularity, from, to);
        assertThat(periods.getFirst().start()).isEqualTo(Instant.parse("2026-03-19T23:00:00Z"));
        assertThat(periods.getLast().end()).isEqualTo(Instant.parse("2026-04-11T22:00:00Z"));
        for (int number = 1; number < periods.size(); number++) {
            assertThat(periods.get(number).start())
                    .isEqualTo(periods.get(number - 1).end());
        }
    }

    @Test
    void thePeriodBeforeIsWhole() {
        LocalDate from = LocalDate.of(2026, 10, 28);
        LocalDate to = LocalDate.of(2026, 11, 3);
        assertThat(before(Granularity.WEEK, from, to)).containsExactly("2026-10-19", "2026-10-26");
        assertThat(before(Granularity.MONTH, from, to)).containsExactly("2026-09-01", "2026-10-01");
        assertThat(before(Granularity.TOTAL, from, to)).containsExactly("2026-10-21");
        assertThat(before(Granularity.HOUR, LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 25))
                        .getFirst())
                .isEqualTo("2026-10-24T23:00:00+02:00");
    }

    private List<String> before(Granularity granularity, LocalDate from, LocalDate to) {
        return paris.before(granularity, from, to, paris.cut(granularity, from, to)).stream()
                .map(Period::label)
                .toList();
    }
}
