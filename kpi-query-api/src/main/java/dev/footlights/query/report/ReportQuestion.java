package dev.footlights.query.report;

import dev.footlights.query.request.Days;
import java.time.ZoneId;

/**
 * What a report is asked about.
 *
 * @param team one that there is
 * @param zone in which the week is cut
 */
public record ReportQuestion(IsoWeek week, String team, ZoneId zone) {
    Days days() {
        return new Days(week.monday(), week.sunday(), zone);
    }

    Days daysBefore() {
        return new Days(week.plus(-1).monday(), week.plus(-1).sunday(), zone);
    }
}
