package dev.footlights.query.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.query.items.Cuts.Span;
import dev.footlights.query.items.Cuts.Unit;
import dev.footlights.query.items.Cuts.Used;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where the time of an item may be cut. November 2026 is made of the weeks from the 2nd to the 29th. */
class CutsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private final Cuts cuts = new Cuts(PARIS);

    private static Instant at(String day) {
        return LocalDate.parse(day).atStartOfDay(PARIS).toInstant();
    }

    /** Somebody was there at noon of a day, which stands for the unit. */
    private static Used used(Unit unit, String day, boolean enough) {
        long noon = at(day).plusSeconds(43_200).getEpochSecond();
        return new Used(unit, noon, enough);
    }

    @Test
    void monthsAreOfWholeWeeks() {
        assertThat(cuts.needed(List.of(at("2026-11-02")))).isEmpty();
        assertThat(cuts.needed(List.of(at("2026-11-30")))).isEmpty();
        assertThat(cuts.needed(List.of(at("2026-11-09"))))
                .containsExactly(new Span(Unit.WEEK, at("2026-11-02"), at("2026-11-30")));
        // The first of November is a Sunday of October's last week, and both ends of that week must be known
        assertThat(cuts.needed(List.of(at("2026-11-01"))))
                .isEqualTo(Set.of(
                        new Span(Unit.DAY, at("2026-10-26"), at("2026-11-02")),
                        new Span(Unit.WEEK, at("2026-09-28"), at("2026-11-02"))));
    }

    @Test
    void bothMonthsBesideMustHaveEnough() {
        Used october = used(Unit.MONTH, "2026-10-07", true);
        Used november = used(Unit.MONTH, "2026-11-04", true);
        assertThat(cuts.mayBeCut(List.of(october, november), at("2026-11-02"))).isTrue();
        assertThat(cuts.mayBeCut(List.of(used(Unit.MONTH, "2026-10-07", false), november), at("2026-11-02")))
                .isFalse();
        assertThat(cuts.mayBeCut(List.of(october, used(Unit.MONTH, "2026-11-04", false)), at("2026-11-02")))
                .isFalse();
        // Nothing comes before the first or after the last, be they of few
        assertThat(cuts.mayBeCut(List.of(used(Unit.MONTH, "2026-10-07", false)), at("2026-11-02")))
                .isTrue();
        assertThat(cuts.mayBeCut(List.of(used(Unit.MONTH, "2026-11-04", false)), at("2026-11-02")))
                .isTrue();
        // The nearest counts, however far it is
        assertThat(cuts.mayBeCut(List.of(used(Unit.MONTH, "2026-01-14", false), november), at("2026-11-02")))
                .isFalse();
    }

    @Test
    void weeksAreCutWithinTheirMonth() {
        Used month = used(Unit.MONTH, "2026-11-04", true);
        Used second = used(Unit.WEEK, "2026-11-11", true);
        assertThat(cuts.mayBeCut(List.of(month, used(Unit.WEEK, "2026-11-04", true), second), at("2026-11-09")))
                .isTrue();
        assertThat(cuts.mayBeCut(List.of(month, used(Unit.WEEK, "2026-11-04", false), second), at("2026-11-09")))
                .isFalse();
        // With nobody before in the month it is the cut where the month begins
        Used few = used(Unit.MONTH, "2026-10-07", false);
        assertThat(cuts.mayBeCut(List.of(month, second), at("2026-11-09"))).isTrue();
        assertThat(cuts.mayBeCut(List.of(few, month, second), at("2026-11-09"))).isFalse();
        // A week of October is nothing to a cut in November
        assertThat(cuts.mayBeCut(
                        List.of(
                                used(Unit.MONTH, "2026-10-07", true),
                                month,
                                used(Unit.WEEK, "2026-10-28", false),
                                second),
                        at("2026-11-09")))
                .isTrue();
    }

    @Test
    void daysAndQuarterHoursAreCutLikewise() {
        List<Used> whole = List.of(
                used(Unit.MONTH, "2026-11-04", true),
                used(Unit.WEEK, "2026-11-04", true),
                used(Unit.DAY, "2026-11-03", true),
                used(Unit.DAY, "2026-11-05", true));
        assertThat(cuts.mayBeCut(whole, at("2026-11-04"))).isTrue();
        assertThat(cuts.mayBeCut(
                        List.of(
                                whole.get(0),
                                whole.get(1),
                                used(Unit.DAY, "2026-11-03", false),
                                used(Unit.DAY, "2026-11-05", true)),
                        at("2026-11-05")))
                .isFalse();
        // In another zone days begin within those of the reporting zone: here with nobody before
        Instant six = at("2026-11-05").plusSeconds(6 * 3_600);
        assertThat(cuts.needed(List.of(six))).contains(new Span(Unit.QUARTER_HOUR, at("2026-11-05"), at("2026-11-06")));
        long noon = at("2026-11-05").plusSeconds(43_200).getEpochSecond();
        List<Used> withSlot = new ArrayList<>(whole);
        withSlot.add(new Used(Unit.QUARTER_HOUR, noon, false));
        assertThat(cuts.mayBeCut(withSlot, six)).isTrue();
        withSlot.add(new Used(Unit.QUARTER_HOUR, noon - 36_000, false));
        assertThat(cuts.mayBeCut(withSlot, six)).isFalse();
    }
}
