package dev.footlights.query.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.query.period.Granularity;
import dev.footlights.schemas.kpis.Kpi;
import dev.footlights.schemas.kpis.KpiCatalogue;
import dev.footlights.service.http.Request;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestReaderTest {
    private static final Kpi EVENTS = KpiCatalogue.shipped().kpi("events").orElseThrow();
    private final RequestReader reader = new RequestReader(
            Clock.fixed(Instant.parse("2026-11-22T23:30:00Z"), ZoneOffset.UTC), ZoneId.of("UTC"), 1_100, 10_000);

    @Test
    void nothingGivenAsksForFourWeeksOfEveryoneByDay() {
        assertThat(question(""))
                .isEqualTo(new Question(
                        EVENTS,
                        LocalDate.of(2026, 10, 26),
                        LocalDate.of(2026, 11, 22),
                        Granularity.DAY,
                        List.of("org"),
                        List.of("*"),
                        ZoneId.of("UTC"),
                        false));
    }

    @Test
    void todayIsTodayInTheAskedZone() {
        assertThat(question("zone=Europe/Paris").to()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(question("zone=-03:30").to()).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void oneDayOfTheTwoIsEnough() {
        assertThat(question("from=2026-11-01").to()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(question("to=2026-01-28").from()).isEqualTo(LocalDate.of(2026, 1, 1));
    }

    @Test
    void groupingAsksForAllUnlessSomeAreNamed() {
        Question grouped = question("groupBy=feature,team&team=a,b&team=b");
        assertThat(grouped.teams()).containsExactly("a", "b");
        assertThat(grouped.features()).isEmpty();
    }

    @Test
    void layoutHasDefaults() {
        assertThat(reader.layout(Request.get("/x"))).isEqualTo(new Layout(Order.PERIOD, 1_000, 0, Layout.Format.JSON));
        assertThat(reader.layout(Request.get("/x?order=value-ascending&limit=7&offset=3&format=csv")))
                .isEqualTo(new Layout(Order.VALUE_ASCENDING, 7, 3, Layout.Format.CSV));
    }

    private Question question(String query) {
        return reader.question(Request.get("/x?" + query), EVENTS);
    }
}
