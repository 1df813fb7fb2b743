package dev.footlights.query.answer;

import dev.footlights.query.figures.Figure;
import dev.footlights.query.figures.Measure;
import dev.footlights.query.privacy.Floor;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Turns figures into what may be told of them. */
record Valuation(Measure measure, Floor floor) {
    private static final int MICRO_DIGITS = 6;

    /** Whether the figure is about too few people. */
    boolean withholds(Figure figure) {
        // An adoption rate times the headcount, which is public, is a number of people too.
        return floor.withholds(figure.people())
                || (measure == Measure.ADOPTION_RATE && floor.withholds(figure.amount()));
    }

    /** The value in the KPI's unit; null when withheld or when the team has nobody to divide by. */
    @Nullable
    Number value(Figure figure, long headcount) {
        if (withholds(figure)) {
            return null;
        }
        return switch (measure) {
            case MINUTES_SAVED -> minutes(figure.amount());
            case ADOPTION_RATE -> headcount == 0 ? null : (Number) ((double) figure.amount() / headcount);
            default -> figure.amount();
        };
    }

    private static BigDecimal minutes(long microMinutes) {
        BigDecimal minutes = BigDecimal.valueOf(microMinutes, MICRO_DIGITS).stripTrailingZeros();
        return minutes.scale() < 0 ? minutes.setScale(0) : minutes;
    }
}
