package dev.footlights.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks' command line; exit status 0 when what is promised was kept, 1 when not. */
@Command(
        name = "benchmarks",
        description = "Measures what Footlights promises. Let nothing else run meanwhile.",
        mixinStandardHelpOptions = true,
        subcommands = QueryBenchmark.class)
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }
}
