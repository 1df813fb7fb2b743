package dev.footlights.local.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the broker's process is started with. */
record Arguments(Path dataDir, int port, int controllerPort) {
    private static final String USAGE = "Usage: --data DIR --port N --controller-port N";
    private static final Set<String> NAMES = Set.of("--data", "--port", "--controller-port");

    static Arguments parse(String... args) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!NAMES.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("Not understood: " + args[i] + ". " + USAGE);
            }
            values.put(args[i], args[i + 1]);
        }
        String data = values.get("--data");
        if (data == null) {
            throw new IllegalArgumentException("--data is missing. " + USAGE);
        }
        return new Arguments(
                Path.of(data),
                port("--port", values.get("--port")),
                port("--controller-port", values.get("--controller-port")));
    }

    private static int port(String name, @Nullable String value) {
        try {
            int port = value == null ? -1 : Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, with the name.
        }
        throw new IllegalArgumentException(name + " must be a port number. " + USAGE);
    }
}
