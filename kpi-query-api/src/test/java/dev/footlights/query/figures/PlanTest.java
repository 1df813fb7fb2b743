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
    void wholePeriodsComeFromRollupsAndClippedOnesDoNot() {
        Plan plan = plan(Granularity.WEEK, PARIS, PARIS);
        assertThat(plan.rollups()).extracting(Period::label).containsExactly("2026-10-19", "2026-10-26");
        assertThat(plan.rest()).extracting(Period::label).containsExactly("2026-10-12", "2026-11-02");
        assertThat(Plan.runs(plan.rest())).hasSize(2);
    }

    @Test
    void anotherZoneAndATotalDoNotComeFromRollups() {
        Plan plan = plan(Granularity.DAY, ZoneId.of("UTC"), PARIS);
        assertThat(plan.rollups()).isEmpty();
        assertThat(Plan.runs(plan.rest())).hasSize(1);
        assertThat(plan(Granularity.TOTAL, PARIS, PARIS).rest()).hasSize(1);
    }

    @Test
    void aZoneWithTheSameRulesIsTheReportingZone() {
        assertThat(plan(Granularity.DAY, ZoneId.of("Etc/UTC"), ZoneId.of("UTC")).rest())
                .isEmpty();
    }

    private static Plan plan(Granularity granularity, ZoneId zone, ZoneId reportingZone) {
        List<Period> periods = new PeriodCutter(zone).cut(granularity, FROM, TO);
        Scope scope = new Scope(List.of("org"), List.of("*"));
        return Plan.of(new Asked(scope, granularity, periods, zone), reportingZone);
    }
}
