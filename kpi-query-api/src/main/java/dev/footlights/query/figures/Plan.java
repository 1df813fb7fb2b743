package dev.footlights.query.figures;

import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which periods are read from the rollups and which are not. Rollups are kept for whole periods of the reporting zone;
 * everything else is worked out from facts or presence.
 *
 * @param rollups in order, perhaps with gaps
 * @param rest in order, perhaps with gaps
 */
public record Plan(List<Period> rollups, List<Period> rest) {
    public Plan {
        rollups = List.copyOf(rollups);
        rest = List.copyOf(rest);
    }

    /** Decides by length, completeness and zone. */
    public static Plan of(Asked asked, ZoneId reportingZone) {
        boolean kept = asked.granularity() != Granularity.TOTAL && asked.cutAs(reportingZone);
        List<Period> rollups = new ArrayList<>();
        List<Period> rest = new ArrayList<>();
        for (Period period : asked.periods()) {
            (kept && !period.partial() ? rollups : rest).add(period);
        }
        return new Plan(rollups, rest);
    }

    /** Periods in runs without a gap. */
    public static List<List<Period>> runs(List<Period> periods) {
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
