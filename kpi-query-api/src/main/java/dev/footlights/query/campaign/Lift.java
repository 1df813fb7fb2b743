package dev.footlights.query.campaign;

import dev.footlights.query.privacy.Floor;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Slots;
import dev.footlights.query.teams.TeamTree;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What changed for the teams that were invited, beyond what changed for the others: a difference in differences.
 *
 * <p>Compared are the leaf teams of the catalog with a headcount of at least the floor, and of at least 1. A team's figure
 * is what it did in a week per person of its headcount: the sum, or the week's active people. {@code before} is its mean over
 * the weeks that end the day before the first day, {@code after} over those that begin the day after the last. Every team
 * weighs the same. The interval is Welch's over the teams' changes.
 */
public final class Lift {
    private static final int FEWEST_TEAMS = 3;
    private static final String ORGANISATION = "org";
    private static final String METHOD = "difference in differences over teams, each team weighing the same;"
            + " 95 % interval by Welch's t on the teams' changes";

    private final ClickHouse clickHouse;
    private final Floor floor;

    public Lift(ClickHouse clickHouse, Floor floor) {
        this.clickHouse = clickHouse;
        this.floor = floor;
    }

    /**
     * What is asked.
     *
     * @param feature one, or {@code *}
     * @param weeks on either side
     */
    public record Question(Annotation annotation, LiftMeasure measure, String feature, int weeks, ZoneId zone) {
        LocalDate beforeBegins() {
            return annotation.firstDay().minusWeeks(weeks);
        }

        LocalDate afterBegins() {
            return annotation.lastDay().plusDays(1);
        }

        Instant afterEnds() {
            return afterBegins().plusWeeks(weeks).atStartOfDay(zone).toInstant();
        }

        Slots slots(LocalDate begin) {
            return new Slots(
                    IntStream.range(0, weeks)
                            .mapToObj(week ->
                                    begin.plusWeeks(week).atStartOfDay(zone).toEpochSecond())
                            .toList(),
                    begin.plusWeeks(weeks).atStartOfDay(zone).toEpochSecond());
        }
    }

    private record Side(List<String> teams, long headcount, List<Double> before, List<Double> after) {
        List<Double> changes() {
            return IntStream.range(0, before.size())
                    .mapToObj(team -> after.get(team) - before.get(team))
                    .toList();
        }
    }

    /**
     * Adds the lift to an answer, or why there is none.
     *
     * @param known everything before this moment is counted
     */
    public void addTo(
            Map<String, @Nullable Object> body,
            Question question,
            TeamTree tree,
            Map<String, Long> headcounts,
            Instant known) {
        List<String> invitedTeams = question.annotation().teams();
        if (invitedTeams.isEmpty() || invitedTeams.contains(ORGANISATION)) {
            refuse(body, "everybody was invited, so there is nobody to compare with");
            return;
        }
        if (known.isBefore(question.afterEnds())) {
            refuse(body, "the weeks after it aren't over yet");
            return;
        }
        List<String> invited = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String team : tree.leaves()) {
            if (headcounts.getOrDefault(team, 0L) >= Math.max(1, floor.people())) {
                boolean was = tree.lineage(team).stream().anyMatch(invitedTeams::contains);
                (was ? invited : others).add(team);
            }
        }
        if (invited.size() < FEWEST_TEAMS || others.size() < FEWEST_TEAMS) {
            refuse(
                    body,
                    "it takes " + FEWEST_TEAMS + " teams of enough people on each side; there are " + invited.size()
                            + " invited and " + others.size() + " others");
            return;
        }
        if (tooFew(question, invited) || tooFew(question, others)) {
            refuse(body, "too few people of one side were active");
            body.put("withheld", true);
            return;
        }
        compare(body, side(question, invited, headcounts), side(question, others, headcounts));
    }

    private static void refuse(Map<String, @Nullable Object> body, String why) {
        body.put("lift", null);
        body.put("why", why);
        body.put("withheld", false);
    }

    private boolean tooFew(Question question, List<String> teams) {
        return List.of(question.beforeBegins(), question.afterBegins()).stream()
                .anyMatch(begin ->
                        clickHouse.run(new PeopleActive(teams, question.feature(), question.slots(begin))).stream()
                                .anyMatch(floor::withholds));
    }

    private Side side(Question question, List<String> teams, Map<String, Long> headcounts) {
        return new Side(
                teams,
                teams.stream()
                        .mapToLong(team -> headcounts.getOrDefault(team, 0L))
                        .sum(),
                figures(question, teams, headcounts, question.beforeBegins()),
                figures(question, teams, headcounts, question.afterBegins()));
    }

    private List<Double> figures(Question question, List<String> teams, Map<String, Long> headcounts, LocalDate begin) {
        Map<String, Double> amounts = new HashMap<>();
        clickHouse
                .run(new WeeklyUse(question.measure(), teams, question.feature(), question.slots(begin)))
                .forEach(week -> amounts.merge(week.team(), week.amount(), Double::sum));
        return teams.stream()
                .map(team -> amounts.getOrDefault(team, 0.0) / question.weeks() / headcounts.getOrDefault(team, 1L))
                .toList();
    }

    private static void compare(Map<String, @Nullable Object> body, Side invited, Side others) {
        Welch welch = Welch.of(invited.changes(), others.changes());
        body.put("lift", welch.difference());
        body.put("low", welch.low());
        body.put("high", welch.high());
        body.put("degreesOfFreedom", welch.degrees());
        body.put("method", METHOD);
        body.put("invited", json(invited));
        body.put("others", json(others));
        body.put("withheld", false);
    }

    private static Map<String, Object> json(Side side) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("teams", side.teams().size());
        json.put("headcount", side.headcount());
        json.put("before", Welch.mean(side.before()));
        json.put("after", Welch.mean(side.after()));
        json.put("change", Welch.mean(side.changes()));
        return json;
    }
}
