package dev.footlights.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Tells whether a part can be used. */
@FunctionalInterface
public interface Readiness {
    /** What is still missing, in a few words; empty when it is ready. */
    Optional<String> missing();

    /** Ready when a port on the loopback address takes connections. */
    static Readiness port(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return Optional.empty();
            } catch (IOException refused) {
                return Optional.of("no connection on port " + port);
            }
        };
    }

    /** Ready when a GET is answered with 200; a service's answer tells which of its checks fails. */
    static Readiness http(URI uri) {
        return () -> {
            try {
                HttpRequest request = HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofSeconds(5))
                        .build();
                HttpResponse<String> answer = Http.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
                return answer.statusCode() == 200
                        ? Optional.empty()
                        : Optional.of(HealthAnswer.failing(answer.statusCode(), answer.body()));
            } catch (IOException refused) {
                return Optional.of("no answer on port " + uri.getPort());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Optional.of("interrupted");
            }
        };
    }

    /** One client for all questions: they are small, and a client is a thread. */
    final class Http {
        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();

        private Http() {}
    }
}
