package dev.footlights.local.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSenderTest {
    private static final RetryPolicy QUICK =
            new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(20));

    @TempDir
    private Path folder = Path.of("");

    private ScriptedIngest ingest = started();
    private final RefusalSummary refusals = new RefusalSummary();

    private static ScriptedIngest started() {
        try {
            return new ScriptedIngest();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    @Test
    void linesGoOutInBatchesOfAtMostFiveHundred() throws Exception {
        // Given
        EventFile file = lines(1_201);

        // When
        SentState sent = send(file);

        // Then
        assertThat(ingest.requests().stream().map(JsonNode::size)).containsExactly(500, 500, 201);
        assertThat(ids(ingest.requests())).containsExactlyElementsOf(ids(1_201));
        assertThat(sent).isEqualTo(new SentState(file.bytes(), 1_201, 0));
    }

    @Test
    void aBatchStaysBelowOneMebibyte() throws Exception {
        // Given
        String big = "{\"eventId\":\"%d\",\"subject\":\"" + "x".repeat(300_000) + "\"}";
        EventFile file = file(
                "big.ndjson", IntStream.range(0, 7).mapToObj(big::formatted).collect(Collectors.joining("\n")));

        // When
        send(file);

        // Then
        assertThat(ingest.requests().stream().map(JsonNode::size)).containsExactly(3, 3, 1);
    }

    @Test
    void arraysAndWrappedArraysAreReadToo() throws Exception {
        send(file("array.json", " [ {\"eventId\":\"0\"} , {\"eventId\":\"1\",\"attributes\":{\"a\":[1,{}]}} ]\n"));
        send(file("wrapped.json", "{\"events\":[{\"eventId\":\"2\"}]}"));
        assertThat(ids(ingest.requests())).containsExactly("0", "1", "2");
        assertThat(ingest.requests().getFirst().get(1).toString())
                .isEqualTo("{\"eventId\":\"1\",\"attributes\":{\"a\":[1,{}]}}");
    }

    @Test
    void busyAnswersAreRepeatedAsAskedUntilTheEventsAreIn() throws Exception {
        // Given
        ingest.isBusy("0").answers(429, "").isBusy("").answers(500, "oops");

        // When
        SentState sent = send(lines(2));

        // Then
        assertThat(sent.accepted()).isEqualTo(2);
        assertThat(ingest.requests()).hasSize(5).allMatch(ingest.requests().getFirst()::equals);
    }

    @Test
    void patienceEndsWithWordsAboutWhatIsWrong() throws Exception {
        // Given
        EventFile file = lines(1);
        RetryPolicy impatient = new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(30));
        ingest.close();

        // When, Then
        try (IngestClient client = new IngestClient(ingest.url(), Optional.empty(), impatient)) {
            assertThatThrownBy(() -> new FileSender(client, "t", folder).send(file, refusals, progress(file)))
                    .isInstanceOf(SendException.class)
                    .hasMessageContaining(ingest.url().toString());
        }
    }

    @Test
    void refusedEventsAreCountedByReasonAndFoundInTheFile() throws Exception {
        // Given
        ingest.answers(207, """
                {"accepted":2,"rejected":[{"index":1,"eventId":"1","reason":"late","detail":"10 days"}]}""");

        // When
        SentState sent = send(lines(3));

        // Then
        assertThat(sent.accepted()).isEqualTo(2);
        assertThat(sent.refused()).isEqualTo(1);
        assertThat(refusals.lines().getFirst()).contains("1 × late");
        assertThat(refusals.lines().get(1)).contains("line 2", "(1)", "10 days");
    }

    @Test
    void aLineThatIsNoJsonIsRefusedAloneAndMovesNoIndex() throws Exception {
        // Given
        EventFile file =
                file("bad.ndjson", "{\"eventId\":\"0\"}\n{\"eventId\":\n\n{\"eventId\":\"1\"} x\n{\"eventId\":\"2\"}");
        ingest.answers(207, "{\"accepted\":1,\"rejected\":[{\"index\":1,\"eventId\":\"2\",\"reason\":\"late\"}]}");

        // When
        SentState sent = send(file);

        // Then
        assertThat(ids(ingest.requests())).containsExactly("0", "2");
        assertThat(sent.refused()).isEqualTo(3);
        assertThat(refusals.lines()).anyMatch(line -> line.contains("not_json") && line.contains("2"));
        assertThat(refusals.lines()).anyMatch(line -> line.contains("line 5 (2)"));
    }

    @Test
    void aWholeRequestRefusedStopsWithTheServicesWords() throws Exception {
        ingest.answers(401, "{\"title\":\"Unauthorized\",\"detail\":\"a key is needed\"}");
        EventFile file = lines(1);
        assertThatThrownBy(() -> send(file))
                .isInstanceOf(SendException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("a key is needed");
    }

    @Test
    void anInterruptedFileGoesOnWhereItWasLeft() throws Exception {
        for (String form : List.of("lines", "array")) {
            // Given
            EventFile file = form.equals("lines") ? lines(1_100) : array(1_100);
            ScriptedIngest refusing = new ScriptedIngest()
                    .answers(202, "{\"accepted\":500,\"rejected\":[]}")
                    .answers(400, "{\"title\":\"stop here\"}");
            try (refusing;
                    IngestClient client = new IngestClient(refusing.url(), Optional.empty(), QUICK)) {
                assertThatThrownBy(() -> new FileSender(client, "t", folder).send(file, refusals, progress(file)))
                        .isInstanceOf(SendException.class);
            }
            ingest.close();
            ingest = new ScriptedIngest();

            // When
            SentState sent = send(file);

            // Then
            assertThat(ids(ingest.requests()))
                    .containsExactlyElementsOf(ids(1_100).subList(500, 1_100));
            assertThat(sent.accepted()).isEqualTo(1_100);
            assertThat(SentState.file(folder, file, "t")).doesNotExist();
        }
    }

    private SentState send(EventFile file) throws InterruptedException {
        try (IngestClient client = new IngestClient(ingest.url(), Optional.empty(), QUICK)) {
            return new FileSender(client, "t", folder).send(file, refusals, progress(file));
        }
    }

    private static Progress progress(EventFile file) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Progress(nowhere, false, "test", file.bytes());
    }

    private EventFile lines(int count) throws IOException {
        return file(
                "events.ndjson",
                ids(count).stream().map("{\"eventId\":\"%s\"}\n"::formatted).collect(Collectors.joining()));
    }

    private EventFile array(int count) throws IOException {
        return file(
                "events.json",
                ids(count).stream()
                        .map("{\"eventId\":\"%s\"}"::formatted)
                        .collect(Collectors.joining(",\n", "[", "]")));
    }

    private EventFile file(String name, String text) throws IOException {
        return EventFile.of(Files.writeString(folder.resolve(name), text));
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private static List<String> ids(List<JsonNode> requests) {
        return requests.stream()
                .flatMap(request -> request.valueStream())
                .map(event -> event.path("eventId").asText())
                .toList();
    }
}
