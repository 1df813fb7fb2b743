package dev.footlights.query.report;

import dev.footlights.query.campaign.Annotation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A team's week in figures. What isn't told anywhere else isn't in here either.
 *
 * @param asOf every event received before it is counted; empty as long as that can't be said
 * @param complete whether everything received in the week is counted
 * @param floor people of the smallest group that is told
 * @param measures the KPIs of the team, in the order of the report
 * @param people active in each of the last weeks, the report's week last; weeks before the first use are left out
 * @param saved minutes saved in the same weeks
 * @param kpis that moved most
 * @param teams below the team that moved most, by active people
 * @param features that moved most, by active people
 * @param newTeams with people there now and nobody in the week before
 * @param goneTeams with people there in the week before and nobody now
 * @param onboarding as {@code /onboarding} answers
 * @param terms searched for without a result
 * @param withheldTerms how many more aren't told; null when none is
 * @param templates run most
 * @param health as {@code /data-health} answers; empty for a team, whose lead the whole's books don't concern
 */
public record WeeklyReport(
        IsoWeek week,
        ZoneId zone,
        Team team,
        Optional<Instant> asOf,
        boolean complete,
        int floor,
        List<Measure> measures,
        List<Point> people,
        List<Point> saved,
        Move.Both kpis,
        Move.Both teams,
        Move.Both features,
        List<Named> newTeams,
        List<Named> goneTeams,
        List<Named> newFeatures,
        List<Named> goneFeatures,
        Onboarding onboarding,
        List<Item> terms,
        @Nullable Integer withheldTerms,
        List<Item> templates,
        List<Campaign> campaigns,
        List<Action> actions,
        Optional<Health> health) {
    public WeeklyReport {
        measures = List.copyOf(measures);
        people = List.copyOf(people);
        saved = List.copyOf(saved);
        newTeams = List.copyOf(newTeams);
        goneTeams = List.copyOf(goneTeams);
        newFeatures = List.copyOf(newFeatures);
        goneFeatures = List.copyOf(goneFeatures);
        terms = List.copyOf(terms);
        templates = List.copyOf(templates);
        campaigns = List.copyOf(campaigns);
        actions = List.copyOf(actions);
    }

    /**
     * Whom the report is about.
     *
     * @param hasTeams whether other teams lie below it
     */
    public record Team(String ref, String title, long headcount, boolean organisation, boolean hasTeams) {}

    /**
     * A figure of one week.
     *
     * @param value null when withheld
     */
    public record Point(IsoWeek week, @Nullable Number value, boolean withheld) {}

    /** A team or feature with its people this week and in the week before. */
    public record Named(String id, String title, long value, long previous) {}

    /**
     * An item of a list.
     *
     * @param previous count of the week before; null when withheld
     */
    public record Item(
            String name, long count, long people, @Nullable Long previous) {}

    /**
     * How far the team's people have come over the checklist.
     *
     * @param progress share of all steps that are done; null when withheld or there is no headcount
     * @param steps in order
     * @param activated of the newcomers whose first seven days are over; null when withheld
     * @param json the whole, as the API answers
     */
    public record Onboarding(
            @Nullable Double progress,
            boolean withheld,
            List<Step> steps,
            long joined,
            long due,
            @Nullable Long activated,
            Map<String, @Nullable Object> json) {
        public Onboarding {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of the checklist.
     *
     * @param people null when withheld
     * @param link where it is taught; may be empty
     */
    public record Step(
            String feature,
            String title,
            String link,
            @Nullable Long people) {}

    /**
     * Something that was done to spread the portal.
     *
     * @param lift change of the invited beyond the others' per person and week; null when it can't be told
     * @param low of the interval of 95 %
     * @param why there is no lift; empty when there is one
     * @param weeks compared on either side
     * @param before mean of the team's active people over the weeks before; null when not told
     */
    public record Campaign(
            Annotation annotation,
            int weeks,
            @Nullable Double lift,
            @Nullable Double low,
            @Nullable Double high,
            String why,
            @Nullable Double before,
            @Nullable Double after) {}

    /** Something worth doing next. */
    public record Action(Kind kind, String sentence, String view, Map<String, String> about) {
        /** What it asks for. */
        public enum Kind {
            VISIT,
            CHAMPION,
            WRITE,
            TEACH,
            MEND
        }
    }

    /**
     * What became of the events that were received in the week.
     *
     * @param withoutTeam share of counted events; null when withheld or nothing was counted
     */
    public record Health(
            long received,
            long rejected,
            long late,
            long duplicate,
            long counted,
            @Nullable Double withoutTeam,
            boolean booksBalance,
            Map<String, Long> rejectedByReason) {
        public Health {
            rejectedByReason = Map.copyOf(rejectedByReason);
        }
    }

    /** A KPI of the team. */
    public Measure measure(String kpi) {
        return measures.stream()
                .filter(measure -> measure.kpi().id().equals(kpi))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the report has no " + kpi));
    }
}
