package dev.footlights.service;

import java.nio.file.Path;
import java.util.Optional;

/** What a service was asked to do. */
sealed interface CommandLine {
    record Run(Optional<Path> config) implements CommandLine {}

    record PrintConfig(Optional<Path> config) implements CommandLine {}

    record Help() implements CommandLine {}

    record Version() implements CommandLine {}

    record Misused(String problem) implements CommandLine {}

    static CommandLine parse(String... arguments) {
        Optional<Path> config = Optional.empty();
        boolean print = false;
        for (int index = 0; index < arguments.length; index++) {
            switch (arguments[index]) {
                case "--help", "-h" -> {
                    return new Help();
                }
                case "--version" -> {
                    return new Version();
                }
                case "--print-config" -> print = true;
                case "--config" -> {
                    if (++index == arguments.length) {
                        return new Misused("--config needs a file");
                    }
                    config = Optional.of(Path.of(arguments[index]));
                }
                default -> {
                    return new Misused("unknown argument " + arguments[index]);
                }
            }
        }
        return print ? new PrintConfig(config) : new Run(config);
    }
}
