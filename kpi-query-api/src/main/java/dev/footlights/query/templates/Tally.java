package dev.footlights.query.templates;

import org.jspecify.annotations.Nullable;

/**
 * What was counted of one kind of thing that people do with a template.
 *
 * @param people distinct; null when withheld, and when not all events say whose they are
 * @param events null when withheld
 * @param lost of the people of the stage before, the share who were not at this one; null for the first, when there
 *     were none before, when people isn't known, and when it is about too few people
 */
public record Tally(
        String name,
        @Nullable Long people,
        @Nullable Long events,
        @Nullable Double lost,
        boolean withheld) {}
