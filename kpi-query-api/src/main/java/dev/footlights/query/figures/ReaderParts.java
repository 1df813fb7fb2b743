package dev.footlights.query.figures;

import dev.footlights.query.QuerySettings;
import dev.footlights.query.presence.Attendance;
import dev.footlights.query.rollups.Rollups;
import dev.footlights.query.store.ClickHouse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * What readers are made of.
 *
 * @param checklist features that people are to unlock; not empty
 */
public record ReaderParts(
        ClickHouse clickHouse,
        Rollups rollups,
        Attendance attendance,
        QuerySettings settings,
        List<String> checklist,
        Clock clock) {
    public ReaderParts {
        checklist = List.copyOf(checklist);
    }

    ZoneId reportingZone() {
        return settings.reporting().zone();
    }
}
