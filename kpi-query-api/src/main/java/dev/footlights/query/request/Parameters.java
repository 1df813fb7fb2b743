package dev.footlights.query.request;

import dev.footlights.service.http.Request;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads single query parameters; what can't be used is refused with 400. Unknown parameters are ignored. */
public final class Parameters {
    private static final int MOST_VALUES = 500;
    private static final int QUARTER_HOUR_SECONDS = 900;

    private final Request request;

    public Parameters(Request request) {
        this.request = request;
    }

    /** Not blank when present. */
    public Optional<String> text(String name) {
        return request.queryParameter(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    public Optional<LocalDate> day(String name) {
        return text(name).map(value -> {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw Refusals.parameter(name, "is not a day such as 2026-11-22");
            }
        });
    }

    /** A region such as Europe/Paris, or an offset of whole quarter hours. */
    public Optional<ZoneId> zone(String name) {
        return text(name).map(value -> {
            if (ZoneId.getAvailableZoneIds().contains(value)) {
                return ZoneId.of(value);
            }
            try {
                ZoneOffset offset = ZoneOffset.of(value);
                if (offset.getTotalSeconds() % QUARTER_HOUR_SECONDS == 0) {
                    return offset.getTotalSeconds() == 0 ? ZoneId.of("UTC") : offset;
                }
            } catch (DateTimeException e) {
                throw Refusals.parameter(name, value, ZoneId.getAvailableZoneIds());
            }
            throw Refusals.parameter(name, "must be a whole number of quarter hours from UTC");
        });
    }

    /** A whole number within bounds. */
    public int number(String name, int least, int most, int otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outside(name, least, most);
        }
        throw outside(name, least, most);
    }

    private static RuntimeException outside(String name, int least, int most) {
        return Refusals.parameter(name, "is not a whole number from " + least + " to " + most);
    }

    /** One of an enum's constants, written in lower case with dashes. */
    public <E extends Enum<E>> E choice(String name, E[] choices, E otherwise) {
        return text(name).map(value -> choose(name, value, choices)).orElse(otherwise);
    }

    /** Several of an enum's constants. */
    public <E extends Enum<E>> List<E> choices(String name, E[] choices) {
        return list(name).stream().map(value -> choose(name, value, choices)).toList();
    }

    private static <E extends Enum<E>> E choose(String name, String value, E[] choices) {
        return Arrays.stream(choices)
                .filter(choice -> spelt(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> Refusals.parameter(
                        name,
                        value,
                        Arrays.stream(choices).map(Parameters::spelt).toList()));
    }

    private static String spelt(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Values of a parameter that may be repeated and may hold several, separated by commas; each once, in order. */
    public List<String> list(String name) {
        List<String> values = request.queryParameters().getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .limit(MOST_VALUES + 1L)
                .toList();
        if (values.size() > MOST_VALUES) {
            throw Refusals.parameter(name, "has more than " + MOST_VALUES + " values");
        }
        return values;
    }
}
