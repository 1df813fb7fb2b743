package dev.footlights.service.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An error answer in the form of RFC 9457.
 *
 * @param slug what the type URI ends with, stable for programs to read: {@code body-too-large}
 * @param title the same for every occurrence
 * @param detail about this occurrence, for a person; never a stack trace or a secret
 * @param members extra members of the JSON object; values as Jackson takes them
 * @param headers headers of the answer, such as Retry-After
 */
public record Problem(
        int status,
        String slug,
        String title,
        Optional<String> detail,
        Map<String, Object> members,
        Map<String, String> headers) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE_PREFIX = "urn:footlights:problem:";

    public static Problem of(int status, String slug, String title) {
        return new Problem(status, slug, title, Optional.empty(), Map.of(), Map.of());
    }

    public static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, Optional.of(detail), Map.of(), Map.of());
    }

    /** With an extra member. */
    public Problem with(String name, Object value) {
        return new Problem(status, slug, title, detail, plus(members, name, value), headers);
    }

    /** With a header on the answer. */
    public Problem header(String name, String value) {
        return new Problem(status, slug, title, detail, members, plus(headers, name, value));
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    public Response toResponse() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", TYPE_PREFIX + slug);
        json.put("title", title);
        json.put("status", status);
        detail.ifPresent(text -> json.put("detail", text));
        json.putAll(members);
        Response response = Response.bytes(status, MEDIA_TYPE, Json.bytes(json)).header("Cache-Control", "no-store");
        headers.forEach(response::header);
        return response;
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String name, V value) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }
}
