package dev.footlights.streams.sink;

import dev.footlights.schemas.avro.ActivityFact;
import dev.footlights.schemas.avro.CheckResult;
import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.avro.FirstUse;
import dev.footlights.schemas.avro.KpiRollup;
import dev.footlights.schemas.avro.LedgerEntry;
import dev.footlights.schemas.avro.RosterEntry;
import dev.footlights.schemas.avro.SessionFact;
import dev.footlights.schemas.avro.SurveyAnswer;
import dev.footlights.schemas.avro.TeamEntry;
import dev.footlights.schemas.avro.TemplateOutcome;
import dev.footlights.schemas.registry.ConfluentAvroSerde;
import dev.footlights.schemas.registry.InMemoryRegistry;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as they stand on the sink's topics. */
final class Records {
    static final InMemoryRegistry REGISTRY = InMemoryRegistry.withCatalogue();
    private static final Instant START = Instant.parse("2026-10-31T22:00:00Z");
    private static final List<List<String>> TEAM_SETS = List.of(
            List.of("group:default/payments", "group:default/sales", "org"),
            List.of("group:default/sales", "org"),
            List.of("org", "unassigned"));

    private Records() {}

    static <T extends SpecificRecord> ConsumerRecord<byte[], byte[]> record(
            TopicDefinition<T> topic, long offset, String key, T value) {
        byte[] bytes = ConfluentAvroSerde.of(REGISTRY, topic).serializer().serialize(topic.name(), value);
        return new ConsumerRecord<>(topic.name(), 0, offset, key.getBytes(StandardCharsets.UTF_8), bytes);
    }

    static ConsumerRecord<byte[], byte[]> firstUse(long offset, long revision) {
        UUID actor = new UUID(0, 1);
        return record(
                Topics.FIRST_USES,
                offset,
                "org|*|" + actor,
                FirstUse.newBuilder()
                        .setTeam("org")
                        .setFeature("*")
                        .setActor(actor.toString())
                        .setFirstAt(START)
                        .setRevision(revision)
                        .build());
    }

    /** A history of some keys of every topic, each key's revisions ascending. */
    static List<ConsumerRecord<byte[], byte[]>> history(Random random, int length) {
        List<ConsumerRecord<byte[], byte[]>> history = new ArrayList<>();
        for (int revision = 1; revision <= length; revision++) {
            history.add(
                    switch (random.nextInt(11)) {
                        case 0, 1 -> activity(random, revision);
                        case 2 -> first(random, revision);
                        case 3 -> session(random, revision);
                        case 4 -> rollup(random, revision);
                        case 5 -> survey(random, revision);
                        case 6 -> ledger(random, revision);
                        case 7 -> failed(random, revision);
                        case 8 -> outcome(random, revision);
                        case 9 -> check(random, revision);
                        default -> random.nextBoolean() ? person(random, revision) : team(random, revision);
                    });
        }
        return history;
    }

    private static ConsumerRecord<byte[], byte[]> activity(Random random, int revision) {
        String actor = actor(random);
        Instant slot = START.plusSeconds(900L * random.nextInt(20));
        List<String> teams = TEAM_SETS.get(random.nextInt(TEAM_SETS.size()));
        ActivityFact fact = ActivityFact.newBuilder()
                .setActor(actor)
                .setSlot(slot)
                .setFeature(random.nextBoolean() ? "templates" : "techdocs")
                .setItem("größe, \"quoted\"")
                .setAction("navigate")
                .setTeams(teams)
                .setEvents(revision)
                .setOpenedSearches(random.nextInt(3))
                .setSavedMicroMinutes(random.nextInt(100) - 50)
                .setFirstAt(slot)
                .setLastAt(slot.plusMillis(random.nextInt(900_000)))
                .setRevision(revision)
                .build();
        return record(
                Topics.ACTIVITY_FACTS, revision, actor + slot + fact.getFeature() + String.join(",", teams), fact);
    }

    private static ConsumerRecord<byte[], byte[]> first(Random random, int revision) {
        String actor = actor(random);
        return record(
                Topics.FIRST_USES,
                revision,
                actor,
                FirstUse.newBuilder()
                        .setTeam("org")
                        .setFeature("*")
                        .setActor(actor)
                        .setFirstAt(START.minusSeconds(random.nextInt(100)))
                        .setRevision(revision)
                        .build());
    }

    private static ConsumerRecord<byte[], byte[]> session(Random random, int revision) {
        String actor = actor(random);
        return record(
                Topics.SESSION_FACTS,
                revision,
                actor,
                SessionFact.newBuilder()
                        .setActor(actor)
                        .setSession("a")
                        .setMonth(202_610)
                        .setTeams(TEAM_SETS.get(random.nextInt(3)))
                        .setFeatures(List.of("search"))
                        .setStartedAt(START)
                        .setEndedAt(START.plusSeconds(random.nextInt(5_000)))
                        .setMerged(random.nextBoolean())
                        .setRevision(revision)
                        .build());
    }

