package dev.footlights.query.alert;

import dev.footlights.query.alert.AlertSettings.Kind;
import dev.footlights.query.alert.AlertSettings.Rule;
import dev.footlights.query.answer.Answer;
import dev.footlights.query.answer.Answers;
import dev.footlights.query.answer.Row;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.report.words.Words;
import dev.footlights.query.request.Question;
import dev.footlights.schemas.kpis.Kpi;
import dev.footlights.schemas.kpis.KpiCatalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds rules against the figures that the API answers. Only periods that are over, and counted to their end, are looked at. */
public final class Evaluation {
    private static final double PERCENT = 100;
    /** Enough to hold a whole month and the one before. */
    private static final int DAYS_BACK = 63;

    private final Answers answers;
    private final KpiCatalogue kpis;
    private final ZoneId reportingZone;
    private final Clock clock;

    public Evaluation(Answers answers, KpiCatalogue kpis, ZoneId reportingZone, Clock clock) {
        this.answers = answers;
        this.kpis = kpis;
        this.reportingZone = reportingZone;
        this.clock = clock;
    }

    /**
     * How a rule stands now.
     *
     * @throws dev.footlights.service.http.ProblemException when its team, feature or KPI can't be asked
     */
    public Verdict of(Rule rule) {
        Optional<Instant> asOf = answers.asOf();
        if (asOf.isEmpty()) {
            return Verdict.cannotTell("", false, "Nothing has been counted yet.");
        }
        Instant now = clock.instant();
        Instant known = asOf.get().isBefore(now) ? asOf.get() : now;
        return rule.kind() == Kind.SILENCE ? silence(rule, known, now) : period(rule, known);
    }

    private Kpi kpi(Rule rule) {
        return kpis.kpi(rule.kpi()).orElseThrow();
    }

    private ZoneId zone(Rule rule) {
        return rule.zone().orElse(reportingZone);
    }

    private Verdict period(Rule rule, Instant known) {
        ZoneId zone = zone(rule);
        LocalDate today = LocalDate.ofInstant(known, zone);
        Optional<Period> last = new PeriodCutter(zone)
                .cut(rule.granularity(), today.minusDays(DAYS_BACK), today).stream()
                        .filter(period -> !period.partial() && !period.end().isAfter(known))
                        .reduce((first, second) -> second);
        if (last.isEmpty()) {
            return Verdict.cannotTell("", false, "No whole period is over yet.");
        }
        Period period = last.get();
        LocalDate from = LocalDate.ofInstant(period.start(), zone);
        LocalDate to = LocalDate.ofInstant(period.end().minusMillis(1), zone);
        Answer answer = ask(rule, from, to, rule.granularity(), rule.kind() == Kind.DROP);
        Row row = answer.rows().stream()
                .filter(each -> each.start().equals(period.start()))
                .findFirst()
                .orElseThrow();
        return judge(rule, answer.unit(), row);
    }

    private Answer ask(Rule rule, LocalDate from, LocalDate to, Granularity granularity, boolean compare) {
        return answers.answer(new Question(
                kpi(rule), from, to, granularity, List.of(rule.team()), List.of(rule.feature()), zone(rule), compare));
    }

    private Verdict judge(Rule rule, String unit, Row row) {
        boolean withheld = row.withheldBecause() != null || row.previousWithheld();
        Number value = row.value();
        Number previous = row.previous();
        if (value == null || (rule.kind() == Kind.DROP && previous == null)) {
            return Verdict.cannotTell(
                    row.period(),
                    withheld,
                    withheld ? "A figure is withheld, so nothing can be told." : "There is no figure for this period.");
        }
        String shown = kpi(rule).name() + " in the " + rule.granularity().text() + " of " + row.period() + ": "
                + Words.value(value.doubleValue(), unit);
        return switch (rule.kind()) {
            case DROP -> drop(rule, unit, row, shown, value, previous == null ? 0 : previous);
            case ABOVE ->
                limit(
                        rule,
                        unit,
                        row,
                        shown,
                        value,
                        value.doubleValue() > rule.limit().orElseThrow());
            case BELOW ->
                limit(
                        rule,
                        unit,
                        row,
                        shown,
                        value,
                        value.doubleValue() < rule.limit().orElseThrow());
            case SILENCE -> throw new IllegalStateException("a silence isn't about a period");
        };
    }

    private static Verdict drop(Rule rule, String unit, Row row, String shown, Number value, Number previous) {
        double before = previous.doubleValue();
        double fallen = before <= 0 ? 0 : (before - value.doubleValue()) / before * PERCENT;
        boolean broken = before > 0 && fallen >= rule.percent().orElseThrow();
        String sentence = shown + ", in the one before " + Words.value(before, unit)
                + (before > 0 ? " (" + Words.growth(value.doubleValue(), before) + ")" : "")
                + ". The rule is broken by a drop of "
                + Words.number(rule.percent().orElseThrow()) + "\u00a0% or more.";
        return verdict(broken, row.period(), value, previous, sentence);
    }

    private static Verdict limit(Rule rule, String unit, Row row, String shown, Number value, boolean broken) {
        String sentence = shown + ". The rule is broken "
                + (rule.kind() == Kind.ABOVE ? "above " : "below ")
                + Words.value(rule.limit().orElseThrow(), unit) + ".";
        return verdict(broken, row.period(), value, null, sentence);
    }

    private static Verdict verdict(
            boolean broken, String period, @Nullable Number value, @Nullable Number previous, String sentence) {
        return new Verdict(broken ? Verdict.State.FIRING : Verdict.State.OK, period, value, previous, false, sentence);
    }

    private Verdict silence(Rule rule, Instant known, Instant now) {
        Duration allowed = rule.silentFor().orElseThrow();
        Instant begin = now.minus(allowed);
        String since = "since " + begin.truncatedTo(ChronoUnit.MINUTES);
        if (known.isBefore(begin)) {
            return new Verdict(
                    Verdict.State.FIRING,
                    "as of " + known.truncatedTo(ChronoUnit.MINUTES),
                    null,
                    null,
                    false,
                    "The figures are as of " + known + ": that is longer ago than "
                            + Words.duration((double) allowed.toMinutes()) + ", so what happened since isn't known.");
        }
        ZoneId zone = zone(rule);
        boolean byDay = "day".equals(kpi(rule).finest());
        Duration length = byDay ? Duration.ofDays(1) : Duration.ofHours(1);
        // With the period that the silence would begin in, so that it is never thought longer than it is.
        List<Row> rows = ask(
                        rule,
                        LocalDate.ofInstant(begin, zone),
                        LocalDate.ofInstant(now, zone),
                        byDay ? Granularity.DAY : Granularity.HOUR,
                        false)
                .rows()
                .stream()
                .filter(row -> row.start().plus(length).isAfter(begin))
                .toList();
        boolean withheld = rows.stream().anyMatch(row -> row.withheldBecause() != null);
        double sum = rows.stream()
                .map(Row::value)
                .mapToDouble(value -> value == null ? 0 : value.doubleValue())
                .sum();
        String name = kpi(rule).name();
        if (sum > 0) {
            return new Verdict(
                    Verdict.State.OK, since, sum, null, false, name + " " + since + ": " + Words.number(sum) + ".");
        }
        if (withheld) {
            return Verdict.cannotTell(since, true, "A figure is withheld, so nothing can be told.");
        }
        String first = rows.stream()
                .min(Comparator.comparing(Row::start))
                .map(Row::period)
                .orElse(since);
        return new Verdict(
                Verdict.State.FIRING,
                "from " + first,
                0,
                null,
                false,
                name + ": nothing was counted from " + first + " on.");
    }
}
