package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.footlights.query.KpiQueryApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service is killed with SIGKILL between its sends, again and again: no message arrives twice, and whatever didn't arrive
 * for certain stands in the book as unknown.
 */
class ReportKillTest {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final int MAILS = 8;

    @TempDir
    private Path scratch;

    private Process start(ClickHouseUnderTest.Store store, Path settings, int run) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KpiQueryApi.class.getName(),
                "--config",
                settings.toString());
        builder.environment().putAll(ReportFacts.environment(store));
        builder.redirectErrorStream(true)
                .redirectOutput(scratch.resolve("run-" + run + ".log").toFile());
        return builder.start();
    }

    /** The mail server's end of a connection whose other end was killed fails in a thread of its own; that is what is meant here. */
    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** How many lines of the book tell of an event. */
    private static long count(ClickHouseUnderTest.Store store, String event) {
        try (Connection connection = DriverManager.getConnection(
                        store.url(),
                        store.settings().username(),
                        store.settings().password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT uniqExact(delivery) FROM deliveries WHERE event = '" + event + "'")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void neverTwice() throws Exception {
        LocalDate lastMonday = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(1);
        ClickHouseUnderTest.Store store = ReportFacts.store("report_kill", lastMonday);
        AtomicReference<@Nullable Process> running = new AtomicReference<>();
        GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.start();
        // It dies while the chat has the message and hasn't answered.
        try (WebhookUnderTest chat = new WebhookUnderTest(post -> {
            Process process = running.get();
            if (process != null) {
                process.destroyForcibly();
            }
            return 200;
        })) {
            List<String> addresses = new ArrayList<>();
            for (int number = 1; number <= MAILS; number++) {
                addresses.add("lead" + number + "@example.org");
            }
            Path settings = scratch.resolve("settings.yaml");
            Files.writeString(
                    settings, """
                    page-url: https://portal.example.org
                    mail: {host: 127.0.0.1, port: %d, security: none, from: footlights@example.org}
                    channels: [{name: chat, webhook: "%s"}]
                    delivery: {signing-key: 0123456789abcdef0123, settle: PT1S, unknown-after: PT8S}
                    reports:
                      time: "00:00"
                      catch-up: P8D
                      wait-for-figures: PT0S
                      check-every: PT0.5S
                      attach-pdf: false
                      digests: [{to: [%s], channels: [chat]}]
                    """.formatted(mail.getSmtp().getPort(), chat.url("/"), String.join(", ", addresses)));
            // Killed with claims written and nothing sent
            Process first = start(store, settings, 1);
            running.set(first);
            patiently().until(() -> count(store, "claimed") >= 1);
            kill(first);
            // Killed as soon as something more has arrived, or by the chat
            for (int run = 2; run <= 3; run++) {
                int before = mail.getReceivedMessages().length;
                Process process = start(store, settings, run);
                running.set(process);
                patiently()
                        .until(() -> !process.isAlive()
                                || mail.getReceivedMessages().length > before
                                || settled(store) == MAILS + 1);
                kill(process);
            }
            // Left alone until everything is settled, and looked at twice more
            Process last = start(store, settings, 4);
            running.set(null);
            try {
                patiently().until(() -> settled(store) == MAILS + 1);
                Map<String, Integer> received = received(mail);
                assertThat(received.values()).allMatch(times -> times == 1);
                assertThat(chat.posts().size()).isLessThanOrEqualTo(1);
                long delivered = count(store, "delivered");
                long unknown = count(store, "unknown");
                assertThat(delivered + unknown).isEqualTo(MAILS + 1);
                assertThat((long) received.size() + chat.posts().size()).isBetween(delivered, delivered + unknown);
                TimeUnit.SECONDS.sleep(3);
                assertThat(received(mail)).isEqualTo(received);
            } finally {
                kill(last);
            }
        } finally {
            mail.stop();
            Process process = running.get();
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    private static long settled(ClickHouseUnderTest.Store store) {
        return count(store, "delivered") + count(store, "unknown") + count(store, "refused");
    }

    private static Map<String, Integer> received(GreenMail mail) {
        Map<String, Integer> received = new TreeMap<>();
        Arrays.stream(mail.getReceivedMessages()).forEach(message -> {
            try {
                received.merge(message.getAllRecipients()[0].toString(), 1, Integer::sum);
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        });
        return received;
    }
}
