package dev.footlights.local.stack;

import dev.footlights.schemas.registry.SchemaRegistration.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How the schemas stand in the registry, for people.
 *
 * @param text a line per subject
 * @param usable whether services of this release can write to every topic
 */
public record SchemaReport(String text, boolean usable) {
    public static SchemaReport of(List<Outcome> outcomes) {
        String text = outcomes.stream().map(SchemaReport::line).collect(Collectors.joining("\n"));
        return new SchemaReport(
                text, outcomes.stream().allMatch(outcome -> outcome.standing().usable()));
    }

    private static String line(Outcome outcome) {
        String standing = outcome.standing().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "%-48s %-13s %s"
                .formatted(outcome.subject(), standing, outcome.detail())
                .stripTrailing();
    }
}
