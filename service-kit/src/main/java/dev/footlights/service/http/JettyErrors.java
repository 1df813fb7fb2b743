package dev.footlights.service.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty itself refuses, as problems. */
final class JettyErrors extends ErrorHandler {
    private final RequestObserver observer;

    JettyErrors(RequestObserver observer) {
        this.observer = observer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        observer.refused(status);
        dev.footlights.service.http.Response answer = problem(status).toResponse();
        answer.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put("Connection", "close");
        response.write(true, ByteBuffer.wrap(answer.bytes()), callback);
        return true;
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 408 -> Problem.of(408, "request-timeout", "The request came too slowly");
            case 414 -> Problem.of(414, "uri-too-long", "The URI is too long");
            case 431 -> Problem.of(431, "headers-too-large", "The headers are too large");
            case 503 ->
                Problem.of(503, "stopping", "The service is stopping", "send it again to another instance or later")
                        .header("Retry-After", "1");
            default -> Problem.of(status, "http-" + status, HttpStatus.getMessage(status));
        };
    }
}
