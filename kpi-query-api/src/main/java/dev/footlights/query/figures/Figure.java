package dev.footlights.query.figures;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI is in one team, feature and period.
 *
 * @param people whom the figure is about: with some, but fewer than the small-group floor, it is withheld
 * @param value in the KPI's unit; null when there is nothing to work it out from
 * @param headcount of the team, for figures that are measured against it
 */
public record Figure(long people, @Nullable Number value, OptionalLong headcount) {
    private static final int MICRO_DIGITS = 6;

    /** Nothing happened. */
    public static final Figure ZERO = count(0, 0);

    /** There is nothing to divide by, or to take the middle of. */
    public static final Figure UNKNOWN = new Figure(0, null, OptionalLong.empty());

    /** A whole number. */
    public static Figure count(long people, long count) {
        return new Figure(people, count, OptionalLong.empty());
    }

    /** Millionths of a unit, exactly. */
    public static Figure micro(long people, long millionths) {
        return decimal(people, BigDecimal.valueOf(millionths, MICRO_DIGITS));
    }

    /** A decimal number, written without needless zeros. */
    public static Figure decimal(long people, BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return new Figure(people, plain.scale() < 0 ? plain.setScale(0) : plain, OptionalLong.empty());
    }

    /** A measured number, such as a median. */
    public static Figure measured(long people, double value) {
        return new Figure(people, value, OptionalLong.empty());
    }

    /** A share or a mean; unknown when the base is 0. */
    public static Figure ratio(long people, long amount, long base) {
        return new Figure(people, base == 0 ? null : (Number) ((double) amount / base), OptionalLong.empty());
    }

    /** The same, with the headcount told. */
    public Figure against(long teamHeadcount) {
        return new Figure(people, value, OptionalLong.of(teamHeadcount));
    }
}
