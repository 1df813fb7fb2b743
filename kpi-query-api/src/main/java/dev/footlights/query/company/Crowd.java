package dev.footlights.query.company;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * People, as far as it matters whether they are too few to be told of.
 *
 * @param some all of them, each by a number, when they are fewer than the floor; else as many numbers as the floor, or more.
 *     Two people may have the same number, which makes them look fewer, but seldom
 */
public record Crowd(Set<Long> some) {
    public static final Crowd NOBODY = new Crowd(Set.of());

    private static final String ENOUGH = "*";
    /** By the floor. */
    private static final Map<Integer, Crowd> CROWDS_OF_ENOUGH = new ConcurrentHashMap<>();

    public Crowd {
        some = Set.copyOf(some);
    }

    /**
     * Aggregates a crowd as text: the numbers of its people, or that they are enough. People become numbers once they are
     * grouped, as there are many times more rows.
     *
     * @param condition which rows count; made of constants only
     * @param floor people who are enough
     */
    public static String expression(String condition, int floor) {
        int enough = Math.max(1, floor);
        String people = "groupUniqArrayIf(" + enough + ")(actor, " + condition + ")";
        return "if(length(" + people + ") = " + enough + ", '" + ENOUGH
                + "', toString(arrayMap(one -> toUInt32(sipHash64(one)), " + people + ")))";
    }

    /** Reads the text. */
    public static Crowd parse(String text, int floor) {
        return text.equals(ENOUGH)
                ? enough(floor)
                : new Crowd(Arrays.stream(text.substring(1, text.length() - 1).split(","))
                        .filter(number -> !number.isEmpty())
                        .map(Long::parseLong)
                        .collect(Collectors.toSet()));
    }

    /** Some people who are enough; nobody knows who. */
    private static Crowd enough(int floor) {
        return CROWDS_OF_ENOUGH.computeIfAbsent(
                floor,
                people -> new Crowd(LongStream.rangeClosed(1, Math.max(1, people))
                        .map(number -> -number)
                        .boxed()
                        .collect(Collectors.toSet())));
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
