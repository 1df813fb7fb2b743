package dev.footlights.local.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The events of one visit as they come about, with the visitor's clock. */
final class Trail {
    /** Share of events that a client sends twice, as it does after a lost answer. */
    private static final double SENT_TWICE = 0.006;

    private final Visitor visitor;
    private final Chance chance;
    private final List<Delivery> deliveries = new ArrayList<>();
    private Instant now;

    Trail(Visitor visitor, Instant start, Chance chance) {
        this.visitor = visitor;
        this.now = start;
        this.chance = chance;
    }

    Visitor visitor() {
        return visitor;
    }

    Chance chance() {
        return chance;
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    /** Time passes: a number of seconds between both. */
    void pause(int leastSeconds, int mostSeconds) {
        now = now.plusMillis(chance.between(leastSeconds * 1_000, mostSeconds * 1_000));
    }

    /** A moment passes, as between two strokes on the keyboard. */
    void moment(int leastMillis, int mostMillis) {
        now = now.plusMillis(chance.between(leastMillis, mostMillis));
    }

    void navigate(Page page, String subject) {
        navigate(page, subject, Map.of());
    }

    void navigate(Page page, String subject, Map<String, Object> attributes) {
        add(page, "navigate", subject, OptionalDouble.empty(), attributes, Map.of());
    }

    void click(Page page, String subject, String to) {
        add(page, "click", subject, OptionalDouble.empty(), Map.of("to", to), Map.of());
    }

    void add(
            Page page,
            String action,
            String subject,
            OptionalDouble value,
            Map<String, Object> attributes,
            Map<String, String> moreContext) {
        Map<String, String> context = page.context(visitor.frontend());
        context.putAll(moreContext);
        DemoEvent event = new DemoEvent(
                visitor.number(),
                now,
                chance.uuid().toString(),
                action,
                subject,
                value,
                attributes,
                context,
                visitor.user(),
                visitor.group(),
                visitor.sessionId());
        deliveries.add(new Delivery(now, event));
        if (chance.happens(SENT_TWICE)) {
            deliveries.add(new Delivery(now.plusMillis(chance.between(1_000, 40_000)), event));
        }
    }

    /**
     * An event on its way.
     *
     * @param at when the client sends it
     */
    record Delivery(Instant at, DemoEvent event) {}

    /**
     * Who walks the trail.
     *
     * @param number of the person, -1 for a guest
     * @param team name of the own group; empty for a guest
     */
    record Visitor(
            int number,
            Frontend frontend,
            String team,
            Optional<String> user,
            Optional<String> group,
            Optional<String> sessionId) {
        static Visitor of(Person person) {
            return new Visitor(
                    person.number(),
                    person.frontend(),
                    person.team(),
                    Optional.of(person.ref()),
                    person.sendsGroups() ? Optional.of("group:default/" + person.team()) : Optional.empty(),
                    Optional.empty());
        }

        static Visitor guest(String sessionId) {
            return new Visitor(-1, Frontend.NEW, "", Optional.empty(), Optional.empty(), Optional.of(sessionId));
        }
    }
}
