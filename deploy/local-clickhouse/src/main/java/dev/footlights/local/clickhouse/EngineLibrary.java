package dev.footlights.local.clickhouse;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the engine's shared library, which npm brings as one package per platform. */
final class EngineLibrary {
    /** Names the library's file outright; wins over the search in {@code node_modules}. */
    static final String LOCATION_VARIABLE = "FOOTLIGHTS_CLICKHOUSE_LIBRARY";

    private static final String MODULE = "deploy/local-clickhouse";

    private EngineLibrary() {}

    /**
     * The library for this machine.
     *
     * @throws EngineUnavailableException when there is none, saying what is missing and what to run
     */
    static Path find() {
        String named = System.getenv(LOCATION_VARIABLE);
        if (named != null && !named.isBlank()) {
            Path library = Path.of(named);
            if (Files.isRegularFile(library)) {
                return library.toAbsolutePath();
            }
            throw new EngineUnavailableException(LOCATION_VARIABLE + " names " + library + ", which is not a file.");
        }
        String platform = platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        Path inModule = Path.of("node_modules", "@chdb", "lib-" + platform, "libchdb.so");
        Set<Path> starts = new LinkedHashSet<>();
        Path own = ownLocation();
        if (own != null) {
            starts.add(own);
        }
        starts.add(Path.of("").toAbsolutePath());
        for (Path start : starts) {
            Path found = searchUpwards(start, inModule);
            if (found != null) {
                return found;
            }
        }
        throw new EngineUnavailableException("The ClickHouse engine for " + platform + " is not installed: no "
                + Path.of(MODULE).resolve(inModule) + " above " + starts + ". Run `npm ci` in " + MODULE
                + " (the Maven build does), or set " + LOCATION_VARIABLE + " to the library's file.");
    }

    /**
     * The name of the npm package's platform for a JVM's {@code os.name} and {@code os.arch}.
     *
     * @throws EngineUnavailableException when the engine isn't published for it
     */
    static String platform(String operatingSystem, String architecture) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        String processor = switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x64" -> "x64";
            case "aarch64", "arm64" -> "arm64";
            default -> "";
        };
        if (!processor.isEmpty() && system.contains("linux")) {
            return "linux-" + processor + "-gnu";
        }
        if (!processor.isEmpty() && (system.contains("mac") || system.contains("darwin"))) {
            return "darwin-" + processor;
        }
        throw new EngineUnavailableException("The ClickHouse engine is published for Linux (glibc) and macOS on x64 and"
                + " arm64, not for " + operatingSystem + " on " + architecture
                + ". Point clickhouse.url at a ClickHouse server instead.");
    }

    private static @Nullable Path searchUpwards(Path start, Path inModule) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            for (Path candidate :
                    Set.of(folder.resolve(inModule), folder.resolve(MODULE).resolve(inModule))) {
                if (Files.isRegularFile(candidate)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    private static @Nullable Path ownLocation() {
        try {
            var source = EngineLibrary.class.getProtectionDomain().getCodeSource();
            return source == null ? null : Path.of(source.getLocation().toURI()).toAbsolutePath();
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return null;
        }
    }
}
