package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.features.Activity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Cleans events: feature, item, teams and kind are decided here, once. For one thread. */
public final class UsageReader {
    /** Minutes beyond which a template's claim is cut, so that sums can't overflow: about 1,900 years of work. */
    static final double MOST_MINUTES = 1e9;

    private static final int MICRO_DIGITS = 6;

    private final FeatureNames features;
    private final TeamSets teamSets;

    public UsageReader(FeatureNames features, TeamSets teamSets) {
        this.features = features;
        this.teamSets = teamSets;
    }

    public Usage read(UsageEvent event) {
        TeamSet teams = teamSets.of(event.getTeams());
        Activity activity = Activity.of(event);
        Usage.Kind kind = kindOf(event);
        Double value = event.getValue();
        return new Usage(
                event.getOccurredAt().toEpochMilli(),
                event.getReceivedAt().toEpochMilli(),
                event.getActor(),
                event.getImportId(),
                event.getSessionId(),
                teams,
                features.of(event),
                activity.action(),
                kind == Usage.Kind.SEARCH ? "" : activity.item(),
                kind,
                event.getSubject(),
                value != null && value == 0,
                kind == Usage.Kind.TEMPLATE_RUN ? microMinutes(value) : 0,
                SurveyAnswers.of(event, teams));
    }

    private static Usage.Kind kindOf(UsageEvent event) {
        if (event.getAction().equals("navigate")) {
            return Usage.Kind.NAVIGATE;
        }
        if (event.getAction().equals("search")) {
            return Usage.Kind.SEARCH;
        }
        if (Activity.isTemplateRun(event)) {
            return Usage.Kind.TEMPLATE_RUN;
        }
        if (Activity.isDiscover(event)) {
            return Usage.Kind.DISCOVER;
        }
        return Activity.isInteraction(event) ? Usage.Kind.INTERACTION : Usage.Kind.OTHER;
    }

    /** Minutes in millionths, rounded half to even on the decimal number that was sent; none or no number is 0. */
    static long microMinutes(@Nullable Double minutes) {
        if (minutes == null || !Double.isFinite(minutes)) {
            return 0;
        }
        double cut = Math.clamp(minutes, -MOST_MINUTES, MOST_MINUTES);
        return BigDecimal.valueOf(cut)
                .movePointRight(MICRO_DIGITS)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
