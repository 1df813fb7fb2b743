package dev.footlights.streams.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.local.clickhouse.SharedClickHouse;
import dev.footlights.schemas.avro.ActivityFact;
import dev.footlights.schemas.avro.CheckResult;
import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.avro.KpiRollup;
import dev.footlights.schemas.avro.LedgerEntry;
import dev.footlights.schemas.avro.SurveyAnswer;
import dev.footlights.schemas.avro.TemplateOutcome;
import dev.footlights.schemas.clickhouse.Migrator;
import dev.footlights.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a record of each kind says in its table, and what the engine derives from it: on the real engine. */
class SinkTablesTest {
    private static final String DATABASE = "sink_tables";
    private static final String ANN = "00000000-0000-8000-8000-0000000000aa";
    private static final String BOB = "00000000-0000-8000-8000-0000000000bb";
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private final String url = SharedClickHouse.get().jdbcUrl(DATABASE);
    private final Tables tables = new ClickHouseTables(url, "default", "", DATABASE);

    @BeforeEach
    void migrate() throws SQLException {
        query("DROP DATABASE IF EXISTS " + DATABASE, "default");
        new Migrator(url, "", "").migrate();
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void surveyAnswers() throws SQLException {
        // Given
        SurveyAnswer.Builder answer = SurveyAnswer.newBuilder()
                .setSurvey("autumn")
                .setActor(ANN)
                .setAnsweredAt(AT.plusMillis(7))
                .setTeams(List.of("group:default/a", "org"));
        // When
        deliver(
                Records.record(
                        Topics.SURVEY_ANSWERS,
                        0,
                        "one",
                        answer.setQuestion("mood")
                                .setEventId("e1")
                                .setScore(4.5)
                                .build()),
                Records.record(
                        Topics.SURVEY_ANSWERS,
                        1,
                        "two",
                        answer.setQuestion("words")
                                .setEventId("e2")
                                .setScore(null)
                                .setAnswer("Gut!")
                                .build()));
        // Then
        assertThat(rows("survey_answers"))
                .containsExactly(
                        "('autumn','mood','" + ANN
                                + "','2026-11-20 10:00:00.007','e1',['group:default/a','org'],4.5,'')",
                        "('autumn','words','" + ANN
                                + "','2026-11-20 10:00:00.007','e2',['group:default/a','org'],NULL,'Gut!')");
    }

    @Test
    void theLatestOutcomeOfATask() throws SQLException {
        // Given
        TemplateOutcome.Builder outcome = TemplateOutcome.newBuilder()
                .setTask("t1")
                .setTemplate("template:default/service")
                .setActor("")
                .setTeams(List.of("org", "unassigned"))
                .setFinishedAt(AT);
        // When
        deliver(Records.record(
                Topics.TEMPLATE_OUTCOMES,
                0,
                "t1",
                outcome.setOutcome("failed").setReceivedAt(AT.plusMillis(2)).build()));
        deliver(Records.record(
                Topics.TEMPLATE_OUTCOMES,
                1,
                "t1",
                outcome.setOutcome("completed").setReceivedAt(AT.plusMillis(1)).build()));
        // Then what was received last holds, though it was carried first
        assertThat(rows("template_outcomes"))
                .containsExactly("('t1','template:default/service','00000000-0000-0000-0000-000000000000',"
                        + "['org','unassigned'],'failed','2026-11-20 10:00:00.000',1795168800002)");
    }

    @Test
    void checkResults() throws SQLException {
        // Given
        CheckResult.Builder result = CheckResult.newBuilder()
                .setCheck("has-owner")
                .setEntity("component:default/shop")
                .setCheckedAt(AT)
                .setTeams(List.of("group:default/a", "org"))
                .setTrack("ownership")
                .setLevel("bronze")
                .setFact("group:default/a");
        // When
        deliver(
                Records.record(
                        Topics.CHECK_RESULTS,
                        0,
                        "k",
                        result.setPassed(false).setReceivedAt(AT).build()),
                Records.record(
                        Topics.CHECK_RESULTS,
                        1,
                        "k",
                        result.setPassed(true).setReceivedAt(AT.plusMillis(1)).build()));
        // Then
        assertThat(rows("check_results"))
                .containsExactly("('has-owner','component:default/shop','2026-11-20 10:00:00.000',"
                        + "['group:default/a','org'],'ownership','bronze','group:default/a',1,1795168800001)");
    }

    @Test
    void theLedgerPerShard() throws SQLException {
        // Given
        LedgerEntry.Builder entry =
                LedgerEntry.newBuilder().setSlot(AT).setOutcome("unusable").setReason("undecodable");
        // When
        deliver(
                Records.record(
                        Topics.EVENT_LEDGER,
                        0,
                        "k",
                        entry.setShard(0).setEvents(3).setRevision(3).build()),
                Records.record(
                        Topics.EVENT_LEDGER,
                        1,
                        "l",
                        entry.setShard(65_535).setEvents(4).setRevision(4).build()));
        // Then
        assertThat(rows("event_ledger"))
                .containsExactly(
                        "('2026-11-20 10:00:00','unusable','undecodable',0,3,3)",
                        "('2026-11-20 10:00:00','unusable','undecodable',65535,4,4)");
    }

    @Test
    void eachFailureOfAnEventIsARowWithoutItsPayload() throws SQLException {
        // Given
        FailedEvent.Builder failed = FailedEvent.newBuilder()
                .setEventId("same")
                .setComponent("ingest-service")
                .setFormat("native")
                .setFailedAt(AT)
                .setPayload(ByteBuffer.wrap(new byte[] {1}));
        // When
        deliver(
                Records.record(
                        Topics.FAILED_EVENTS,
                        7,
                        "same",
                        failed.setReason(FailureReason.OCCURRED_AT_IN_FUTURE).build()),
                Records.record(
                        Topics.FAILED_EVENTS,
                        8,
                        "same",
                        failed.setReason(FailureReason.LATE).build()));
        // Then
        assertThat(rows("failed_events"))
                .containsExactly(
                        "(0,7,'2026-11-20 10:00:00.000','occurred_at_in_future','ingest-service','native')",
                        "(0,8,'2026-11-20 10:00:00.000','late','ingest-service','native')");
    }

    @Test
    void openedSearchesOfFactsAndRollups() throws SQLException {
        // When
        deliver(
                Records.record(
                        Topics.ACTIVITY_FACTS,
                        0,
                        "f",
                        fact(ANN, AT, "search")
                                .setSearches(3)
                                .setZeroResultSearches(1)
                                .setOpenedSearches(2)
                                .build()),
                Records.record(
                        Topics.KPI_ROLLUPS,
                        0,
                        "r",
                        KpiRollup.newBuilder()
                                .setTeam("org")
                                .setFeature("search")
                                .setPeriodKind("day")
                                .setPeriodStart(AT)
                                .setSearches(5)
                                .setZeroResultSearches(1)
                                .setOpenedSearches(4)
                                .setSessions(6)
                                .setRevision(1)
                                .build()));
        // Then
        assertThat(
                        query(
                                "SELECT toString(tuple(searches, zero_result_searches, opened_searches, revision)) FROM activity_facts"))
                .containsExactly("(3,1,2,1)");
        assertThat(
                        query(
                                "SELECT toString(tuple(searches, zero_result_searches, opened_searches, sessions)) FROM kpi_rollups"))
                .containsExactly("(5,1,4,6)");
    }

    @Test
    void whoWasThereWhenFollowsFromActivity() throws SQLException {
        // Given Ann at 10:00 (quarter 40), 12:15 (quarter 49) and on the last of the month, and Bob's search term,
        // which is
        // no event
        ConsumerRecord<byte[], byte[]> morning = Records.record(
                Topics.ACTIVITY_FACTS,
                0,
                "a",
                fact(ANN, AT, "techdocs").setEvents(1).build());
        ConsumerRecord<byte[], byte[]> noon = Records.record(
                Topics.ACTIVITY_FACTS,
                1,
                "b",
                fact(ANN, AT.plusSeconds(8_100), "search").setEvents(2).build());
        ConsumerRecord<byte[], byte[]> last = Records.record(
                Topics.ACTIVITY_FACTS,
                2,
                "c",
                fact(ANN, Instant.parse("2026-11-30T23:45:00Z"), "search")
                        .setEvents(1)
                        .build());
        ConsumerRecord<byte[], byte[]> term = Records.record(
                Topics.ACTIVITY_FACTS,
                3,
                "d",
                fact(BOB, AT, "search").setSearches(1).build());
        // When all of it is carried, and some of it again
        deliver(morning, noon, last, term);
        deliver(noon, morning);
        // Then
        assertThat(query(
                        "SELECT toString(tuple(feature, day, actor, groupBitOr(early), groupBitOr(late), min(first_at)))"
                                + " FROM presence_days WHERE team = 'org' GROUP BY feature, day, actor"
                                + " ORDER BY feature, day"))
                .containsExactly(
                        "('*','2026-11-20','" + ANN + "'," + (1L << 40) + "," + (1L << 1)
                                + ",'2026-11-20 10:00:00.000')",
                        "('*','2026-11-30','" + ANN + "',0," + (1L << 47) + ",'2026-11-30 23:45:00.000')",
                        "('search','2026-11-20','" + ANN + "',0," + (1L << 1) + ",'2026-11-20 12:15:00.000')",
                        "('search','2026-11-30','" + ANN + "',0," + (1L << 47) + ",'2026-11-30 23:45:00.000')",
                        "('techdocs','2026-11-20','" + ANN + "'," + (1L << 40) + ",0,'2026-11-20 10:00:00.000')");
        assertThat(query("SELECT toString(tuple(feature, month, actor, groupBitOr(days))) FROM presence_months"
                        + " WHERE team = 'org' GROUP BY feature, month, actor ORDER BY feature"))
                .containsExactly(
                        "('*','2026-11-01','" + ANN + "'," + ((1L << 19) | (1L << 29)) + ")",
                        "('search','2026-11-01','" + ANN + "'," + ((1L << 19) | (1L << 29)) + ")",
                        "('techdocs','2026-11-01','" + ANN + "'," + (1L << 19) + ")");
    }

    private static ActivityFact.Builder fact(String actor, Instant slot, String feature) {
        return ActivityFact.newBuilder()
                .setActor(actor)
                .setSlot(slot)
                .setFeature(feature)
                .setAction("navigate")
                .setTeams(List.of("org"))
                .setFirstAt(slot)
                .setLastAt(slot)
                .setRevision(1);
    }

    @SafeVarargs
    private void deliver(ConsumerRecord<byte[], byte[]>... records) {
        BatchFiller filler = new BatchFiller(Records.REGISTRY);
        Batch batch = new Batch();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            filler.add(record, batch);
        }
        assertThat(batch.deadLetters()).isEmpty();
        batch.inserts().forEach(tables::insert);
    }

    /** Rows of a table that hold, each as a tuple, in order. */
    private List<String> rows(String table) throws SQLException {
        return query("SELECT toString(tuple(*)) AS line FROM " + table + " FINAL ORDER BY line");
    }

    private List<String> query(String sql) throws SQLException {
        return query(sql, DATABASE);
    }

    private static List<String> query(String sql, String database) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(SharedClickHouse.get().jdbcUrl(database));
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        lines.add(result.getString(1));
                    }
                }
            }
        }
        return lines;
    }
}
