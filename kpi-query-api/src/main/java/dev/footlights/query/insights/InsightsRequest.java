package dev.footlights.query.insights;

import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.request.Days;
import dev.footlights.query.request.Layout.Format;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
import dev.footlights.service.http.Request;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the dashboard asks.
 *
 * @param grouping of the buckets, where there are any
 * @param limit rows of a list
 * @param kind of the entities, lower case; all when empty
 */
public record InsightsRequest(
        Type type, Days days, Grouping grouping, int limit, Optional<String> kind, Format format) {
    private static final int DEFAULT_LIMIT = 3;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    /** The seven queries. */
    public enum Type {
        TOTAL_USERS,
        ACTIVE_USERS,
        TOP_PLUGINS,
        TOP_TEMPLATES,
        TOP_TECHDOCS,
        TOP_SEARCHES,
        TOP_CATALOG_ENTITIES;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a request; what can't be used is refused with 400.
     *
     * @param zone when none is asked
     * @param mostDays between the dates
     * @param mostRows of a list
     */
    public static InsightsRequest read(Request request, ZoneId zone, int mostDays, int mostRows) {
        Parameters parameters = new Parameters(request);
        Days days = days(parameters, zone, mostDays);
        return new InsightsRequest(
                type(parameters),
                days,
                parameters.choice("grouping", Grouping.values(), Grouping.of(days)),
                parameters.number("limit", 1, mostRows, Math.min(DEFAULT_LIMIT, mostRows)),
                parameters.text("kind").map(kind -> kind.toLowerCase(Locale.ROOT)),
                parameters.choice("format", Format.values(), Format.JSON));
    }

    private static Type type(Parameters parameters) {
        List<String> types = Arrays.stream(Type.values()).map(Type::text).toList();
        String asked = parameters.text("type").orElseThrow(() -> required("type"));
        return Arrays.stream(Type.values())
                .filter(type -> type.text().equals(asked))
                .findFirst()
                .orElseThrow(() -> Refusals.parameter("type", asked, types));
    }

    private static Days days(Parameters parameters, ZoneId otherwise, int mostDays) {
        LocalDate from = day(parameters, "start_date");
        LocalDate to = day(parameters, "end_date");
        if (from.isAfter(to)) {
            throw Refusals.parameter("start_date", "is after end_date");
        }
        if (ChronoUnit.DAYS.between(from, to) >= mostDays) {
            throw Refusals.parameter("start_date", "is more than " + mostDays + " days before end_date");
        }
        return new Days(from, to, parameters.zone("timezone").orElse(otherwise));
    }

    private static LocalDate day(Parameters parameters, String name) {
        LocalDate day = parameters.day(name).orElseThrow(() -> required(name));
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw Refusals.parameter(name, "is not between " + FIRST_DAY + " and " + LAST_DAY);
        }
        return day;
    }

    private static RuntimeException required(String name) {
        return Refusals.parameter(name, "is missing");
    }

    /** The periods of the days, each a bucket. */
    List<Period> buckets() {
        return new PeriodCutter(days.zone()).cut(grouping.granularity(), days.from(), days.to());
    }

    /** How a bucket is called. */
    String date(Period bucket) {
        return grouping.date(bucket, days);
    }
}
