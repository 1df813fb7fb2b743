package dev.footlights.query.templates;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template of the list.
 *
 * @param runs accepted by the scaffolder; null when it may be named only, as people, minutesSaved and lastRun
 * @param people distinct, who ran it
 * @param successRate completed among the completed and failed tasks; null when none was reported, or when withheld
 * @param lastRun within the days
 */
public record TemplateRow(
        String template,
        @Nullable Long runs,
        @Nullable Long people,
        @Nullable Double successRate,
        boolean successRateWithheld,
        @Nullable BigDecimal minutesSaved,
        @Nullable Instant lastRun) {}
