package dev.footlights.query.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.query.report.IsoWeek;
import dev.footlights.service.settings.SettingsReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueWeekTest {
    private static final ReportSettings DEFAULTS = SettingsReader.defaults(ReportSettings.class);

    private static ReportSettings on(DayOfWeek day, String time) {
        return new ReportSettings(
                day,
                time,
                Optional.empty(),
                DEFAULTS.waitForFigures(),
                DEFAULTS.catchUp(),
                Duration.ofSeconds(30),
                true,
                List.of());
    }

    /** Paris is at UTC+1 in winter and UTC+2 in summer; the clocks change on 29 March and 25 October 2026. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T06:59:59Z, ''",
        "2026-11-23T07:00:00Z, 2026-W47",
        "2026-11-25T07:00:00Z, 2026-W47",
        "2026-11-25T07:00:01Z, ''",
        "2026-03-23T07:00:00Z, 2026-W12",
        "2026-03-30T05:59:59Z, ''",
        "2026-03-30T06:00:00Z, 2026-W13",
        "2026-10-19T06:00:00Z, 2026-W42",
        "2026-10-26T06:59:59Z, ''",
        "2026-10-26T07:00:00Z, 2026-W43",
        "2027-01-04T07:00:00Z, 2026-W53"
    })
    void mondayAtEightInParis(String now, String week) {
        assertThat(DueWeek.at(Instant.parse(now), DEFAULTS, ZoneId.of("Europe/Paris"))
                        .map(DueWeek::week))
                .isEqualTo(IsoWeek.parse(week));
    }

    /** On 29 March 2026 Paris has no half past two: the report is due when the clocks have gone on. */
    @Test
    void aTimeThatTheClocksSkipIsDueAfterIt() {
        ReportSettings settings = on(DayOfWeek.SUNDAY, "02:30");
        ZoneId paris = ZoneId.of("Europe/Paris");
        assertThat(DueWeek.at(Instant.parse("2026-03-29T01:29:59Z"), settings, paris))
                .isEmpty();
        assertThat(DueWeek.at(Instant.parse("2026-03-29T01:30:00Z"), settings, paris)
                        .map(DueWeek::week))
                .isEqualTo(IsoWeek.parse("2026-W12"));
    }

    // On 25 October 2026 Paris has half past two twice: it is due once, at the first.
    @Test
    void aTimeThatTheClocksRepeatIsDueOnce() {
        ReportSettings settings = on(DayOfWeek.SUNDAY, "02:30");
        ZoneId paris = ZoneId.of("Europe/Paris");
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(DueWeek.at(first.minusSeconds(1), settings, paris)).isEmpty();
        for (Instant now : List.of(first, first.plusSeconds(3600))) {
            assertThat(DueWeek.at(now, settings, paris)).contains(new DueWeek(week(), first));
        }
    }

    private static IsoWeek week() {
        return IsoWeek.parse("2026-W42").orElseThrow();
    }
}
