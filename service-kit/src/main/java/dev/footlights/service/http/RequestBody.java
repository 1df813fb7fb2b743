package dev.footlights.service.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The bytes of a request on the wire, read by {@link BodyReader}.
 *
 * @param declaredLength the Content-Length, absent for a chunked body
 * @param source opened once
 * @param timeout for the whole of it
 */
record RequestBody(OptionalLong declaredLength, Source source, Duration timeout) {
    interface Source {
        InputStream open() throws IOException;
    }

    static final RequestBody NONE =
            new RequestBody(OptionalLong.of(0), InputStream::nullInputStream, Duration.ofSeconds(1));
}
