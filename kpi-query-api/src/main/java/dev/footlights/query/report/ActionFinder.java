package dev.footlights.query.report;

import dev.footlights.query.campaign.Champions;
import dev.footlights.query.report.WeeklyReport.Action;
import dev.footlights.query.report.words.Words;
import dev.footlights.query.teams.TeamTree;
import dev.footlights.schemas.onboarding.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Suggests what is worth doing next, each with the figure it comes from. */
final class ActionFinder {
    private static final int MOST_VISITS = 2;
    private static final int MOST_CHAMPIONS = 3;
    private static final int MOST_PAGES = 2;
    /** A drop of a team worth a visit. */
    private static final double LEAST_DROP = 0.2;
    /** A step that fewer than this part of the team have done is worth teaching. */
    private static final double WELL_KNOWN = 0.8;

    private final ReportParts parts;
    private final ReportQuestion about;
    private final TeamTree tree;
    private final Set<String> teams;

    ActionFinder(ReportParts parts, ReportQuestion about, TeamTree tree, Set<String> teams) {
        this.parts = parts;
        this.about = about;
        this.tree = tree;
        this.teams = teams;
    }

    List<Action> find(
            Move.Both teamMoves,
            List<WeeklyReport.Named> goneTeams,
            WeeklyReport.Onboarding onboarding,
            List<WeeklyReport.Item> terms,
            Measure failedRuns,
            Map<String, Long> headcounts) {
        List<Action> actions = new ArrayList<>();
        visits(teamMoves, goneTeams, actions);
        champions(actions);
        if (teams.isEmpty()) {
            teach(onboarding, headcounts.getOrDefault(about.team(), 0L), actions);
        }
        for (WeeklyReport.Item term : terms.subList(0, Math.min(MOST_PAGES, terms.size()))) {
            actions.add(new Action(
                    Action.Kind.WRITE,
                    "Write a page about “" + term.name() + "”, or give one that name: "
                            + Words.people(term.people()) + " searched for it "
                            + Words.times(term.count()) + " and found nothing.",
                    "finding",
                    Map.of()));
        }
        if (failedRuns.compared() && failedRuns.now() > failedRuns.then()) {
            actions.add(new Action(
                    Action.Kind.MEND,
                    "Look at why template runs fail: " + Words.count(failedRuns.now(), "run")
                            + " failed, in the week before " + Words.number(failedRuns.then()) + ".",
                    "templates",
                    Map.of()));
        }
        return actions;
    }

    private static void visits(Move.Both moves, List<WeeklyReport.Named> gone, List<Action> actions) {
        gone.stream()
                .limit(MOST_VISITS)
                .forEach(team -> actions.add(new Action(
                        Action.Kind.VISIT,
                        "Visit " + team.title() + ": nobody of it was there this week, in the week before "
                                + Words.people(team.previous()) + ".",
                        "teams",
                        Map.of("team", team.id()))));
        moves.down().stream()
                .filter(move -> -move.change() >= LEAST_DROP * move.measure().then()
                        && move.measure().now() > 0)
                .limit(MOST_VISITS)
                .forEach(move -> actions.add(new Action(
                        Action.Kind.VISIT,
                        "Visit " + move.title() + " and ask what changed: "
                                + Words.people(Math.round(move.measure().now())) + " came, in the week before "
                                + Words.number(move.measure().then()) + ".",
                        "teams",
                        Map.of("team", move.id()))));
    }

    /** Both teams must lie below the report's, so that a lead reads of no others. */
    private void champions(List<Action> actions) {
        if (teams.isEmpty()) {
            return;
        }
        Map<String, String> titles = new LinkedHashMap<>();
        for (Step step : parts.onboarding().checklist()) {
            titles.put(step.feature(), parts.featureTitle(step.feature()));
        }
        List<Map<String, @Nullable Object>> pairs = new Champions(
                        parts.answers(), parts.kpi("adoption-rate"), parts.floor())
                .suggestions(titles, new Champions.Wanted(true, ""), tree, about.days());
        pairs.stream()
                .filter(pair -> teams.contains(team(pair.get("strong"))) && teams.contains(team(pair.get("weak"))))
                .limit(MOST_CHAMPIONS)
                .forEach(pair -> actions.add(new Action(
                        Action.Kind.CHAMPION,
                        String.valueOf(pair.get("suggestion")),
                        "features",
                        Map.of("feature", String.valueOf(pair.get("feature"))))));
    }

    private static String team(@Nullable Object side) {
        return side instanceof Map<?, ?> team ? String.valueOf(team.get("team")) : "";
    }

    private static void teach(WeeklyReport.Onboarding onboarding, long headcount, List<Action> actions) {
        record Known(WeeklyReport.Step step, long people) {}
        List<Known> known = new ArrayList<>();
        onboarding.steps().forEach(step -> {
            Long people = step.people();
            if (people != null && people < WELL_KNOWN * headcount) {
                known.add(new Known(step, people));
            }
        });
        known.stream()
                .min(Comparator.comparingLong(Known::people))
                .ifPresent(each -> actions.add(new Action(
                        Action.Kind.TEACH,
                        "Show it to one another: " + each.step().title() + ". "
                                + (each.people() == 0
                                        ? "Nobody in the team has done it yet."
                                        : "So far " + Words.people(each.people()) + " of " + headcount
                                                + (each.people() == 1 ? " has." : " have.")),
                        "onboarding",
                        Map.of())));
    }
}
