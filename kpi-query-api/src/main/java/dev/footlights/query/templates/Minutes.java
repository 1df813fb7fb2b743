package dev.footlights.query.templates;

import java.math.BigDecimal;

/** Minutes from their millionths, exact. */
final class Minutes {
    private static final int MICRO_DIGITS = 6;

    private Minutes() {}

    static BigDecimal of(long microMinutes) {
        BigDecimal minutes = BigDecimal.valueOf(microMinutes, MICRO_DIGITS).stripTrailingZeros();
        return minutes.scale() < 0 ? minutes.setScale(0) : minutes;
    }
}
