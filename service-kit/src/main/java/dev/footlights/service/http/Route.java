package dev.footlights.service.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a pattern of path segments: literal, {@code {name}} for one segment, {@code {name*}} at the end for all
 * that follow (none included).
 *
 * @param open whether it is served without authentication
 */
record Route(String method, String pattern, List<String> segments, boolean open, Handler handler) {

    static Route of(String method, String pattern, boolean open, Handler handler) {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("a pattern begins with /: " + pattern);
        }
        return new Route(method, pattern, split(pattern), open, handler);
    }

    static List<String> split(String path) {
        return Arrays.asList(path.substring(1).split("/", -1));
    }

    /** The path's parameters when it fits, decoded. */
    Optional<Map<String, String>> match(List<String> path) {
        boolean openEnded = isRest(segments.getLast());
        if (openEnded ? path.size() < segments.size() - 1 : path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int index = 0; index < segments.size(); index++) {
            String segment = segments.get(index);
            if (isRest(segment)) {
                String rest = String.join("/", path.subList(index, path.size()));
                parameters.put(segment.substring(1, segment.length() - 2), PercentDecoder.decode(rest, false));
            } else if (isParameter(segment)) {
                String value = PercentDecoder.decode(path.get(index), false);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                parameters.put(segment.substring(1, segment.length() - 1), value);
            } else if (!segment.equals(path.get(index))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** Lower is more exact: of two routes that fit a path, the one with the earlier literal segment is meant. */
    String rank() {
        StringBuilder rank = new StringBuilder();
        for (String segment : segments) {
            rank.append(isRest(segment) ? '2' : isParameter(segment) ? '1' : '0');
        }
        return rank.toString();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isRest(String segment) {
        return isParameter(segment) && segment.endsWith("*}");
    }
}
