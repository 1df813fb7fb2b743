package dev.footlights.query.request;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.request.Layout.Format;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.schemas.kpis.Kpi;
import dev.footlights.service.http.Request;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Reads the parameters of a question and fills in what isn't given. */
public final class RequestReader {
    /** Days of an answer when the request names none. */
    public static final int DEFAULT_DAYS = 28;

    private static final String ORGANISATION = "org";
    private static final int DEFAULT_PAGE = 1_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private final Clock clock;
    private final ZoneId reportingZone;
    private final int mostDays;
    private final int mostRows;

    private enum Dimension {
        TEAM,
        FEATURE
    }

    private enum Comparison {
        NONE,
        PREVIOUS
    }

    public RequestReader(Clock clock, ZoneId reportingZone, int mostDays, int mostRows) {
        this.clock = clock;
        this.reportingZone = reportingZone;
        this.mostDays = mostDays;
        this.mostRows = mostRows;
    }

    /**
     * The question of {@code /kpis/{id}}.
     *
     * @throws dev.footlights.service.http.ProblemException 400 also for what the KPI can't be asked by
     */
    public Question question(Request request, Kpi kpi) {
        Parameters parameters = new Parameters(request);
        List<Dimension> groups = parameters.choices("groupBy", Dimension.values());
        return question(
                parameters,
                kpi,
                parameters.choice("granularity", Granularity.values(), Granularity.DAY),
                groups.contains(Dimension.TEAM),
                groups.contains(Dimension.FEATURE));
    }

    /** The question of {@code /matrix}: one total for each team and feature. */
    public Question matrix(Request request, Kpi kpi) {
        if (kpi.dimensions().size() < Dimension.values().length) {
            throw Refusals.parameter("kpi", kpi.id() + " isn't counted by both team and feature");
        }
        return question(new Parameters(request), kpi, Granularity.TOTAL, true, true);
    }

    private Question question(
            Parameters parameters, Kpi kpi, Granularity granularity, boolean byTeam, boolean byFeature) {
        Days days = days(parameters);
        Question question = new Question(
                kpi,
                days.from(),
                days.to(),
                granularity,
                orDefault(parameters.list("team"), byTeam, ORGANISATION),
                orDefault(parameters.list("feature"), byFeature, FeatureRules.ALL),
                days.zone(),
                parameters.choice("compare", Comparison.values(), Comparison.NONE) == Comparison.PREVIOUS);
        KpiLimits.check(question, byTeam, byFeature);
        return question;
    }

    /** The days a request is about: the last 28 in the reporting zone when it names none. */
    public Days days(Request request) {
        return days(new Parameters(request));
    }

    private Days days(Parameters parameters) {
        ZoneId zone = parameters.zone("zone").orElse(reportingZone);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate to = parameters
                .day("to")
                .orElseGet(() -> parameters
                        .day("from")
                        .filter(from -> from.isAfter(today))
                        .orElse(today));
        LocalDate from = parameters.day("from").orElse(to.minusDays(DEFAULT_DAYS - 1));
        checkDays(from, to);
        return new Days(from, to, zone);
    }

    private void checkDays(LocalDate from, LocalDate to) {
        if (from.isBefore(FIRST_DAY) || from.isAfter(LAST_DAY)) {
            throw Refusals.parameter("from", "is not between " + FIRST_DAY + " and " + LAST_DAY);
        }
        if (to.isBefore(FIRST_DAY) || to.isAfter(LAST_DAY)) {
            throw Refusals.parameter("to", "is not between " + FIRST_DAY + " and " + LAST_DAY);
        }
        if (from.isAfter(to)) {
            throw Refusals.parameter("from", "is after to");
        }
        if (ChronoUnit.DAYS.between(from, to) >= mostDays) {
            throw Refusals.parameter("from", "is more than " + mostDays + " days before to");
        }
    }

    private static List<String> orDefault(List<String> asked, boolean all, String otherwise) {
        return asked.isEmpty() && !all ? List.of(otherwise) : asked;
    }

    /** Order, page and format. */
    public Layout layout(Request request) {
        Parameters parameters = new Parameters(request);
        return new Layout(
                parameters.choice("order", Order.values(), Order.PERIOD),
                parameters.number("limit", 1, mostRows, Math.min(DEFAULT_PAGE, mostRows)),
                parameters.number("offset", 0, Integer.MAX_VALUE, 0),
                parameters.choice("format", Format.values(), Format.JSON));
    }
}
