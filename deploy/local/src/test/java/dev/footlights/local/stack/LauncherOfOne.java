package dev.footlights.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Starts one part that would sleep for ten minutes, writes its pid to the given file and waits to be killed. */
final class LauncherOfOne {
    private LauncherOfOne() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        RestartPause pause = new RestartPause(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1));
        Map<String, Long> pids = new ConcurrentHashMap<>();
        Supervisor supervisor = new Supervisor(new Console(System.out), pause, pids::putAll);
        supervisor.start(new Part(
                "sleeper",
                List.of("sleep", "600"),
                Map.of(),
                List.of(),
                file.resolveSibling("sleeper.log"),
                "nowhere",
                Optional::empty));
        Path draft = file.resolveSibling("draft");
        Files.writeString(draft, String.valueOf(pids.get("sleeper")));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        new CountDownLatch(1).await();
    }
}
