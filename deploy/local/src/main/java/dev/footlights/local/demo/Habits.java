package dev.footlights.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What people of a team do in the portal, and how often: each team is strong in some features and weak in others. */
final class Habits {
    private static final int TEMPLATES = 3;
    private static final int KUBERNETES = 4;
    private static final int COST = 8;

    /** How often the average team does each, in the order of the scenarios. */
    private static final double[] USUAL = {3.0, 2.2, 2.0, 0.5, 0.9, 1.1, 0.6, 0.8, 0.25, 0.3, 0.3, 0.2};

    private final DemoPlan plan;
    private final Set<String> invited;
    private final List<Scenario> scenarios;

    Habits(DemoPlan plan, Organisation organisation) {
        List<Team> teams = organisation.leaves();
        this.plan = plan;
        this.invited =
                teams.stream().filter(Hackathon::invites).map(Team::name).collect(Collectors.toUnmodifiableSet());
        this.scenarios = List.of(
                new CatalogScenario(teams),
                new DocsScenario(teams),
                new SearchScenario(teams),
                new TemplateScenario(0.5),
                new TabScenario(
                        teams, Page.KUBERNETES, "kubernetes", List.of("Pods", "Show logs", "Crashed containers")),
                new TabScenario(teams, Page.CI_CD, "ci-cd", List.of("Re-run workflow", "View logs", "main")),
                new TabScenario(teams, Page.QUALITY, "code-quality", List.of("Coverage", "Bugs", "View more")),
                new TabScenario(teams, Page.DEFINITION, "definition", List.of("Try it out", "Raw", "Schemas")),
                new PageScenario(Page.COST, "/cost-insights", "Cost insights", List.of("Last 30 days", "Compute")),
                new PageScenario(Page.RADAR, "/tech-radar", "Tech radar", List.of("Kotlin", "Kafka", "Terraform")),
                new PageScenario(Page.NOTIFICATIONS, "/notifications", "Notifications", List.of("Mark as read")),
                new PageScenario(Page.SETTINGS, "/settings", "Settings", List.of("Dark theme", "Pin sidebar")));
    }

    /** What this visitor does next. */
    Scenario next(Trail.Visitor visitor, LocalDate day, Chance chance) {
        double[] weights = IntStream.range(0, USUAL.length)
                .mapToDouble(
                        index -> USUAL[index] * strength(visitor.team(), index) * season(visitor.team(), day, index))
                .toArray();
        return scenarios.get(chance.weighted(weights));
    }

    /** From a tenth of the usual to two and a half times as much; most teams lie in between. */
    private double strength(String team, int scenario) {
        long letters = team.chars().asLongStream().reduce(7, (sum, letter) -> sum * 31 + letter);
        double fraction = Chance.of(plan.seed(), 3, letters, scenario).fraction();
        return fraction < 0.15 ? 0.1 : 0.4 + 2.1 * fraction * fraction;
    }

    /** Templates are what a hackathon begins with, most of all for those who are invited; Kubernetes and cost were rolled out during the weeks. */
    private double season(String team, LocalDate day, int scenario) {
        return switch (scenario) {
            case TEMPLATES -> plan.hackathon(day) ? invited.contains(team) ? 9.0 : 3.0 : 1.0;
            case KUBERNETES -> 0.3 + 1.4 * plan.progress(day);
            case COST -> plan.progress(day) < 0.4 ? 0.0 : 1.5;
            default -> 1.0;
        };
    }
}
