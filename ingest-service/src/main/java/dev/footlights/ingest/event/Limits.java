package dev.footlights.ingest.event;

import dev.footlights.service.settings.Default;
import dev.footlights.service.settings.Require;

/**
 * How large a request may be.
 *
 * @param bodyBytes on the wire
 * @param unpackedBytes after unpacking
 * @param events in one request
 * @param depth levels of JSON
 * @param attributes of one event; its context may have as many keys
 * @param attributeBytes of one value in UTF-8, and of its name
 */
public record Limits(
        @Default("1048576") int bodyBytes,
        @Default("4194304") int unpackedBytes,
        @Default("500") int events,
        @Default("32") int depth,
        @Default("64") int attributes,
        @Default("1024") int attributeBytes) {
    private static final int MOST_BYTES = 64 << 20;

    public Limits {
        Require.between("bodyBytes", bodyBytes, 1, MOST_BYTES);
        Require.between("unpackedBytes", unpackedBytes, 1, MOST_BYTES);
        Require.between("events", events, 1, 100_000);
        // An event with its attributes inside a wrapped batch is four levels deep.
        Require.between("depth", depth, 4, 1_000);
        Require.between("attributes", attributes, 0, 1_000);
        Require.between("attributeBytes", attributeBytes, 1, 64 << 10);
    }
}
