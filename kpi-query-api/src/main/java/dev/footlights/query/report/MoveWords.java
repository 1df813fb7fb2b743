package dev.footlights.query.report;

import dev.footlights.query.report.document.Block;
import dev.footlights.query.report.document.Block.Paragraph;
import dev.footlights.query.report.document.Block.Points;
import dev.footlights.query.report.document.Chart;
import dev.footlights.query.report.document.Document.Section;
import dev.footlights.query.report.document.Span;
import dev.footlights.query.report.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What moved, in words. */
final class MoveWords {
    private final WeeklyReport report;
    private final StoryLinks links;

    MoveWords(WeeklyReport report, StoryLinks links) {
        this.report = report;
        this.links = links;
    }

    Optional<Section> section() {
        List<List<Span>> points = new ArrayList<>();
        Stream.concat(report.kpis().up().stream(), report.kpis().down().stream())
                .forEach(move -> points.add(kpi(move)));
        List<Block> blocks = new ArrayList<>();
        if (points.isEmpty() && report.teams().isEmpty() && report.features().isEmpty()) {
            return Optional.empty();
        }
        if (points.isEmpty()) {
            blocks.add(Paragraph.of("No figure of the whole moved by 5\u00a0% or more."));
        } else {
            blocks.add(new Points(points));
        }
        add(blocks, report.teams(), "Teams by people in the portal", "Teams", "teams", "team");
        add(blocks, report.features(), "Features by people", "Features", "features", "feature");
        return Optional.of(new Section("moves", "What moved most", blocks));
    }

    private List<Span> kpi(Move move) {
        Measure measure = move.measure();
        List<Span> spans = new ArrayList<>();
        boolean up = measure.change() > 0;
        spans.add(Span.strong(move.title() + (up ? " rose" : " fell")));
        spans.add(Span.of(" from " + Words.value(measure.then(), measure.unit()) + " to "
                + Words.value(measure.now(), measure.unit()) + ": "
                + Words.change(measure.now(), measure.then(), measure.unit()) + "."));
        if (!move.drivers().isEmpty()) {
            spans.add(Span.of(
                    " It " + (up ? "rose" : "fell") + " most in " + drivers(move.drivers(), measure.unit()) + "."));
        }
        Meanings.of(measure).ifPresent(meaning -> spans.add(Span.of(" " + meaning)));
        return spans;
    }

    private static String drivers(List<Move.Driver> drivers, String unit) {
        return Words.list(drivers.stream()
                .map(driver -> driver.title() + " (" + plainChange(driver, unit) + ")")
                .toList());
    }

    private static String plainChange(Move.Driver driver, String unit) {
        return Words.change(driver.value(), driver.previous(), unit).replaceAll(" \\(.*\\)$", "");
    }

    private void add(List<Block> blocks, Move.Both moves, String title, String what, String view, String parameter) {
        if (moves.isEmpty()) {
            return;
        }
        List<Chart.Change> changes = new ArrayList<>();
        List<String> told = new ArrayList<>();
        List<Move> down = new ArrayList<>(moves.down());
        Collections.reverse(down);
        Stream.concat(moves.up().stream(), down.stream()).forEach(move -> {
            Measure measure = move.measure();
            changes.add(new Chart.Change(move.title(), measure.then(), measure.now()));
            told.add(move.title() + " from " + Words.number(measure.then()) + " to " + Words.number(measure.now()));
        });
        blocks.add(new Block.Picture(
                new Chart.Changes(title + ", week before → this week", changes),
                title + ": " + String.join(", ", told) + "."));
        List<List<Span>> points = new ArrayList<>();
        if (!moves.up().isEmpty()) {
            points.add(sentence(what + " that grew most: ", moves.up(), view, parameter));
        }
        if (!moves.down().isEmpty()) {
            points.add(sentence(what + " that lost most: ", moves.down(), view, parameter));
        }
        blocks.add(new Points(points));
    }

    private List<Span> sentence(String beginning, List<Move> moves, String view, String parameter) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.strong(beginning));
        for (int index = 0; index < moves.size(); index++) {
            Move move = moves.get(index);
            spans.add(links.maybe(view, Map.of(parameter, move.id()), move.title()));
            String carried = move.drivers().isEmpty()
                    ? ""
                    : ", most in "
                            + Words.list(move.drivers().stream()
                                    .map(driver -> driver.title() + " " + Words.signed(driver.change()))
                                    .toList());
            spans.add(Span.of(" " + Words.signed(move.change()) + " ("
                    + Words.number(move.measure().then()) + " → "
                    + Words.people(Math.round(move.measure().now())) + carried + ")"
                    + (index == moves.size() - 1 ? "." : "; ")));
        }
        return spans;
    }

    /** Teams and features that began or ended. */
    Optional<Section> arrivals() {
        List<List<Span>> points = new ArrayList<>();
        arrived(points, "New this week", "team", report.newTeams(), "teams");
        arrived(points, "New this week", "feature", report.newFeatures(), "features");
        left(points, "team", report.goneTeams(), "teams");
        left(points, "feature", report.goneFeatures(), "features");
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("arrivals", "New and gone", List.of(new Points(points))));
    }

    private void arrived(
            List<List<Span>> points, String when, String noun, List<WeeklyReport.Named> named, String view) {
        if (!named.isEmpty()) {
            points.add(names(
                    when + ", with nobody in the week before: " + some(named.size(), noun) + " ",
                    named,
                    noun,
                    view,
                    false));
        }
    }

    private void left(List<List<Span>> points, String noun, List<WeeklyReport.Named> named, String view) {
        if (!named.isEmpty()) {
            points.add(names(
                    "Gone this week, with people in the week before: " + some(named.size(), noun) + " ",
                    named,
                    noun,
                    view,
                    true));
        }
    }

    private static String some(int count, String noun) {
        return count == 1 ? "the " + noun : "the " + noun.toLowerCase(Locale.ROOT) + "s";
    }

    private List<Span> names(
            String beginning, List<WeeklyReport.Named> named, String parameter, String view, boolean gone) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.of(beginning));
        for (int index = 0; index < named.size(); index++) {
            WeeklyReport.Named each = named.get(index);
            spans.add(links.maybe(view, Map.of(parameter, each.id()), each.title()));
            boolean last = index == named.size() - 1;
            boolean beforeLast = index == named.size() - 2;
            spans.add(Span.of(" (" + Words.people(gone ? each.previous() : each.value()) + ")"
                    + (last ? "." : beforeLast ? " and " : ", ")));
        }
        return spans;
    }
}
