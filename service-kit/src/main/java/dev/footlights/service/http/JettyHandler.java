package dev.footlights.service.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;

/** Between Jetty and the dispatcher: the one place that writes answers. */
final class JettyHandler extends org.eclipse.jetty.server.Handler.Abstract {
    private final Dispatcher dispatcher;
    private final RequestObserver observer;
    private final Duration bodyTimeout;
    private final BooleanSupplier closing;

    JettyHandler(Dispatcher dispatcher, RequestObserver observer, Duration bodyTimeout, BooleanSupplier closing) {
        this.dispatcher = dispatcher;
        this.observer = observer;
        this.bodyTimeout = bodyTimeout;
        this.closing = closing;
    }

    @Override
    public boolean handle(
            org.eclipse.jetty.server.Request jetty, org.eclipse.jetty.server.Response answer, Callback callback) {
        long start = System.nanoTime();
        Request request = JettyRequests.of(jetty, bodyTimeout);
        Dispatcher.Answer result = dispatcher.dispatch(request);
        Response response = result.response();
        if (closing.getAsBoolean()) {
            response.header("Connection", "close");
        }
        try {
            write(request, response, jetty, answer);
            Unread.discard(jetty);
            callback.succeeded();
        } catch (IOException | RuntimeException exception) {
            fail(result.route(), exception, answer, callback);
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            observer.answered(request.method(), result.route(), answer.getStatus(), took);
        }
        return true;
    }

    private static void write(
            Request request,
            Response response,
            org.eclipse.jetty.server.Request jetty,
            org.eclipse.jetty.server.Response answer)
            throws IOException {
        if (AcceptEncoding.textual(response)) {
            Vary.add(response, "Accept-Encoding");
        }
        boolean packed = AcceptEncoding.packs(request, response);
        answer.setStatus(response.status());
        response.headers().forEach(answer.getHeaders()::put);
        answer.getHeaders().put("X-Content-Type-Options", "nosniff");
        if (packed) {
            answer.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        boolean head = jetty.getMethod().equals("HEAD");
        if (response.stream().isPresent()) {
            if (head) {
                last(answer, ByteBuffer.allocate(0));
            } else {
                stream(response.stream().get(), packed, answer);
            }
            return;
        }
        byte[] body = packed ? response.gzip() : response.bytes();
        if (response.status() != 204 && response.status() != 304) {
            answer.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        }
        last(answer, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body));
    }

    private static void last(org.eclipse.jetty.server.Response answer, ByteBuffer body) throws IOException {
        try (Blocker.Callback written = Blocker.callback()) {
            answer.write(true, body, written);
            written.block();
        }
    }

    private static void stream(Response.StreamBody body, boolean packed, org.eclipse.jetty.server.Response answer)
            throws IOException {
        OutputStream wire = new BufferedOutputStream(Content.Sink.asOutputStream(answer), 16 * 1024);
        OutputStream out = packed ? new GZIPOutputStream(wire, 8 * 1024) : wire;
        body.writeTo(out);
        // Closing says "this was all", so an exception above must leave it open.
        out.close();
    }

    private static void fail(
            String route, Exception exception, org.eclipse.jetty.server.Response answer, Callback callback) {
        if (answer.isCommitted()) {
            callback.failed(exception);
            return;
        }
        answer.reset();
        Response response = Dispatcher.unexpected(route, exception);
        answer.setStatus(response.status());
        response.headers().forEach(answer.getHeaders()::put);
        answer.write(true, ByteBuffer.wrap(response.bytes()), callback);
    }
}
