package dev.footlights.query.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footlights.service.http.Problem;
import dev.footlights.service.http.ProblemException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads an annotation from a request's JSON; what can't be used is refused with 400, naming the field. */
public final class AnnotationReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_NAME = 300;
    private static final int MOST_ENTRIES = 200;
    private static final Set<String> FIELDS =
            Set.of("id", "title", "kind", "firstDay", "lastDay", "teams", "features", "note", "link");

    private AnnotationReader() {}

    /** Whether an id can be an annotation's. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    static String text(Annotation.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static Annotation.Kind kind(String text) {
        return Arrays.stream(Annotation.Kind.values())
                .filter(kind -> text(kind).equals(text))
                .findFirst()
                .orElse(Annotation.Kind.OTHER);
    }

    /**
     * Reads it.
     *
     * @param body a JSON object
     * @param named id in the path; empty for a new annotation, whose id is made up when the body has none
     */
    public static Annotation read(JsonNode body, Optional<String> named) {
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw refused(name.length() > 50 ? name.substring(0, 50) : name, "is not a field of an annotation");
            }
        });
        LocalDate first = day(body, "firstDay").orElseThrow(() -> refused("firstDay", "is missing"));
        LocalDate last = day(body, "lastDay").orElse(first);
        if (last.isBefore(first)) {
            throw refused("lastDay", "is before firstDay");
        }
        if (!last.isBefore(first.plusYears(1))) {
            throw refused("lastDay", "is a year or more after firstDay");
        }
        return new Annotation(
                id(body, named),
                title(body),
                readKind(body),
                first,
                last,
                names(body, "teams"),
                names(body, "features"),
                optional(body, "note", LONGEST_NOTE, true),
                link(body));
    }

    private static String id(JsonNode body, Optional<String> named) {
        String given = optional(body, "id", LONGEST_TITLE, false);
        if (!given.isEmpty() && named.isPresent() && !named.get().equals(given)) {
            throw refused("id", "is not the one in the path");
        }
        String id = named.orElse(given.isEmpty() ? UUID.randomUUID().toString() : given);
        if (!isId(id)) {
            throw refused("id", "must be lower-case letters, digits and dashes, at most 64");
        }
        return id;
    }

    private static String title(JsonNode body) {
        String title = optional(body, "title", LONGEST_TITLE, false);
        if (title.isEmpty()) {
            throw refused("title", "is missing");
        }
        return title;
    }

    private static Annotation.Kind readKind(JsonNode body) {
        String text = optional(body, "kind", LONGEST_TITLE, false);
        return text.isEmpty()
                ? Annotation.Kind.OTHER
                : Arrays.stream(Annotation.Kind.values())
                        .filter(kind -> text(kind).equals(text))
                        .findFirst()
                        .orElseThrow(
                                () -> refused("kind", "is none of demo, hackathon, talk, training, release, other"));
    }

    private static String link(JsonNode body) {
        String link = optional(body, "link", LONGEST_NOTE, false);
        if (link.isEmpty()) {
            return link;
        }
        try {
            URI uri = URI.create(link);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && Set.of("http", "https").contains(scheme)) {
                return link;
            }
        } catch (IllegalArgumentException e) {
            throw refused("link", "is not an http or https address");
        }
        throw refused("link", "is not an http or https address");
    }

    private static List<String> names(JsonNode body, String field) {
        JsonNode list = body.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST_ENTRIES) {
            throw refused(field, "is not a list of at most " + MOST_ENTRIES + " texts");
        }
        List<String> names = new ArrayList<>();
        for (JsonNode entry : list) {
            String name = clean(entry, field, LONGEST_NAME, false);
            if (name.isEmpty()) {
                throw refused(field, "holds an empty text");
            }
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static Optional<LocalDate> day(JsonNode body, String field) {
        String text = optional(body, field, LONGEST_TITLE, false);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused(field, "is not a day such as 2026-11-22");
        }
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw refused(field, "is not between " + FIRST_DAY + " and " + LAST_DAY);
        }
        return Optional.of(day);
    }

    private static String optional(JsonNode body, String field, int longest, boolean lines) {
        JsonNode value = body.path(field);
        return value.isMissingNode() || value.isNull() ? "" : clean(value, field, longest, lines);
    }

    private static String clean(JsonNode value, String field, int longest, boolean lines) {
        if (!value.isTextual()) {
            throw refused(field, "is not a text");
        }
        String text = value.textValue().strip();
        if (text.length() > longest) {
            throw refused(field, "is longer than " + longest + " characters");
        }
        boolean control = CONTROL.matcher(text).find() || (!lines && text.indexOf('\n') >= 0);
        if (control || text.codePoints().anyMatch(AnnotationReader::isLoneSurrogate)) {
            throw refused(field, "holds a character that is no text");
        }
        return text;
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** 400 about a field. */
    public static ProblemException refused(String field, String problem) {
        return Problem.of(400, "invalid-annotation", "The annotation can't be used", field + " " + problem)
                .with("field", field)
                .exception();
    }
}
