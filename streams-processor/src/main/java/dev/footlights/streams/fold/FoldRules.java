package dev.footlights.streams.fold;

import java.time.Duration;
import java.time.ZoneId;

/**
 * What may be set about counting.
 *
 * @param zone the reporting zone, in which rollups are cut
 * @param sessionGap from this on a person has begun another session, and looks at the same page anew
 * @param searchPause from this on a person has begun another search
 */
public record FoldRules(ZoneId zone, Duration sessionGap, Duration searchPause) {
    /** UTC, 30 minutes, 2 seconds. */
    public static final FoldRules USUAL =
            new FoldRules(ZoneId.of("UTC"), Duration.ofMinutes(30), Duration.ofSeconds(2));
}