    private static ConsumerRecord<byte[], byte[]> rollup(Random random, int revision) {
        int shard = random.nextInt(3);
        return record(
                Topics.KPI_ROLLUPS,
                revision,
                "org|*|day|" + shard,
                KpiRollup.newBuilder()
                        .setTeam("org")
                        .setFeature("*")
                        .setPeriodKind("day")
                        .setPeriodStart(START)
                        .setShard(shard)
                        .setActiveUsers(random.nextInt(50))
                        .setNewUsers(random.nextInt(50) - 10)
                        .setRevision(revision)
                        .build());
    }

    private static ConsumerRecord<byte[], byte[]> survey(Random random, int revision) {
        SurveyAnswer answer = SurveyAnswer.newBuilder()
                .setSurvey("autumn")
                .setQuestion("mood")
                .setActor(actor(random))
                .setAnsweredAt(START.plusSeconds(revision))
                .setEventId("event-" + revision)
                .setTeams(TEAM_SETS.get(random.nextInt(3)))
                .setScore(random.nextBoolean() ? (double) random.nextInt(6) : null)
                .setAnswer(random.nextBoolean() ? "" : "größer, \"schneller\"")
                .build();
        return record(
                Topics.SURVEY_ANSWERS, revision, "autumn|mood|" + answer.getActor() + answer.getEventId(), answer);
    }

    private static ConsumerRecord<byte[], byte[]> ledger(Random random, int revision) {
        String outcome = random.nextBoolean() ? "accepted" : "folded";
        return record(
                Topics.EVENT_LEDGER,
                revision,
                START + "|" + outcome + "|",
                LedgerEntry.newBuilder()
                        .setSlot(START)
                        .setOutcome(outcome)
                        .setShard(2)
                        .setEvents(revision)
                        .setRevision(revision)
                        .build());
    }

    /** All with the same key, yet each a failure of its own. */
    private static ConsumerRecord<byte[], byte[]> failed(Random random, int revision) {
        return record(
                Topics.FAILED_EVENTS,
                revision,
                "event",
                FailedEvent.newBuilder()
                        .setEventId("event")
                        .setReason(random.nextBoolean() ? FailureReason.LATE : FailureReason.MALFORMED_REQUEST)
                        .setComponent("ingest-service")
                        .setFailedAt(START.plusMillis(revision))
                        .setFormat("native")
                        .setPayload(ByteBuffer.wrap(new byte[random.nextInt(50)]))
                        .build());
    }

    private static ConsumerRecord<byte[], byte[]> outcome(Random random, int revision) {
        String task = "task-" + random.nextInt(3);
        return record(
                Topics.TEMPLATE_OUTCOMES,
                revision,
                task,
                TemplateOutcome.newBuilder()
                        .setTask(task)
                        .setTemplate("template:default/service")
                        .setActor(random.nextBoolean() ? "" : actor(random))
                        .setTeams(TEAM_SETS.get(random.nextInt(3)))
                        .setOutcome(random.nextBoolean() ? "completed" : "failed")
                        .setFinishedAt(START)
                        .setReceivedAt(START.plusSeconds(revision))
                        .build());
    }

    private static ConsumerRecord<byte[], byte[]> check(Random random, int revision) {
        String entity = "component:default/" + random.nextInt(3);
        return record(
                Topics.CHECK_RESULTS,
                revision,
                "has-owner|" + entity + "|" + START,
                CheckResult.newBuilder()
                        .setCheck("has-owner")
                        .setEntity(entity)
                        .setCheckedAt(START)
                        .setTeams(TEAM_SETS.get(random.nextInt(3)))
                        .setTrack("ownership")
                        .setLevel("bronze")
                        .setPassed(random.nextBoolean())
                        .setReceivedAt(START.plusSeconds(revision))
                        .build());
    }

    private static ConsumerRecord<byte[], byte[]> person(Random random, int revision) {
        String actor = actor(random);
        return record(
                Topics.ROSTER,
                revision,
                actor,
                RosterEntry.newBuilder()
                        .setActor(actor)
                        .setTeams(TEAM_SETS.get(random.nextInt(3)))
                        .setJoinedAt(random.nextBoolean() ? START : null)
                        .setActive(random.nextBoolean())
                        .setUpdatedAt(START.plusSeconds(revision))
                        .build());
    }

    private static ConsumerRecord<byte[], byte[]> team(Random random, int revision) {
        return record(
                Topics.TEAMS,
                revision,
                "group:default/payments",
                TeamEntry.newBuilder()
                        .setTeam("group:default/payments")
                        .setTitle("Payments " + random.nextInt(9))
                        .setParent("org")
                        .setKind("team")
                        .setUpdatedAt(START.plusSeconds(revision))
                        .build());
    }

    private static String actor(Random random) {
        return new UUID(0x8000, random.nextInt(4)).toString();
    }
}
