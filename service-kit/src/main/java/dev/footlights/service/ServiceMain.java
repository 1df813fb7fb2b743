package dev.footlights.service;

import dev.footlights.service.settings.SettingsException;
import dev.footlights.service.settings.SettingsPrinter;
import dev.footlights.service.settings.SettingsReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main method of every service: {@code [--config FILE] [--print-config] [--help] [--version]}. SIGTERM and SIGINT stop
 * it in order.
 *
 * @param <R> the service's settings
 */
public final class ServiceMain<R extends Record> {
    /** Stopped as asked. */
    public static final int CLEAN = 0;
    /** Failed at the start or while it ran. */
    public static final int FAILED = 1;
    /** The settings or the arguments can't be used; nothing was started. */
    public static final int MISUSED = 2;

    /** A part that hangs in its stop is given up after this. */
    private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(ServiceMain.class);

    private final String name;
    private final Class<R> settingsType;
    private final Starter<R> starter;

    /** Starts a service: wires its parts, registers each with the lifecycle, returns when it serves. */
    @FunctionalInterface
    public interface Starter<R extends Record> {
        /**
         * Starts the service.
         *
         * @throws Exception if it can't start; what was registered is stopped and the process ends with 1
         */
        void start(R settings, Lifecycle lifecycle) throws Exception;
    }

    ServiceMain(String name, Class<R> settingsType, Starter<R> starter) {
        this.name = name;
        this.settingsType = settingsType;
        this.starter = starter;
    }

    /** Runs a service until it is stopped, then ends the process with one of the exit codes above. */
    public static <R extends Record> void run(
            String name, Class<R> settingsType, Starter<R> starter, String... arguments) {
        Lifecycle lifecycle = new Lifecycle();
        Thread hook = new Thread(() -> stopOnSignal(lifecycle), "stop");
        ServiceMain<R> main = new ServiceMain<>(name, settingsType, starter);
        Runtime.getRuntime().addShutdownHook(hook);
        Thread.ofVirtual().name("stop-limit").start(() -> haltIfStopHangs(lifecycle));
        int code = main.execute(lifecycle, System.getenv(), System.out, System.err, arguments);
        System.out.flush();
        // Not System.exit: it would wait for the hook, which waits for this thread; all is stopped by now.
        Runtime.getRuntime().halt(code);
    }

    /** A signal would end the JVM with 143; the main thread ends it with 0 once everything is stopped. */
    private static void stopOnSignal(Lifecycle lifecycle) {
        lifecycle.end();
        try {
            Thread.currentThread().join();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    private static void haltIfStopHangs(Lifecycle lifecycle) {
        try {
            lifecycle.awaitEnd();
            if (!lifecycle.awaitStopped(LONGEST_STOP)) {
                LOG.atError().addKeyValue("limit", LONGEST_STOP).log("a part did not stop, the process is ended");
                Runtime.getRuntime().halt(FAILED);
            }
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    int execute(
            Lifecycle lifecycle,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err,
            String... arguments) {
        return switch (CommandLine.parse(arguments)) {
            case CommandLine.Help() -> {
                out.print(usage() + "\nSettings (YAML key, variable, default):\n"
                        + SettingsPrinter.describe(settingsType));
                yield CLEAN;
            }
            case CommandLine.Version() -> {
                out.println(name + " " + version());
                yield CLEAN;
            }
            case CommandLine.Misused(String problem) -> {
                err.print(name + ": " + problem + "\n" + usage());
                yield MISUSED;
            }
            case CommandLine.PrintConfig(Optional<Path> config) -> {
                Optional<R> settings = read(config, environment, err);
                settings.ifPresent(read -> out.print(SettingsPrinter.print(read)));
                yield settings.isPresent() ? CLEAN : MISUSED;
            }
            case CommandLine.Run(Optional<Path> config) -> {
                Optional<R> settings = read(config, environment, err);
                yield settings.isPresent() ? serve(settings.get(), lifecycle) : MISUSED;
            }
        };
    }

    private Optional<R> read(Optional<Path> config, Map<String, String> environment, PrintStream err) {
        try {
            return Optional.of(SettingsReader.read(settingsType, config, environment));
        } catch (SettingsException exception) {
            err.println(name + " can't start, its settings can't be used:");
            exception.problems().forEach(problem -> err.println("  - " + problem));
            err.println("Settings come from " + config.map(Path::toString).orElse("no file (--config FILE)")
                    + " and the variables FOOTLIGHTS_…; --help lists them.");
            return Optional.empty();
        }
    }

    private int serve(R settings, Lifecycle lifecycle) {
        try {
            starter.start(settings, lifecycle);
            LOG.atInfo()
                    .addKeyValue("service", name)
                    .addKeyValue("version", version())
                    .log("started");
            lifecycle.awaitEnd();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        } catch (Exception exception) {
            lifecycle.fail(exception);
        }
        LOG.atInfo().addKeyValue("service", name).log("stopping");
        lifecycle.stop();
        return lifecycle.failure().isPresent() ? FAILED : CLEAN;
    }

    private String usage() {
        return "Usage: java -jar " + name + ".jar [--config FILE] [--print-config] [--help] [--version]\n";
    }

    private String version() {
        return Optional.ofNullable(settingsType.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }
}
