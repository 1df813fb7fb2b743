package dev.footlights.query.company;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * People, as far as it matters whether they are too few to be told of.
 *
 * @param some all of them, each by a number, when they are fewer than the floor; else as many as the floor
 */
public record Crowd(Set<Long> some) {
    public static final Crowd NOBODY = new Crowd(Set.of());

    public Crowd {
        some = Set.copyOf(some);
    }

    /**
     * Aggregates a crowd as text.
     *
     * @param condition which rows count; made of constants only
     * @param floor people who are enough
     */
    public static String expression(String condition, int floor) {
        return "toString(groupUniqArrayIf(" + Math.max(1, floor) + ")(sipHash64(actor), " + condition + "))";
    }

    /** Reads the text. */
    public static Crowd parse(String text) {
        return new Crowd(Arrays.stream(text.substring(1, text.length() - 1).split(","))
                .filter(number -> !number.isEmpty())
                .map(Long::parseUnsignedLong)
                .collect(Collectors.toSet()));
    }

    /** People, up to the floor. */
    public long people() {
        return some.size();
    }

    /** The same, or when nobody is known, somebody: what was done was done by someone. */
    public Crowd orSomebody() {
        return some.isEmpty() ? new Crowd(Set.of(0L)) : this;
    }

    /** Both together. */
    public Crowd and(Crowd other) {
        Set<Long> all = new HashSet<>(some);
        all.addAll(other.some);
        return new Crowd(all);
    }
}
