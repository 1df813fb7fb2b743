package dev.footlights.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** A Wednesday. */
    private static final LocalDate FROM = LocalDate.of(2026, 10, 14);
    /** A Tuesday. */
    private static final LocalDate TO = LocalDate.of(2026, 11, 3);

    @Test
    void wholePeriodsComeFromRollupsAndClippedOnesFromFacts() {
        Plan plan = plan(Measure.EVENTS, Granularity.WEEK, PARIS, PARIS);
        assertThat(plan.rollups()).extracting(Period::label).containsExactly("2026-10-19", "2026-10-26");
        assertThat(plan.facts()).hasSize(2);
        assertThat(plan.facts().getFirst()).extracting(Period::label).containsExactly("2026-10-12");
        assertThat(plan.facts().getLast()).extracting(Period::label).containsExactly("2026-11-02");
    }

    @Test
    void anotherZoneATotalAndAdoptionComeFromFactsInOneRun() {
        assertThat(plan(Measure.EVENTS, Granularity.DAY, ZoneId.of("UTC"), PARIS)
                        .facts())
                .hasSize(1);
        assertThat(plan(Measure.EVENTS, Granularity.TOTAL, PARIS, PARIS).facts())
                .hasSize(1);
        assertThat(plan(Measure.ADOPTION_RATE, Granularity.WEEK, PARIS, PARIS).rollups())
                .isEmpty();
    }

    @Test
    void aZoneWithTheSameRulesIsTheReportingZone() {
        assertThat(plan(Measure.EVENTS, Granularity.DAY, ZoneId.of("Etc/UTC"), ZoneId.of("UTC"))
                        .facts())
                .isEmpty();
    }

    private static Plan plan(Measure measure, Granularity granularity, ZoneId zone, ZoneId reportingZone) {
        List<Period> periods = new PeriodCutter(zone).cut(granularity, FROM, TO);
        return Plan.of(measure, granularity, periods, zone, reportingZone);
    }
}
