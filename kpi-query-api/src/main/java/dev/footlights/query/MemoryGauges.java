package dev.footlights.query;

import dev.footlights.query.presence.Attendance;
import dev.footlights.query.rollups.Rollups;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Tells what is held in memory. */
final class MemoryGauges {
    private MemoryGauges() {}

    static void register(MeterRegistry registry, Rollups rollups, Attendance attendance) {
        Gauge.builder(
                        "footlights.query.copies.in.memory",
                        () -> (rollups.isInMemory() ? 1 : 0) + (attendance.isInMemory() ? 1 : 0))
                .description("Of rollups and presence, how many are held in memory")
                .register(registry);
        Gauge.builder("footlights.query.cells.in.memory", rollups::cellsInMemory)
                .description("Periods of teams and features whose rollups are held in memory")
                .register(registry);
        Gauge.builder("footlights.query.people.in.memory", attendance::peopleInMemory)
                .description("People of teams and features whose days are held in memory")
                .register(registry);
    }
}
