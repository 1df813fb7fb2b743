package dev.footlights.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service as a process: what a supervisor sees of it. */
@Timeout(60)
final class ServiceProcessTest {
    private static final Pattern URL = Pattern.compile("url=\"([^\"]+)\"");

    @Test
    void sigtermEndsItCleanlyWithZero() throws Exception {
        Process process = start("0");
        try (BufferedReader log = process.inputReader();
                HttpClient client = HttpClient.newHttpClient()) {
            URI url = listening(log);
            assertThat(get(client, url.resolve("/health/live"))).isEqualTo("{\"status\":\"up\"}");
            assertThat(get(client, url.resolve("/health/ready")))
                    .isEqualTo(
                            "{\"status\":\"up\",\"checks\":[{\"name\":\"store\",\"status\":\"up\",\"detail\":\"3 things\"}]}");
            assertThat(get(client, url.resolve("/things/a"))).isEqualTo("[\"a\"]");
            assertThat(get(client, url.resolve("/metrics")))
                    .contains("jvm_memory_used_bytes", "route=\"/things/{id}\",status=\"200\"")
                    .doesNotContain("/things/a");

            process.toHandle().destroy();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(ServiceMain.CLEAN);
            assertThat(log.lines()).anyMatch(line -> line.contains("part=\"http server\""));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void badSettingsEndItWithTwo() throws Exception {
        Process process = start("none");

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(ServiceMain.MISUSED);
        assertThat(process.errorReader().lines()).anyMatch(line -> line.contains("http.port"));
    }

    private static Process start(String port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path", "")));
        command.add(ExampleService.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("FOOTLIGHTS_HTTP_PORT", port);
        return builder.start();
    }

    private static URI listening(BufferedReader log) throws IOException {
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher matcher = URL.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
        }
        throw new AssertionError("it never listened");
    }

    private static String get(HttpClient client, URI url) throws Exception {
        return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                .body();
    }
}
