package dev.footlights.query.answer;

import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Growth;
import dev.footlights.query.period.Period;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.GrowthPart;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the people of a team and feature came and went in a period; what isn't told of them is null.
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

    static GrowthRow of(Period period, Cell cell, Growth.Counts counts, Floor floor, Set<GrowthPart> hidden) {
        boolean few = floor.withholds(counts.active());
        boolean fewBefore = floor.withholds(counts.before());
        return new GrowthRow(
                period.label(),
                cell.team(),
                cell.feature(),
                told(counts.active(), few || hidden.contains(GrowthPart.ACTIVE)),
                told(counts.fresh(), few || hidden.contains(GrowthPart.NEW)),
                told(counts.returning(), few || hidden.contains(GrowthPart.RETURNING)),
                told(counts.resurrected(), few || hidden.contains(GrowthPart.RESURRECTED)),
                told(counts.dormant(), fewBefore || hidden.contains(GrowthPart.DORMANT)),
                period.partial());
    }

    private static @Nullable Long told(long people, boolean withheld) {
        return withheld ? null : people;
    }

    private boolean withheld() {
        return Stream.of(active, fresh, returning, resurrected, dormant).anyMatch(Objects::isNull);
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
        json.put("withheld", withheld());
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
                Boolean.toString(withheld()),
                Boolean.toString(partial));
    }

    private static String text(@Nullable Long count) {
        return count == null ? "" : Long.toString(count);
    }
}
