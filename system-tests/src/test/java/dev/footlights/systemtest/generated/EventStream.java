package dev.footlights.systemtest.generated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random stream of events, the same for the same seed and window, as unkind as networks and clients are. */
public final class EventStream {
    private static final Duration LATE = Duration.ofDays(7);
    private static final int SITTINGS = 8;

    private final long seed;
    private final Random random;
    private int ids;

    public EventStream(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    private record Timed(Instant at, SentEvent event) {}

    /**
     * Events in order of sending: mostly by time, with delays, repetitions, ids used again for something else.
     *
     * @param visits how many; an event stream has about five events per visit
     */
    public List<SentEvent> within(Instant from, Instant to, int visits) {
        List<Timed> timed = new ArrayList<>();
        List<Person> people = Organisation.people();
        Visits kinds = new Visits(random);
        for (int visit = 0; visit < visits; visit++) {
            Person person = people.get(random.nextInt(people.size()));
            Instant at =
                    from.plusMillis(random.nextLong(Duration.between(from, to).toMillis()));
            int sitting = random.nextInt(SITTINGS);
            for (Deed deed : kinds.next()) {
                at = at.plusMillis(deed.pauseMillis());
                if (at.isBefore(to)) {
                    timed.add(new Timed(at, event(person, sitting, at, deed)));
                }
            }
        }
        timed.sort(Comparator.comparing(Timed::at));
        List<SentEvent> events =
                new ArrayList<>(timed.stream().map(Timed::event).toList());
        disturbOrder(events);
        repeat(events);
        return events;
    }

    /** The same with what must be refused strewn in: late, far ahead, without what an event needs. */
    public List<SentEvent> withRefusals(List<SentEvent> events, Instant now) {
        List<SentEvent> mixed = new ArrayList<>();
        for (SentEvent event : events) {
            mixed.add(event);
            if (random.nextInt(12) == 0) {
                mixed.add(spoilt(event.with("eventId", nextId()), now));
            }
        }
        return mixed;
    }

    /** One new event of everyone. */
    public List<SentEvent> oneOfEach(Instant at) {
        return Organisation.people().stream()
                .map(person -> event(person, 0, at, Deed.of(0, "click", "Home", Deed.plugin("home"))))
                .toList();
    }

    /** A click of one person in one plugin, as somebody would post it by hand. */
    public static List<SentEvent> byHand(String eventId, String user, String plugin, Instant at) {
        return List.of(SentEvent.accepted(Map.of(
                "eventId",
                eventId,
                "occurredAt",
                at.toString(),
                "user",
                user,
                "action",
                "click",
                "subject",
                "By hand",
                "context",
                Deed.plugin(plugin))));
    }

    private SentEvent spoilt(SentEvent event, Instant now) {
        Instant late = now.minus(LATE).minus(Duration.ofHours(1 + random.nextInt(1_000)));
        Instant ahead = now.plus(Duration.ofMinutes(10 + random.nextInt(100_000)));
        return switch (random.nextInt(7)) {
            case 0, 1 -> event.spoilt("occurredAt", late.toString(), "late");
            case 2 -> event.spoilt("occurredAt", ahead.toString(), "occurred_at_in_future");
            case 3 -> event.spoilt("occurredAt", "yesterday", "occurred_at_invalid");
            case 4 -> event.spoilt("occurredAt", "", "missing_field");
            case 5 -> event.spoilt("action", "", "missing_field");
            default -> event.spoilt("user", "group:default/team-1", "invalid_value");
        };
    }

    private SentEvent event(Person person, int sitting, Instant at, Deed deed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("eventId", nextId());
        json.put("occurredAt", at.toString());
        json.putAll(person.fields(random, sitting));
        json.putAll(deed.fields());
        return SentEvent.accepted(json);
    }

    private String nextId() {
        return "stream-" + seed + "-" + ids++;
    }

    private void disturbOrder(List<SentEvent> events) {
        for (int index = 1; index < events.size(); index++) {
            if (random.nextInt(10) == 0) {
                Collections.swap(events, index, random.nextInt(Math.max(0, index - 20), index));
            }
        }
        for (int delayed = 0; delayed < events.size() / 50; delayed++) {
            SentEvent event = events.remove(random.nextInt(events.size()));
            events.add(random.nextInt(events.size() + 1), event);
        }
    }

    private void repeat(List<SentEvent> events) {
        int repetitions = events.size() / 10;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            int original = random.nextInt(events.size());
            SentEvent again = events.get(original);
            int later = random.nextInt(original + 1, events.size() + 1);
            events.add(later, random.nextInt(5) == 0 ? again.with("subject", "/another/content") : again);
        }
    }
}
