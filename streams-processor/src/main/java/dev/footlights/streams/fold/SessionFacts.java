package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.SessionFact;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/** Arithmetic of sessions: an interval that grows by events and by joining another. Pure. */
final class SessionFacts {
    private SessionFacts() {}

    /** @param name of the session within its person */
    static SessionFact started(Usage usage, String name, boolean view) {
        Instant at = Instant.ofEpochMilli(usage.occurredAt());
        return new SessionFact(
                usage.actor(),
                name,
                month(at),
                usage.importId(),
                usage.teams().teams(),
                List.of(usage.feature()),
                at,
                at,
                1L,
                view ? 1L : 0L,
                false,
                1L);
    }

    static SessionFact extended(SessionFact fact, Usage usage, boolean view) {
        Instant at = Instant.ofEpochMilli(usage.occurredAt());
        return grown(
                fact,
                union(fact.getTeams(), usage.teams().teams()),
                union(fact.getFeatures(), List.of(usage.feature())),
                earlier(fact.getStartedAt(), at),
                later(fact.getEndedAt(), at),
                1,
                view ? 1 : 0);
    }

    /** The one that stays when two turn out to be one. */
    static SessionFact joined(SessionFact fact, SessionFact absorbed) {
        return grown(
                fact,
                union(fact.getTeams(), absorbed.getTeams()),
                union(fact.getFeatures(), absorbed.getFeatures()),
                earlier(fact.getStartedAt(), absorbed.getStartedAt()),
                later(fact.getEndedAt(), absorbed.getEndedAt()),
                absorbed.getEvents(),
                absorbed.getViews());
    }

    /** What is told of the one that went into another. */
    static SessionFact absorbed(SessionFact fact) {
        return new SessionFact(
                fact.getActor(),
                fact.getSession(),
                fact.getMonth(),
                fact.getImportId(),
                fact.getTeams(),
                fact.getFeatures(),
                fact.getStartedAt(),
                fact.getEndedAt(),
                fact.getEvents(),
                fact.getViews(),
                true,
                fact.getRevision() + 1);
    }

    private static SessionFact grown(
            SessionFact fact,
            List<String> teams,
            List<String> features,
            Instant startedAt,
            Instant endedAt,
            long moreEvents,
            long moreViews) {
        return new SessionFact(
                fact.getActor(),
                fact.getSession(),
                fact.getMonth(),
                fact.getImportId(),
                teams,
                features,
                startedAt,
                endedAt,
                fact.getEvents() + moreEvents,
                fact.getViews() + moreViews,
                false,
                fact.getRevision() + 1);
    }

    private static List<String> union(List<String> some, List<String> more) {
        return some.containsAll(more)
                ? some
                : Stream.concat(some.stream(), more.stream())
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static int month(Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        return utc.getYear() * 100 + utc.getMonthValue();
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return other.isAfter(one) ? other : one;
    }
}
