package dev.footlights.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.footlights.schemas.avro.TeamEntry;
import dev.footlights.schemas.registry.ScriptedServer.Answer;
import dev.footlights.schemas.registry.ScriptedServer.Request;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRegistryClientTest {
    private static final Schema SCHEMA = TeamEntry.getClassSchema();
    private static final String ESCAPED =
            SchemaText.text(SCHEMA).replace("\\", "\\\\").replace("\"", "\\\"");
    private static final Answer BY_ID = new Answer(200, "{\"schema\":\"" + ESCAPED + "\"}");
    private static final Answer LOOKED_UP =
            new Answer(200, "{\"subject\":\"s\",\"version\":3,\"id\":42,\"schema\":\"" + ESCAPED + "\"}");

    private static SchemaRegistryClient client(int retries, String... urls) {
        return new SchemaRegistryClient(
                RegistryConfig.of(List.of(urls)).withPatience(Duration.ofSeconds(5), retries, Duration.ofMillis(1)));
    }

    @Test
    void asksTheProtocolsWay() {
        try (ScriptedServer server = new ScriptedServer(request -> LOOKED_UP);
                SchemaRegistryClient client = client(0, server.url() + "/")) {
            RegisteredSchema found = client.lookup("a b/c", SCHEMA);

            assertThat(found.id()).isEqualTo(42);
            assertThat(found.version()).isEqualTo(3);
            Request request = server.requests().getFirst();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/subjects/a%20b%2Fc");
            assertThat(request.contentType()).isEqualTo("application/vnd.schemaregistry.v1+json");
            assertThat(request.body()).contains("TeamEntry").doesNotContain("avro.java.string");
        }
    }

    @Test
    void sendsItsCredentialsAndHidesThem() {
        RegistryConfig plain = RegistryConfig.of(List.of("http://127.0.0.1:1"));

        assertThat(plain.withBasic("ann", "secret").credentials().authorization())
                .hasValue("Basic YW5uOnNlY3JldA==");
        assertThat(plain.withToken("secret").credentials().authorization()).hasValue("Bearer secret");
        assertThat(plain.withBasic("ann", "secret").toString()).doesNotContain("secret");
        assertThat(plain.withToken("secret").toString()).doesNotContain("secret");
    }

    @Test
    void authorizationReachesTheServer() {
        try (ScriptedServer server = new ScriptedServer(request -> BY_ID);
                SchemaRegistryClient client = new SchemaRegistryClient(
                        RegistryConfig.of(List.of(server.url())).withToken("t"))) {
            client.byId(1);

            assertThat(server.requests().getFirst().authorization()).isEqualTo("Bearer t");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429, 408})
    void triesAgainWhatMayPass(int status) {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedServer server =
                        new ScriptedServer(request -> asked.incrementAndGet() < 3 ? new Answer(status, "{}") : BY_ID);
                SchemaRegistryClient client = client(2, server.url())) {
            assertThat(client.byId(7)).isEqualTo(SchemaText.portable(SCHEMA));
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void givesUpAfterItsRoundsAndSaysWhy() {
        try (ScriptedServer server = new ScriptedServer(request -> new Answer(503, ""));
                SchemaRegistryClient client = client(2, server.url())) {
            assertThatThrownBy(() -> client.byId(7))
                    .isInstanceOfSatisfying(
                            RegistryUnavailableException.class,
                            e -> assertThat(e.retriable()).isTrue())
                    .hasMessageContaining("503");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void goesOnToTheNextUrlAndStaysThere() throws Exception {
        String nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = "http://127.0.0.1:" + socket.getLocalPort();
        }
        try (ScriptedServer failing = new ScriptedServer(request -> new Answer(500, "{}"));
                ScriptedServer server = new ScriptedServer(request -> BY_ID);
                SchemaRegistryClient client = client(0, nobody, failing.url(), server.url())) {
            client.byId(1);
            client.byId(2);

            assertThat(failing.requests()).hasSize(1);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, 40401, SchemaNotFoundException",
        "404, 40402, SchemaNotFoundException",
        "404, 40403, SchemaNotFoundException",
        "404, 404, RegistryRefusedException",
        "409, 409, IncompatibleSchemaException",
        "422, 42201, InvalidSchemaException",
        "401, 401, RegistryRefusedException",
        "403, 40301, RegistryRefusedException",
        "302, 302, RegistryRefusedException",
    })
    void eachErrorHasItsType(int status, int code, String type) {
        Answer answer = new Answer(status, "{\"error_code\":" + code + ",\"message\":\"said so\"}");
        try (ScriptedServer server = new ScriptedServer(request -> answer);
                SchemaRegistryClient client = client(3, server.url())) {
            Throwable thrown = catchThrowable(() -> client.register("s", SCHEMA));

            assertThat(thrown.getClass().getSimpleName()).isEqualTo(type);
            assertThat(thrown).hasMessageContaining("said so").hasMessageContaining("/subjects/s/versions");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>not here</html>", ""})
    void anAnswerFromSomethingElseSaysNothingAboutTheSchema(String body) {
        for (int status : new int[] {200, 404}) {
            try (ScriptedServer server = new ScriptedServer(request -> new Answer(status, body));
                    SchemaRegistryClient client = client(0, server.url())) {
                assertThatThrownBy(() -> client.byId(1)).isInstanceOf(RegistryRefusedException.class);
            }
        }
    }

    @Test
    void aMissingSubjectIsAnAnswerWhereOneCanBeGiven() {
        Answer missing = new Answer(404, "{\"error_code\":40401,\"message\":\"none\"}");
        try (ScriptedServer server = new ScriptedServer(request -> missing);
                SchemaRegistryClient client = client(0, server.url())) {
            assertThat(client.latest("s")).isEmpty();
            assertThat(client.versions("s")).isEmpty();
            assertThat(client.compatibility("s")).isEmpty();
            assertThat(client.checkCompatibility("s", SCHEMA).compatible()).isTrue();
        }
    }

    @Test
    void readsVersionsLevelsAndVerdicts() {
        Function<Request, Answer> script = request -> {
            if (request.path().startsWith("/config/")) {
                return new Answer(200, "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
            }
            return request.path().startsWith("/compatibility/")
                    ? new Answer(200, "{\"is_compatible\":false,\"messages\":[\"a field went\"]}")
                    : new Answer(200, "[2,1]");
        };
        try (ScriptedServer server = new ScriptedServer(script);
                SchemaRegistryClient client = client(0, server.url())) {
            assertThat(client.versions("s")).containsExactly(1, 2);
            assertThat(client.compatibility("s")).hasValue(CompatibilityLevel.FULL_TRANSITIVE);
            assertThat(client.checkCompatibility("s", SCHEMA))
                    .isEqualTo(new CompatibilityAnswer(false, List.of("a field went")));
        }
    }

    @Test
    void manyThreadsMakeOneRequest() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        CountDownLatch allAsk = new CountDownLatch(20);
        Function<Request, Answer> script = request -> {
            try {
                mayAnswer.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return BY_ID;
        };
        try (ScriptedServer server = new ScriptedServer(script);
                SchemaRegistryClient client = client(0, server.url());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Schema>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> {
                        allAsk.countDown();
                        return client.byId(5);
                    }))
                    .toList();
            assertThat(allAsk.await(10, TimeUnit.SECONDS)).isTrue();
            mayAnswer.countDown();

            for (Future<Schema> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(SchemaText.portable(SCHEMA));
            }
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anUnknownIdIsAskedForOnceInAWhile() {
        Answer missing = new Answer(404, "{\"error_code\":40403,\"message\":\"none\"}");
        try (ScriptedServer server = new ScriptedServer(request -> missing);
                SchemaRegistryClient client = client(0, server.url())) {
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(() -> client.byId(9)).isInstanceOf(SchemaNotFoundException.class);
            }
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anOutageIsNotRemembered() {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedServer server =
                        new ScriptedServer(request -> asked.incrementAndGet() == 1 ? new Answer(503, "") : BY_ID);
                SchemaRegistryClient client = client(0, server.url())) {
            assertThatThrownBy(() -> client.byId(9)).isInstanceOf(RegistryUnavailableException.class);
            assertThat(client.byId(9)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host", "host:8081", "http://ann:secret@host"})
    void refusesAUrlItCantUse(String url) {
        assertThatThrownBy(() -> RegistryConfig.of(List.of(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("registry.")
                .hasMessageNotContaining("secret");
    }
}
