package dev.footlights.service.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the text of a setting into its declared type. */
final class ValueParser {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");

    private ValueParser() {}

    /** What a value of the type looks like, as the end of "…is not". */
    static String expectation(Type type) {
        if (isList(type)) {
            return "a list of values, each " + expectation(SettingLeaf.argument(type));
        }
        if (isMap(type)) {
            return "a map, or name=value pairs separated by commas";
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isEnum()) {
            return "one of " + names(wanted);
        }
        return switch (wanted.getSimpleName()) {
            case "int", "Integer" -> "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
            case "long", "Long" -> "a whole number";
            case "double", "Double" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "Duration" -> "a duration such as PT30S, 30s, 5m, 12h or 7d";
            case "ZoneId" -> "a time zone such as UTC or Europe/Paris";
            case "URI" -> "an absolute URI";
            case "Path" -> "a file path";
            default -> "text";
        };
    }

    static boolean isList(Type type) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == List.class;
    }

    static boolean isMap(Type type) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == Map.class;
    }

    /** @throws IllegalArgumentException if the text isn't of the type; the message is of no use, see {@link #expectation} */
    static Object parse(Type type, String text) {
        if (isList(type)) {
            Type element = SettingLeaf.argument(type);
            return splitAtCommas(text).stream()
                    .map(part -> parse(element, part))
                    .toList();
        }
        if (isMap(type)) {
            return pairs(text);
        }
        Class<?> wanted = (Class<?>) type;
        String value = text.strip();
        if (wanted.isEnum()) {
            return constant(wanted, value);
        }
        return switch (wanted.getSimpleName()) {
            case "String" -> text;
            case "int", "Integer" -> Integer.valueOf(value);
            case "long", "Long" -> Long.valueOf(value);
            case "double", "Double" -> finite(Double.parseDouble(value));
            case "boolean", "Boolean" -> bool(value);
            case "Duration" -> duration(value);
            case "ZoneId" -> zone(value);
            case "URI" -> absolute(URI.create(value));
            case "Path" -> Path.of(value);
            default -> throw new IllegalStateException("settings records can't hold " + wanted);
        };
    }

    private static List<String> splitAtCommas(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : splitAtCommas(text)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException();
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equalsIgnoreCase(text.replace('_', '-')))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(ValueParser::name).collect(Collectors.joining(", "));
    }

    /** An enum constant as settings spell it: {@code read-committed}. */
    static String name(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private static Duration duration(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text);
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeException exception) {
            throw new IllegalArgumentException(exception);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException exception) {
            throw new IllegalArgumentException(exception);
        }
    }

    private static URI absolute(URI uri) {
        if (!uri.isAbsolute()) {
            throw new IllegalArgumentException();
        }
        return uri;
    }
}
