package dev.footlights.query.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footlights.query.answer.Directory;
import dev.footlights.query.company.Company;
import dev.footlights.query.health.DataHealth;
import dev.footlights.query.onboarding.OnboardingReader;
import dev.footlights.query.teams.TeamTree;
import dev.footlights.query.top.Item;
import dev.footlights.query.top.Top;
import dev.footlights.query.top.TopList;
import dev.footlights.query.top.TopOrder;
import dev.footlights.query.top.TopQuestion;
import dev.footlights.query.top.TopReader;
import dev.footlights.query.top.TopRow;
import dev.footlights.schemas.features.FeatureRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a report through the parts that answer the API, so that its figures are theirs and are withheld alike. */
public final class ReportReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ACTIVE = "active-users";
    private static final String FAILED_RUNS = "template-runs-failed";
    private static final int TREND_WEEKS = 12;
    private static final int MOST_ITEMS = 5;

    /** In the order of the report. */
    private static final List<String> MEASURES = List.of(
            ACTIVE,
            "adoption-rate",
            "new-users",
            "dormant-users",
            "stickiness",
            "sessions",
            "page-views",
            "template-runs",
            FAILED_RUNS,
            "minutes-saved",
            "money-saved",
            "searches",
            "zero-result-searches",
            "search-success-rate",
            "checklist-progress",
            "activation-rate");

    private final ReportParts parts;
    private final TopReader lists;

    public ReportReader(ReportParts parts) {
        this.parts = parts;
        this.lists = new TopReader(parts.clickHouse(), parts.settings().limits().cells());
    }

    /**
     * Reads one.
     *
     * @throws dev.footlights.service.http.ProblemException 404 for a team that there is not
     * @throws dev.footlights.query.store.UnavailableException while ClickHouse doesn't answer
     */
    public WeeklyReport read(ReportQuestion about) {
        Optional<Instant> asOf = parts.answers().asOf();
        Directory directory = parts.answers().directory();
        directory.check(List.of(about.team()), List.of());
        Map<String, Long> headcounts = parts.answers().headcounts();
        TeamTree tree = new TeamTree(directory.rosterTeams());
        boolean organisation = about.team().equals(Directory.ORGANISATION);
        Set<String> teams = leavesBelow(about.team(), tree, organisation);
        Figures figures = new Figures(parts, about);
        MoveFinder moves = new MoveFinder(parts, figures, tree, teams, about);

        List<Measure> measures = MEASURES.stream().map(figures::ofTeam).toList();
        List<Measure> byTeam = teams.isEmpty() ? List.of() : figures.byTeam(ACTIVE, FeatureRules.ALL);
        List<Measure> ownTeams =
                byTeam.stream().filter(each -> teams.contains(each.team())).toList();
        List<Measure> byFeature = figures.byFeature(ACTIVE, about.team());
        List<WeeklyReport.Point> people = begun(figures.weekly(ACTIVE, TREND_WEEKS));
        Function<Measure, WeeklyReport.Named> team = each -> named(each, each.team(), tree.title(each.team()));
        Function<Measure, WeeklyReport.Named> feature =
                each -> named(each, each.feature(), parts.featureTitle(each.feature()));
        List<WeeklyReport.Named> goneTeams = named(ownTeams, ReportReader::ended, team);
        Move.Both teamMoves = moves.teams(ownTeams);
        Top terms = top(TopList.ZERO_RESULT_TERMS, about);
        WeeklyReport.Onboarding onboarding = onboarding(about);
        Measure failedRuns = measures.get(MEASURES.indexOf(FAILED_RUNS));
        Instant now = parts.clock().instant();
        Instant known = asOf.filter(moment -> moment.isBefore(now)).orElse(now);
        return new WeeklyReport(
                about.week(),
                about.zone(),
                new WeeklyReport.Team(
                        about.team(),
                        title(about.team(), tree),
                        headcounts.getOrDefault(about.team(), 0L),
                        organisation,
                        !teams.isEmpty()),
                asOf,
                asOf.isPresent() && !asOf.get().isBefore(about.week().end(about.zone())),
                parts.floor().people(),
                measures,
                people,
                lastOf(figures.weekly("minutes-saved", TREND_WEEKS), people.size()),
                moves.kpis(measures),
                teamMoves,
                moves.features(byFeature),
                named(ownTeams, ReportReader::begun, team),
                goneTeams,
                named(byFeature, ReportReader::begun, feature),
                named(byFeature, ReportReader::ended, feature),
                onboarding,
                items(terms),
                terms.withheld(),
                items(top(TopList.TEMPLATES, about)),
                new CampaignReader(parts, about, tree, organisation).read(people, headcounts, known),
                new ActionFinder(parts, about, tree, teams)
                        .find(teamMoves, goneTeams, onboarding, items(terms), failedRuns, headcounts),
                organisation ? Optional.of(health(about, asOf)) : Optional.empty());
    }

    /** Leaf teams that a report may name: those below its own. */
    private static Set<String> leavesBelow(String team, TeamTree tree, boolean organisation) {
        Set<String> leaves = new TreeSet<>(tree.leaves());
        if (!organisation) {
            Set<String> below = new TreeSet<>();
            tree.below(team).forEach(each -> below.add(each.team()));
            leaves.retainAll(below);
        }
        return leaves;
    }

    private static String title(String team, TeamTree tree) {
        return switch (team) {
            case Directory.ORGANISATION -> tree.title(team).equals(team) ? "The whole organisation" : tree.title(team);
            case Directory.UNASSIGNED -> "People without a team";
            default -> tree.title(team);
        };
    }

    /** From the first week with anything in it, or withheld. */
    private static List<WeeklyReport.Point> begun(List<WeeklyReport.Point> points) {
        int first = 0;
        while (first < points.size() - 1 && empty(points.get(first))) {
            first++;
        }
        return points.subList(first, points.size());
    }

    private static boolean empty(WeeklyReport.Point point) {
        Number value = point.value();
        return value != null && value.doubleValue() == 0;
    }

    private static List<WeeklyReport.Point> lastOf(List<WeeklyReport.Point> points, int weeks) {
        return points.subList(Math.max(0, points.size() - weeks), points.size());
    }

    private static boolean begun(Measure measure) {
        return measure.compared() && measure.then() == 0 && measure.now() > 0;
    }

    private static boolean ended(Measure measure) {
        return measure.compared() && measure.then() > 0 && measure.now() == 0;
    }

    private static List<WeeklyReport.Named> named(
            List<Measure> measures, Predicate<Measure> condition, Function<Measure, WeeklyReport.Named> naming) {
        return measures.stream()
                .filter(condition)
                .map(naming)
                .sorted(Comparator.comparing(WeeklyReport.Named::title))
                .toList();
    }

    private static WeeklyReport.Named named(Measure measure, String id, String title) {
        return new WeeklyReport.Named(id, title, Math.round(measure.now()), Math.round(measure.then()));
    }

    private Top top(TopList list, ReportQuestion about) {
        return lists.read(
                new TopQuestion(
                        list.listing(),
                        about.team(),
                        company(about),
                        about.days().period()),
                Optional.of(about.daysBefore().period()));
    }

    private Company company(ReportQuestion about) {
        return parts.answers()
                .company(
                        List.of(about.team()),
                        parts.answers().directory(),
                        about.days().zone());
    }

    private static List<WeeklyReport.Item> items(Top top) {
        return top.told(TopOrder.COUNT).stream()
                .limit(MOST_ITEMS)
                .map(ReportReader::item)
                .toList();
    }

    private static WeeklyReport.Item item(TopRow row) {
        Item item = Objects.requireNonNull(row.item());
        return new WeeklyReport.Item(item.name(), item.count(), item.people(), row.previous());
    }

    private WeeklyReport.Onboarding onboarding(ReportQuestion about) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        new OnboardingReader(
                        parts.clickHouse(),
                        parts.clock(),
                        parts.settings().reporting().zone())
                .addTo(body, about.team(), company(about), parts.onboarding().checklist(), about.days());
        JsonNode json = JSON.valueToTree(body);
        List<WeeklyReport.Step> steps = new ArrayList<>();
        json.path("features")
                .forEach(step -> steps.add(new WeeklyReport.Step(
                        step.path("feature").asText(),
                        step.path("title").asText(),
                        step.path("link").asText(""),
                        count(step.path("people")))));
        return new WeeklyReport.Onboarding(
                json.path("progress").isNumber() ? json.path("progress").doubleValue() : null,
                json.path("withheld").asBoolean(),
                steps,
                json.at("/newcomers/joined").asLong(),
                json.at("/newcomers/within7Days/due").asLong(),
                count(json.at("/newcomers/within7Days/activated")),
                body);
    }

    private static @Nullable Long count(JsonNode node) {
        return node.isNumber() ? node.longValue() : null;
    }

    private WeeklyReport.Health health(ReportQuestion about, Optional<Instant> asOf) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        new DataHealth(parts.clickHouse(), parts.floor(), parts.clock()).addTo(body, about.days(), asOf);
        JsonNode json = JSON.valueToTree(body);
        Map<String, Long> reasons = new TreeMap<>();
        json.path("rejectedByReason")
                .properties()
                .forEach(each -> reasons.put(each.getKey(), each.getValue().asLong()));
        JsonNode share = json.at("/withoutTeam/share");
        return new WeeklyReport.Health(
                json.path("received").asLong(),
                json.path("rejected").asLong(),
                json.path("late").asLong(),
                json.path("duplicate").asLong(),
                json.path("counted").asLong(),
                share.isNumber() ? share.doubleValue() : null,
                json.at("/equations/received/holds").asBoolean()
                        && json.at("/equations/accepted/holds").asBoolean(),
                reasons);
    }
}
