package dev.footlights.query.templates;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far people came with a template.
 *
 * @param stages opened, each step of the form that was seen, created, and completed when any outcome was supplied
 * @param failed runs; null when no outcome was supplied
 * @param minutesSaved by runs; null when withheld
 */
public record TemplateFunnel(
        String template,
        List<Tally> stages,
        Tally restarts,
        Tally retries,
        Tally cancels,
        @Nullable Tally failed,
        @Nullable BigDecimal minutesSaved) {
    public TemplateFunnel {
        stages = List.copyOf(stages);
    }

    /** Of the stage of runs; null when withheld. */
    @Nullable
    Long runs() {
        return stages.stream()
                .filter(stage -> stage.name().equals(Stages.CREATE))
                .findFirst()
                .orElseThrow()
                .events();
    }
}
