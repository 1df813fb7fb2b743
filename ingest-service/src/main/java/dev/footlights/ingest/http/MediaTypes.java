package dev.footlights.ingest.http;

import dev.footlights.ingest.event.Format;
import dev.footlights.service.http.Request;
import java.util.Locale;
import java.util.regex.Pattern;

/** The content types that are taken. */
final class MediaTypes {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final Pattern OTHER_CHARSET = Pattern.compile("charset\\s*=\\s*\"?(?!utf-?8\"?\\s*(;|$))");

    private MediaTypes() {}

    /**
     * Whether the body is NDJSON, which not every format takes.
     *
     * @throws dev.footlights.service.http.ProblemException 415
     */
    static boolean isLines(Request request, Format format) {
        String type = request.mediaType().orElse("");
        String parameters = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!OTHER_CHARSET.matcher(parameters).find()) {
            if (type.equals(JSON)) {
                return false;
            }
            if (type.equals(LINES) && format.takesLines()) {
                return true;
            }
        }
        throw Problems.mediaType(format.takesLines() ? JSON + ", " + LINES : JSON);
    }
}
