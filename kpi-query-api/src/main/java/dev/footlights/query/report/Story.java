package dev.footlights.query.report;

import dev.footlights.query.privacy.Reason;
import dev.footlights.query.report.document.Block;
import dev.footlights.query.report.document.Block.Mood;
import dev.footlights.query.report.document.Block.Notice;
import dev.footlights.query.report.document.Block.Paragraph;
import dev.footlights.query.report.document.Block.Points;
import dev.footlights.query.report.document.Document;
import dev.footlights.query.report.document.Document.Section;
import dev.footlights.query.report.document.Span;
import dev.footlights.query.report.words.Words;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells a report in words: what changed, what carried it, and what may be done. */
public final class Story {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final List<String> TILES = List.of(
            "active-users", "adoption-rate", "new-users", "minutes-saved", "template-runs", "search-success-rate");

    private final WeeklyReport report;
    private final StoryLinks links;
    private final String days;

    private Story(WeeklyReport report, PageLinks links) {
        this.report = report;
        this.links = new StoryLinks(
                links, new ReportQuestion(report.week(), report.team().ref(), report.zone()));
        this.days = Words.days(report.week().monday(), report.week().sunday());
    }

    /** The report as a message. */
    public static Document tell(WeeklyReport report, PageLinks links) {
        return new Story(report, links).document();
    }

    private Document document() {
        List<Section> sections = new ArrayList<>();
        if (!quiet()) {
            MoveWords moves = new MoveWords(report, links);
            moves.section().ifPresent(sections::add);
            moves.arrivals().ifPresent(sections::add);
        }
        ProgrammeWords programme = new ProgrammeWords(report, links);
        programme.actions().ifPresent(sections::add);
        if (!quiet()) {
            programme.saved().ifPresent(sections::add);
            programme.finding().ifPresent(sections::add);
        }
        programme.onboarding().ifPresent(sections::add);
        programme.campaigns().ifPresent(sections::add);
        sections.add(programme.health(asOf()));
        return new Document(title(), scope(), headline(), opening(), sections, footer());
    }

    /** Whether nobody was there and nothing is kept back. */
    private boolean quiet() {
        Measure people = report.measure("active-users");
        return !people.withheld() && people.value() != null && people.now() == 0;
    }

    private String title() {
        String begin = report.team().organisation() ? "Portal" : report.team().title() + ": portal";
        return begin + " adoption in week " + report.week().week() + ", "
                + report.week().year();
    }

    private String scope() {
        return report.team().title() + ", week " + report.week().label() + ": " + days + ", days in "
                + report.zone().getId() + ". Compared with the week before.";
    }

    private List<Span> headline() {
        List<Span> spans = new ArrayList<>();
        Measure people = report.measure("active-users");
        String whom = report.team().organisation() ? "" : " of " + report.team().title();
        if (people.withheld()) {
            spans.add(Span.of("How many people" + whom + " used the portal in this week (" + days + ") isn't told: "
                    + because(people) + "."));
            return spans;
        }
        if (people.now() == 0) {
            spans.add(Span.strong("Nobody" + whom + " used the portal"));
            spans.add(Span.of(" in this week (" + days + ")" + so() + before(people) + "."));
            return spans;
        }
        spans.add(Span.strong(Words.people(Math.round(people.now())) + whom + " used the portal"));
        spans.add(Span.of(" in this week (" + days + ")" + so() + comparison(people) + "."));
        adoption(spans);
        flow(spans);
        return spans;
    }

    private String so() {
        return report.complete() ? "" : " so far";
    }

    private static String before(Measure people) {
        if (!people.compared()) {
            return "";
        }
        return people.then() == 0
                ? ", and nobody in the week before"
                : ", in the week before " + Words.people(Math.round(people.then()));
    }

    private static String comparison(Measure people) {
        if (!people.compared()) {
            return people.previousWithheld() ? "; how many in the week before isn't told" : "";
        }
        double change = people.change();
        if (people.then() == 0) {
            return ", and nobody in the week before";
        }
        if (change == 0) {
            return ", as many as in the week before";
        }
        return ": " + Words.number(Math.abs(change)) + (change > 0 ? " more" : " fewer") + " than the "
                + Words.number(people.then()) + " of the week before (" + Words.growth(people.now(), people.then())
                + ")";
    }

