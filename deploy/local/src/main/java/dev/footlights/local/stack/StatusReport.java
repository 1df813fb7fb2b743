package dev.footlights.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a stack is at this moment.
 *
 * @param text for the terminal
 * @param healthy whether every part is ready
 */
public record StatusReport(String text, boolean healthy) {
    private static final String ROW = "%-12s %-9s %8s  %-44s %s";

    /** Asks every part of the stack on a home; parts outside of it are asked through the services that use them. */
    public static StatusReport of(Home home, Installation installation) {
        Optional<RunFile> run =
                RunFile.read(home).filter(file -> file.launcher().process().isPresent());
        if (run.isEmpty()) {
            return new StatusReport("Nothing runs on " + home.directory() + ". Start it with ./footlights up", false);
        }
        Parts parts = new Parts(installation, home, new Ports(run.get().portBase()), Map.of());
        List<Part> expected = Stream.of(
                        parts.kafka(),
                        parts.registry(),
                        parts.clickHouse(),
                        parts.ingest("", List.of()),
                        parts.streams(),
                        parts.query())
                .filter(part -> run.get().expected().contains(part.name()))
                .toList();
        return of(run.get(), expected);
    }

    private static StatusReport of(RunFile run, List<Part> expected) {
        List<String> lines = new ArrayList<>();
        lines.add("Launcher: pid " + run.launcher().pid());
        lines.add(ROW.formatted("PART", "STATE", "PID", "ADDRESS", "").stripTrailing());
        boolean healthy = true;
        Map<String, RunFile.Entry> pids = run.parts();
        for (Part part : expected) {
            Optional<Long> pid = Optional.ofNullable(pids.get(part.name()))
                    .flatMap(RunFile.Entry::process)
                    .map(ProcessHandle::pid);
            Optional<String> missing = pid.isEmpty()
                    ? Optional.of("not running")
                    : part.readiness().missing();
            healthy &= missing.isEmpty();
            lines.add(ROW.formatted(
                            part.name(),
                            pid.isEmpty() ? "down" : missing.isEmpty() ? "ready" : "not ready",
                            pid.map(String::valueOf).orElse("-"),
                            part.address(),
                            missing.orElse(""))
                    .stripTrailing());
        }
        return new StatusReport(String.join(System.lineSeparator(), lines), healthy);
    }
}
