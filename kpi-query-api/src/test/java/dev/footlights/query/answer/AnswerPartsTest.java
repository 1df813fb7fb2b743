package dev.footlights.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Figure;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.Reason;
import dev.footlights.query.request.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerPartsTest {
    @Test
    void csvTextIsNeverAFormula() {
        assertThat(CsvAnswer.cell("=cmd|' /C calc'!A0")).isEqualTo("'=cmd|' /C calc'!A0");
        assertThat(CsvAnswer.cell("+1")).isEqualTo("'+1");
        assertThat(CsvAnswer.cell("-1")).isEqualTo("'-1");
        assertThat(CsvAnswer.cell("@a,\"b\"")).isEqualTo("\"'@a,\"\"b\"\"\"");
        assertThat(CsvAnswer.cell("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(CsvAnswer.cell("org")).isEqualTo("org");
    }

    @Test
    void csvNumbersStayNumbers() {
        assertThat(CsvAnswer.of(List.of(row("org", new BigDecimal("-2.5"), false))))
                .endsWith("\r\n2026-11-22,org,*,-2.5,,false,false\r\n");
    }

    @Test
    void aFigureAboutTooFewPeopleHasNoValue() {
        assertThat(told(Figure.count(4, 100), 5).value()).isNull();
        assertThat(told(Figure.count(4, 100), 5).withheld()).isTrue();
        assertThat(told(Figure.count(5, 100), 5).value()).isEqualTo(100L);
        assertThat(told(Figure.ZERO, 5).value()).isEqualTo(0L);
        assertThat(told(Figure.count(1, 1), 1).withheld()).isFalse();
    }

    @Test
    void whatCantBeWorkedOutIsNullButNotWithheld() {
        assertThat(told(Figure.ratio(8, 0, 0), 5).value()).isNull();
        assertThat(told(Figure.ratio(8, 0, 0), 5).withheld()).isFalse();
        assertThat(told(Figure.ratio(8, 6, 12), 5).value()).isEqualTo(0.5);
    }

    @Test
    void minutesAreExact() {
        assertThat(Figure.micro(1, 100_000_000).value()).hasToString("100");
        assertThat(Figure.micro(1, 333_333).value()).hasToString("0.333333");
    }

    private static Row told(Figure figure, int floor) {
        Period day = new Period("2026-11-22", Instant.EPOCH, Instant.EPOCH.plusSeconds(900), false, Instant.EPOCH);
        return new RowMaker(
                        new Floor(floor),
                        List.of(day),
                        List.of(),
                        Map.of(new Cell("org", "*", Instant.EPOCH), figure),
                        Set.of(),
                        Figure.ZERO)
                .rows(new Scope(List.of("org"), List.of("*")))
                .getFirst();
    }

    @Test
    void noOrderTellsOfWithheldValues() {
        List<Row> rows = List.of(row("d", null, true), row("c", 1L, false), row("a", null, true), row("b", 3L, false));
        assertThat(teams(rows, Order.VALUE)).containsExactly("b", "c", "a", "d");
        assertThat(teams(rows, Order.VALUE_ASCENDING)).containsExactly("c", "b", "a", "d");
        assertThat(teams(rows, Order.CHANGE)).containsExactly("a", "b", "c", "d");
    }

    private static List<String> teams(List<Row> rows, Order order) {
        return rows.stream().sorted(RowOrder.of(order)).map(Row::team).toList();
    }

    private static Row row(String team, @Nullable Number value, boolean withheld) {
        return new Row(
                "2026-11-22",
                Instant.EPOCH,
                team,
                "*",
                value,
                null,
                withheld ? Reason.FEW_PEOPLE : null,
                false,
                false,
                OptionalLong.empty());
    }
}
