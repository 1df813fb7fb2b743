package dev.footlights.streams;

import dev.footlights.schemas.avro.UsageEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes usage events for tests. */
public final class Events {
    private Events() {}

    /** The pseudonym that stands for a name in tests. */
    public static String actor(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A plain event of someone's: received when it occurred, of nobody's team, on no entity. */
    public static UsageEvent.Builder event(String id, String person, Instant at, String action) {
        return UsageEvent.newBuilder()
                .setEventId(id)
                .setActor(actor(person))
                .setOccurredAt(at)
                .setReceivedAt(at)
                .setTeams(List.of("org", "unassigned"))
                .setAction(action)
                .setAttributes(Map.of())
                .setContext(Map.of());
    }
}
