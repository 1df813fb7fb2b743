package dev.footlights.query.report;

import dev.footlights.query.answer.Row;
import dev.footlights.query.privacy.Reason;
import dev.footlights.schemas.kpis.Kpi;
import org.jspecify.annotations.Nullable;

/**
 * A KPI of the week beside that of the week before, as the API answers it.
 *
 * @param unit of the figures: the KPI's, or the currency of money
 * @param value null when withheld, or when there is nothing to divide by
 * @param previous of the week before; null likewise
 * @param withheldBecause why the value is kept back; null when it isn't
 */
public record Measure(
        Kpi kpi,
        String unit,
        String team,
        String feature,
        @Nullable Number value,
        @Nullable Number previous,
        @Nullable Reason withheldBecause,
        boolean previousWithheld) {

    static Measure of(Kpi kpi, String unit, Row row) {
        return new Measure(
                kpi,
                unit,
                row.team(),
                row.feature(),
                row.value(),
                row.previous(),
                row.withheldBecause(),
                row.previousWithheld());
    }

    /** Whether the value is kept back. */
    public boolean withheld() {
        return withheldBecause != null;
    }

    /** Whether both figures are told. */
    public boolean compared() {
        return value != null && previous != null;
    }

    /** The value; only where there is one. */
    public double now() {
        return number(value);
    }

    /** The value of the week before; only where there is one. */
    public double then() {
        return number(previous);
    }

    /** Growth over the week before; only where both are told. */
    public double change() {
        return now() - then();
    }

    private static double number(@Nullable Number number) {
        if (number == null) {
            throw new IllegalStateException("a figure that isn't told was asked for");
        }
        return number.doubleValue();
    }
}
