package dev.footlights.local.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * One ClickHouse for all tests of a JVM, on a directory that goes when the JVM ends. The engine starts once per process
 * by design, so tests share it and keep apart by databases of their own.
 */
public final class SharedClickHouse {
    private SharedClickHouse() {}

    /**
     * The shared ClickHouse, started at the first call. Not to be closed by its users.
     *
     * @throws EngineUnavailableException as {@link EmbeddedClickHouse#start}
     */
    public static EmbeddedClickHouse get() {
        return Holder.CLICK_HOUSE;
    }

    private static EmbeddedClickHouse start() {
        try {
            Path data = Files.createTempDirectory("footlights-clickhouse");
            EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(data, 0);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                clickHouse.close();
                                delete(data);
                            },
                            "clickhouse-stop"));
            return clickHouse;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path data) {
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            // A file of a temporary directory that stays behind is the system's to clear.
            return;
        }
    }

    private static final class Holder {
        static final EmbeddedClickHouse CLICK_HOUSE = start();
    }
}
