package dev.footlights.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills in a body of a table file: {@code <now>}, {@code <now-P8D>}, {@code <now+PT6M>}; {@code <event>}, a good event;
 * {@code <hex ff fe>}, bytes; {@code <text *1000>}, the text that often, after the inner ones.
 */
final class BodyTemplate {
    private static final Pattern HOLE =
            Pattern.compile("<(?:(now)([+-]P[^>]*)?|(event)|hex ([0-9a-f ]+)|keys (\\d+)|([^<>]+?) \\*(\\d+))>");

    private BodyTemplate() {}

    static byte[] fill(String template) {
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        Matcher matcher = HOLE.matcher(template);
        int position = 0;
        while (matcher.find()) {
            filled.writeBytes(utf8(template.substring(position, matcher.start())));
            filled.writeBytes(hole(matcher));
            position = matcher.end();
        }
        filled.writeBytes(utf8(template.substring(position)));
        return filled.toByteArray();
    }

    private static byte[] hole(Matcher matcher) {
        if (matcher.group(1) != null) {
            Duration shift = matcher.group(2) == null ? Duration.ZERO : Duration.parse(matcher.group(2));
            return utf8(Instant.now().plus(shift).toString());
        }
        if (matcher.group(3) != null) {
            return utf8(Events.json("table", Map.of()));
        }
        if (matcher.group(4) != null) {
            return HexFormat.of().parseHex(matcher.group(4).replace(" ", ""));
        }
        if (matcher.group(5) != null) {
            return utf8(IntStream.range(0, Integer.parseInt(matcher.group(5)))
                    .mapToObj(index -> "\"key" + index + "\":" + index)
                    .collect(Collectors.joining(",")));
        }
        return utf8(matcher.group(6).repeat(Integer.parseInt(matcher.group(7))));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
