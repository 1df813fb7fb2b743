package dev.footlights.query.delivery;

import dev.footlights.query.report.document.Document;
import java.util.Map;

/**
 * What a message says.
 *
 * @param fileName without an ending; letters, digits, dots and dashes
 * @param files more to give with it: bytes by ending, such as {@code pdf}; a mail attaches them, a folder holds them
 */
public record Content(Document document, String fileName, Map<String, byte[]> files) {
    public Content {
        files = Map.copyOf(files);
    }
}
