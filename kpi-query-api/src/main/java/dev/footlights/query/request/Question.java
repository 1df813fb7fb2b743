package dev.footlights.query.request;

import dev.footlights.query.period.Granularity;
import dev.footlights.schemas.kpis.Kpi;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What is asked about a KPI, without how the answer is laid out.
 *
 * @param from first day
 * @param to last day
 * @param teams asked by name; empty for all when grouped by team, else never
 * @param features asked by name; empty for all when grouped by feature, else never
 * @param zone in which days and periods are cut
 * @param compare whether each period is compared with the one before
 */
public record Question(
        Kpi kpi,
        LocalDate from,
        LocalDate to,
        Granularity granularity,
        List<String> teams,
        List<String> features,
        ZoneId zone,
        boolean compare) {
    public Question {
        teams = List.copyOf(teams);
        features = List.copyOf(features);
    }
}
