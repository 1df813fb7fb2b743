package dev.footlights.query.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footlights.query.campaign.Annotation;
import dev.footlights.query.campaign.Lift;
import dev.footlights.query.campaign.LiftMeasure;
import dev.footlights.query.teams.TeamTree;
import dev.footlights.schemas.features.FeatureRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the campaigns of the last weeks and what they lifted. */
final class CampaignReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WEEKS_BACK = 8;
    private static final int WEEKS_COMPARED = 4;
    private static final int MOST_CAMPAIGNS = 5;

    private final ReportParts parts;
    private final ReportQuestion about;
    private final TeamTree tree;
    private final boolean organisation;

    CampaignReader(ReportParts parts, ReportQuestion about, TeamTree tree, boolean organisation) {
        this.parts = parts;
        this.about = about;
        this.tree = tree;
        this.organisation = organisation;
    }

    /**
     * Campaigns that the team was invited to, the latest first. The lift compares the invited with the others, so only the
     * organisation is told it; a team is told its own people before and after.
     *
     * @param people active in the team by week
     */
    List<WeeklyReport.Campaign> read(List<WeeklyReport.Point> people, Map<String, Long> headcounts, Instant known) {
        List<WeeklyReport.Campaign> campaigns = new ArrayList<>();
        Set<String> around = new HashSet<>(tree.lineage(about.team()));
        tree.below(about.team()).forEach(team -> around.add(team.team()));
        for (Annotation annotation : parts.annotations().all()) {
            boolean recent =
                    annotation.lastDay().isAfter(about.week().plus(-WEEKS_BACK).sunday())
                            && !annotation.firstDay().isAfter(about.week().sunday());
            boolean invited = organisation
                    || annotation.teams().isEmpty()
                    || annotation.teams().stream().anyMatch(around::contains);
            if (recent && invited && campaigns.size() < MOST_CAMPAIGNS) {
                campaigns.add(organisation ? lifted(annotation, headcounts, known) : ownWeeks(annotation, people));
            }
        }
        return campaigns;
    }

    private WeeklyReport.Campaign lifted(Annotation annotation, Map<String, Long> headcounts, Instant known) {
        int weeks = WEEKS_COMPARED;
        while (weeks > 1 && known.isBefore(afterEnds(annotation, weeks))) {
            weeks--;
        }
        String feature =
                annotation.features().size() == 1 ? annotation.features().getFirst() : FeatureRules.ALL;
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        new Lift(parts.clickHouse(), parts.floor())
                .addTo(
                        body,
                        new Lift.Question(annotation, LiftMeasure.ACTIVE_USERS, feature, weeks, about.zone()),
                        tree,
                        headcounts,
                        known);
        JsonNode lift = JSON.valueToTree(body);
        return new WeeklyReport.Campaign(
                annotation,
                weeks,
                number(lift.path("lift")),
                number(lift.path("low")),
                number(lift.path("high")),
                lift.path("why").asText(""),
                number(lift.at("/invited/before")),
                number(lift.at("/invited/after")));
    }

    private Instant afterEnds(Annotation annotation, int weeks) {
        return annotation
                .lastDay()
                .plusDays(1)
                .plusWeeks(weeks)
                .atStartOfDay(about.zone())
                .toInstant();
    }

    private static WeeklyReport.Campaign ownWeeks(Annotation annotation, List<WeeklyReport.Point> people) {
        List<WeeklyReport.Point> before = people.stream()
                .filter(point -> point.week().sunday().isBefore(annotation.firstDay()))
                .toList();
        List<WeeklyReport.Point> after = people.stream()
                .filter(point -> point.week().monday().isAfter(annotation.lastDay()))
                .limit(WEEKS_COMPARED)
                .toList();
        List<WeeklyReport.Point> last = before.subList(Math.max(0, before.size() - WEEKS_COMPARED), before.size());
        return new WeeklyReport.Campaign(
                annotation,
                after.size(),
                null,
                null,
                null,
                last.isEmpty() ? "there is no whole week before it to compare with" : "",
                mean(last),
                mean(after));
    }

    private static @Nullable Double mean(List<WeeklyReport.Point> points) {
        double sum = 0;
        for (WeeklyReport.Point point : points) {
            Number value = point.value();
            if (value == null) {
                return null;
            }
            sum += value.doubleValue();
        }
        return points.isEmpty() ? null : sum / points.size();
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : null;
    }
}
