package dev.footlights.query.figures;

import dev.footlights.query.QuerySettings;
import dev.footlights.query.store.ClickHouse;
import java.time.Clock;
import java.time.ZoneId;

/** What readers are made of. */
public record ReaderParts(ClickHouse clickHouse, QuerySettings settings, Clock clock) {
    ZoneId reportingZone() {
        return settings.reporting().zone();
    }
}
