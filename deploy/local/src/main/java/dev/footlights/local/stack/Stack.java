package dev.footlights.local.stack;

import dev.footlights.schemas.clickhouse.Migration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A running stack on a home: started with as much at a time as the dependencies allow, held until {@link #close}, which
 * stops it in order.
 */
public final class Stack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Home home;
    private final Ports ports;
    private final Console console;
    private final Backends backends;
    private final HomeLock lock;
    private final Supervisor supervisor;
    private boolean closed;

    private Stack(Home home, Ports ports, Console console, Backends backends, HomeLock lock) {
        this.home = home;
        this.ports = ports;
        this.console = console;
        this.backends = backends;
        this.lock = lock;
        this.supervisor = new Supervisor(console, RestartPause.STANDARD, this::write);
    }

    /**
     * Takes the home. Nothing is started yet.
     *
     * @throws StackException when another launcher has it
     */
    public static Stack on(Home home, Ports ports, Console console, Backends backends) {
        home.create();
        HomeLock lock = HomeLock.take(home);
        try {
            Optional<RunFile> earlier = RunFile.read(home);
            if (earlier.isPresent()) {
                Leftovers.end(earlier.get(), console);
            }
            Stack stack = new Stack(home, ports, console, backends, lock);
            stack.write(Map.of());
            return stack;
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /**
     * Starts every part and comes back when all are ready.
     *
     * @param catalogs files and folders of the roster; may be empty
     * @throws StackException when a port is taken or a part doesn't become ready
     */
    public void start(Installation installation, List<Path> catalogs) throws InterruptedException {
        Parts parts = new Parts(installation, home, ports, backends.variables());
        Optional<Part> kafka = backends.ownKafka() ? Optional.of(parts.kafka()) : Optional.empty();
        Optional<Part> registry = backends.ownRegistry() ? Optional.of(parts.registry()) : Optional.empty();
        Optional<Part> clickHouse = backends.ownClickHouse() ? Optional.of(parts.clickHouse()) : Optional.empty();
        Part ingest = parts.ingest(home.identityKey(), catalogs);
        Part streams = parts.streams();
        Part query = parts.query();

        List<Part> all = new ArrayList<>(List.of(ingest, streams, query));
        kafka.ifPresent(all::add);
        registry.ifPresent(all::add);
        clickHouse.ifPresent(all::add);
        PortCheck.allFree(all);
        makeDataFolders();

        Preparation preparation = new Preparation(backends.settings());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Void> steps = new ExecutorCompletionService<>(threads);
            Future<?> topics = steps.submit(first(kafka, () -> topics(preparation)));
            Future<?> schemas = steps.submit(first(registry, () -> schemas(preparation)));
            Future<?> tables = steps.submit(first(clickHouse, () -> tables(preparation)));
            steps.submit(after(List.of(topics, schemas), ingest));
            steps.submit(after(List.of(topics, schemas, tables), streams));
            steps.submit(after(List.of(tables), query));
            try {
                for (int step = 0; step < 6; step++) {
                    steps.take().get();
                }
            } catch (ExecutionException failure) {
                threads.shutdownNow();
                throw cause(failure);
            }
        }
    }

    /** Stops every part in order and lets the home go; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        Parts.STOP_ORDER.forEach(supervisor::stop);
        supervisor.close();
        RunFile.delete(home);
        lock.close();
    }

    private Callable<Void> first(Optional<Part> part, Runnable preparation) {
        return () -> {
            if (part.isPresent()) {
                startAndAwait(part.get());
            }
            preparation.run();
            return null;
        };
    }

    private Callable<Void> after(List<Future<?>> needed, Part part) {
        return () -> {
            for (Future<?> step : needed) {
                step.get();
            }
            startAndAwait(part);
            return null;
        };
    }

    private void startAndAwait(Part part) throws InterruptedException {
        console.part(part.name(), "starting");
        supervisor.start(part);
        supervisor.awaitReady(part, PATIENCE);
    }

    private void topics(Preparation preparation) {
        List<String> made = preparation.topics();
        console.part(Parts.KAFKA, made.isEmpty() ? "topics are as they must be" : made.size() + " topics made");
    }

    private void schemas(Preparation preparation) {
        SchemaReport report = SchemaReport.of(preparation.registerSchemas());
        if (!report.usable()) {
            throw new StackException("The schema registry can't be used by this release:\n" + report.text());
        }
        console.part(Parts.REGISTRY, "schemas are registered");
    }

    private void tables(Preparation preparation) {
        List<Migration> applied = preparation.migrate();
        console.part(
                Parts.CLICKHOUSE, applied.isEmpty() ? "tables are up to date" : applied.size() + " migrations applied");
    }

    private void makeDataFolders() {
        try {
            for (String part : List.of(Parts.KAFKA, Parts.REGISTRY, Parts.CLICKHOUSE, Parts.STREAMS)) {
                Files.createDirectories(home.data(part));
            }
        } catch (IOException failure) {
            throw new StackException("Can't make folders in " + home.directory() + ": " + failure, failure);
        }
    }

    private void write(Map<String, Long> pids) {
        Map<String, RunFile.Entry> entries = new HashMap<>();
        pids.forEach((name, pid) -> entries.put(name, RunFile.Entry.of(pid)));
        Set<String> expected = new HashSet<>(Set.of(Parts.INGEST, Parts.STREAMS, Parts.QUERY));
        addIf(backends.ownKafka(), Parts.KAFKA, expected);
        addIf(backends.ownRegistry(), Parts.REGISTRY, expected);
        addIf(backends.ownClickHouse(), Parts.CLICKHOUSE, expected);
        RunFile.Entry launcher = RunFile.Entry.of(ProcessHandle.current().pid());
        new RunFile(launcher, ports.base(), expected, entries).write(home);
    }

    private static void addIf(boolean condition, String name, Set<String> names) {
        if (condition) {
            names.add(name);
        }
    }

    /** The failure behind a step that failed, also behind one that only waited for it. */
    private static RuntimeException cause(Throwable failure) throws InterruptedException {
        Throwable cause = failure;
        while (cause instanceof ExecutionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case RuntimeException unchecked -> unchecked;
            case InterruptedException interrupted -> throw interrupted;
            default -> new StackException("The stack can't be started: " + cause, cause);
        };
    }
}
