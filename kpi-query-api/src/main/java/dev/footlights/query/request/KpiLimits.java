package dev.footlights.query.request;

import dev.footlights.query.period.Granularity;
import dev.footlights.schemas.features.FeatureRules;
import dev.footlights.schemas.kpis.Kpi;
import java.util.List;

/** What a KPI can be asked by, as the catalogue says. */
final class KpiLimits {
    private static final String ORGANISATION = "org";

    private KpiLimits() {}

    /** Refuses with 400 what the KPI has no meaning for. */
    static void check(Question question, boolean byTeam, boolean byFeature) {
        Kpi kpi = question.kpi();
        if (question.granularity() == Granularity.HOUR && "day".equals(kpi.finest())) {
            throw Refusals.parameter(
                    "granularity", "can't be hour: " + kpi.id() + " has a meaning for days and longer");
        }
        checkDimension(kpi, "team", byTeam, question.teams(), ORGANISATION);
        checkDimension(kpi, "feature", byFeature, question.features(), FeatureRules.ALL);
    }

    private static void checkDimension(Kpi kpi, String dimension, boolean grouped, List<String> asked, String whole) {
        if (kpi.dimensions().contains(dimension)) {
            return;
        }
        if (grouped) {
            throw Refusals.parameter(
                    "groupBy", "can't be " + dimension + ": " + kpi.id() + " isn't counted by " + dimension);
        }
        if (!asked.equals(List.of(whole))) {
            throw Refusals.parameter(
                    dimension, "can only be " + whole + ": " + kpi.id() + " isn't counted by " + dimension);
        }
    }
}
