package dev.footlights.local;

import dev.footlights.local.stack.Backends;
import dev.footlights.local.stack.Console;
import dev.footlights.local.stack.Stack;
import dev.footlights.local.stack.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = {
            "Starts Kafka, schema registry, ClickHouse and the three services, and stays in the foreground.",
            "Ctrl-C, SIGTERM or `footlights down` stops everything in order. The data stays."
        },
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--demo",
            description =
                    "Send the demo organisation, about 300 people, 20 teams and 8 weeks, unless it has been sent.")
    private boolean demo;

    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description = "Backstage catalog YAML (Group, User) of the roster: a folder or a file; may be given again.")
    private List<Path> catalogs = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        Surroundings here = Surroundings.here();
        Backends backends = here.backends();
        Console console = Footlights.console();
        DemoRun demoRun = new DemoRun(here, console);
        List<Path> roster = roster(demoRun);
        Stack stack = Stack.on(here.home(), here.ports(), console, backends);
        AtomicInteger status = new AtomicInteger();
        Thread stop = new Thread(() -> stop(stack, console, status), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            console.line("Home: " + here.home().directory());
            Notices.of(here, roster).forEach(console::line);
            stack.start(here.installation(), roster);
            Notices.ready(here).forEach(console::line);
            if (demo) {
                demoRun.send();
            }
            new CountDownLatch(1).await();
            return 0;
        } catch (RuntimeException failure) {
            status.set(1);
            throw failure;
        }
    }

    /** A JVM ended by SIGTERM would exit with 143; a clean stop is a success. */
    private static void stop(Stack stack, Console console, AtomicInteger status) {
        console.line("Stopping.");
        stack.close();
        Runtime.getRuntime().halt(status.get());
    }

    /** The demo's catalog stays in use as long as its events are there. */
    private List<Path> roster(DemoRun demoRun) {
        List<Path> roster = new ArrayList<>();
        if (demo) {
            roster.add(demoRun.prepare());
        } else if (catalogs.isEmpty()) {
            demoRun.earlierCatalog().ifPresent(roster::add);
        }
        for (Path catalog : catalogs) {
            if (!Files.isReadable(catalog)) {
                throw new StackException("--catalog " + catalog + " can't be read: give a folder or a YAML file.");
            }
            roster.add(catalog.toAbsolutePath().normalize());
        }
        return roster;
    }
}
