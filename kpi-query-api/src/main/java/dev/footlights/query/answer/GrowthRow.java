package dev.footlights.query.answer;

import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Growth;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the people of a team and feature came and went in a period. The first four are withheld together when too few people
 * were active, the dormant when too few were active in the time before.
 *
 * @param label of the period
 * @param dormant active in the time before, no longer in the period
 */
public record GrowthRow(
        String label,
        String team,
        String feature,
        @Nullable Long active,
        @Nullable Long fresh,
        @Nullable Long returning,
        @Nullable Long resurrected,
        @Nullable Long dormant,
        boolean partial) {

    static GrowthRow of(Period period, Cell cell, Growth.Counts counts, Floor floor, boolean hidden) {
        boolean few = hidden || floor.withholds(counts.active());
        return new GrowthRow(
                period.label(),
                cell.team(),
                cell.feature(),
                few ? null : counts.active(),
                few ? null : counts.fresh(),
                few ? null : counts.returning(),
                few ? null : counts.resurrected(),
                floor.withholds(counts.before()) || (hidden && counts.active() > 0) ? null : counts.dormant(),
                period.partial());
    }

    /** As JSON. */
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("period", label);
        json.put("team", team);
        json.put("feature", feature);
        json.put("active", active);
        json.put("new", fresh);
        json.put("returning", returning);
        json.put("resurrected", resurrected);
        json.put("dormant", dormant);
        json.put("withheld", active == null || dormant == null);
        if (partial) {
            json.put("partial", true);
        }
        return json;
    }

    /** The fields of {@link #toJson} as a line of CSV; what is withheld is empty. */
    public String toCsv() {
        return String.join(
                ",",
                CsvAnswer.cell(label),
                CsvAnswer.cell(team),
                CsvAnswer.cell(feature),
                text(active),
                text(fresh),
                text(returning),
                text(resurrected),
                text(dormant),
                Boolean.toString(active == null || dormant == null),
                Boolean.toString(partial));
    }

    private static String text(@Nullable Long count) {
        return count == null ? "" : Long.toString(count);
    }
}
