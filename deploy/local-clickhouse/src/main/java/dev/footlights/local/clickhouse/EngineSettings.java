package dev.footlights.local.clickhouse;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the engine is set up for a developer's machine: few threads, a small share of its memory, all times in UTC. */
final class EngineSettings {
    /** The zone in which times without a zone are read and written. */
    static final String ZONE = "UTC";

    private static final long GIBIBYTE = 1L << 30;
    private static final long MEBIBYTE = 1L << 20;

    /** Settings of each connection; a request may change others for its own time, but ends with these again. */
    static final Map<String, String> PER_CONNECTION = Map.of(
            "session_timezone", ZONE,
            // An insert is answered when it is stored, not when it is queued.
            "async_insert", "0",
            "max_threads", "2",
            "max_insert_threads", "1");

    private EngineSettings() {}

    /** The engine's arguments for a data directory. */
    static List<String> arguments(Path data) {
        long memory = Math.clamp(physicalMemory() / 4, GIBIBYTE, 4 * GIBIBYTE);
        List<String> arguments = new ArrayList<>(List.of(
                "--path=" + data,
                "--max_server_memory_usage=" + memory,
                "--background_pool_size=2",
                "--background_schedule_pool_size=4",
                "--mark_cache_size=" + 64 * MEBIBYTE,
                "--index_mark_cache_size=" + 16 * MEBIBYTE,
                "--primary_index_cache_size=" + 64 * MEBIBYTE));
        PER_CONNECTION.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return List.copyOf(arguments);
    }

    private static long physicalMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 8 * GIBIBYTE;
    }
}