    private void adoption(List<Span> spans) {
        Measure rate = report.measure("adoption-rate");
        if (rate.value() != null && report.team().headcount() > 0) {
            spans.add(Span.of(" That is " + Words.percent(rate.now()) + " of the "
                    + Words.people(report.team().headcount())
                    + (report.team().organisation() ? " in the catalog." : " in the team.")));
        }
    }

    private void flow(List<Span> spans) {
        Measure fresh = report.measure("new-users");
        Measure gone = report.measure("dormant-users");
        List<String> parts = new ArrayList<>();
        if (fresh.value() != null && fresh.now() > 0) {
            long people = Math.round(fresh.now());
            parts.add(Words.people(people) + (people == 1 ? " was" : " were") + " there for the first time");
        }
        if (gone.value() != null && gone.now() > 0) {
            parts.add(Words.people(Math.round(gone.now())) + " of the week before stayed away");
        }
        if (!parts.isEmpty()) {
            spans.add(Span.of(" " + Words.list(parts) + "."));
        }
    }

    private List<Block> opening() {
        List<Block> blocks = new ArrayList<>();
        if (!report.complete()) {
            blocks.add(new Notice(
                    report.asOf().isEmpty()
                            ? "Nothing has been counted yet: the figures below are empty, not zero."
                            : "These figures are not complete: what was received after "
                                    + moment(report.asOf().get())
                                    + " isn't in them yet, so the comparison with the week before isn't fair."));
        }
        if (!quiet()) {
            blocks.add(new Block.Tiles(TILES.stream()
                    .map(report::measure)
                    .map(measure -> tile(measure, report.floor()))
                    .toList()));
        }
        TrendCharts.people(report).ifPresent(blocks::add);
        if (!report.complete() || quiet()) {
            return blocks;
        }
        links.to("overview", "See the week on the page").ifPresent(span -> blocks.add(new Paragraph(List.of(span))));
        return blocks;
    }

    private static Block.Tile tile(Measure measure, int floor) {
        String label = measure.kpi().name();
        String definition = measure.kpi().definition();
        if (measure.withheld()) {
            return new Block.Tile(label, "not told", because(measure, floor), Mood.PLAIN, definition);
        }
        if (measure.value() == null) {
            return new Block.Tile(label, "–", "nothing to work it out from", Mood.PLAIN, definition);
        }
        String note = measure.compared()
                ? Words.change(measure.now(), measure.then(), measure.unit())
                : measure.previousWithheld() ? "week before not told" : "nothing to compare with";
        return new Block.Tile(label, Words.value(measure.now(), measure.unit()), note, mood(measure), definition);
    }

    static Mood mood(Measure measure) {
        if (!measure.compared() || measure.change() == 0) {
            return Mood.PLAIN;
        }
        return switch (measure.kpi().better()) {
            case UP -> measure.change() > 0 ? Mood.GOOD : Mood.BAD;
            case DOWN -> measure.change() < 0 ? Mood.GOOD : Mood.BAD;
            case NONE -> Mood.PLAIN;
        };
    }

    private String because(Measure measure) {
        return because(measure, report.floor());
    }

    private static String because(Measure measure, int floor) {
        return measure.withheldBecause() == Reason.NEIGHBOURS
                ? "a small figure beside it could be worked out with it"
                : "a figure about fewer than " + floor + " people is kept back";
    }

    private String asOf() {
        return report.asOf().map(this::moment).orElse("not known");
    }

    private String moment(Instant at) {
        ZonedDateTime time = at.atZone(report.zone());
        return MOMENT.format(time) + " (" + report.zone().getId() + ")";
    }

    private List<Block> footer() {
        List<List<Span>> points = new ArrayList<>();
        points.add(
                List.of(Span.of("All figures: " + scope() + " Everything received before " + asOf() + " is counted.")));
        if (report.floor() > 1) {
            points.add(List.of(Span.of("A figure about fewer than " + report.floor()
                    + " people isn't told, nor one that it could be worked out from.")));
        }
        points.add(List.of(Span.of("People are counted once, however often they came: people of several teams or"
                + " features don't add up to the whole.")));
        links.to("overview", Map.of(), "These figures on the page").ifPresent(span -> points.add(List.of(span)));
        return List.of(new Points(points));
    }
}
