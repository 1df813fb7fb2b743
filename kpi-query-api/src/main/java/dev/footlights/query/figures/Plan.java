package dev.footlights.query.figures;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which periods are read from the rollups and which from the facts. Rollups are kept for whole periods of the reporting
 * zone; everything else is worked out from facts.
 *
 * @param rollups in order, perhaps with gaps
 * @param facts runs of periods that follow one another without a gap
 */
public record Plan(List<Period> rollups, List<List<Period>> facts) {
    public Plan {
        rollups = List.copyOf(rollups);
        facts = facts.stream().map(List::copyOf).toList();
    }

    /** Decides by measure, length, completeness and zone. */
    public static Plan of(
            Measure measure, Granularity granularity, List<Period> periods, ZoneId zone, ZoneId reportingZone) {
        boolean kept = measure.rolledUp()
                && granularity != Granularity.TOTAL
                && zone.getRules().equals(reportingZone.getRules());
        List<Period> rollups = new ArrayList<>();
        List<Period> rest = new ArrayList<>();
        for (Period period : periods) {
            (kept && !period.partial() ? rollups : rest).add(period);
        }
        return new Plan(rollups, runs(rest));
    }

    private static List<List<Period>> runs(List<Period> periods) {
        List<List<Period>> runs = new ArrayList<>();
        for (Period period : periods) {
            if (runs.isEmpty() || !runs.getLast().getLast().end().equals(period.start())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(period);
        }
        return runs;
    }
}
