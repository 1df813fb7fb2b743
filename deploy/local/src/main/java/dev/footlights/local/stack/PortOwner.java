package dev.footlights.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Finds out which process listens on a port. */
public final class PortOwner {
    private static final int LONGEST_COMMAND = 120;
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** Whether the port can be listened on, on the loopback address. */
    public static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** The process in words, as "java -jar x.jar (pid 12)"; "a process that can't be seen from here" when it is hidden. */
    public static String describe(int port) {
        return find(port).map(PortOwner::words).orElse("a process that can't be seen from here");
    }

    /** The listening process, when this user may know it. */
    public static Optional<ProcessHandle> find(int port) {
        try {
            Path table = Path.of("/proc/net/tcp");
            Optional<Long> pid = Files.isReadable(table) ? fromProc(port) : fromLsof(port);
            return pid.flatMap(ProcessHandle::of);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String words(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        String command = info.commandLine().or(info::command).orElse("a process");
        // What a JVM runs stands at the end, after its options.
        String shortened = command.length() > LONGEST_COMMAND
                ? "… " + command.substring(command.length() - LONGEST_COMMAND)
                : command;
        return shortened + " (pid " + process.pid() + ")";
    }

    private static Optional<Long> fromProc(int port) throws IOException {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (Files.isReadable(Path.of(table))) {
                Files.readAllLines(Path.of(table)).stream()
                        .skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields.length > 9 && fields[3].equals(LISTENING))
                        .filter(fields -> portOf(fields[1]) == port)
                        .forEach(fields -> sockets.add("socket:[" + fields[9] + "]"));
            }
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holdsOneOf(pid, sockets))
                .findFirst();
    }

    private static int portOf(String hexAddress) {
        return Integer.parseInt(hexAddress.substring(hexAddress.lastIndexOf(':') + 1), 16);
    }

    private static boolean holdsOneOf(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : open) {
                if (Files.isSymbolicLink(descriptor)
                        && sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
        } catch (IOException hiddenOrGone) {
            return false;
        }
        return false;
    }

    private static Optional<Long> fromLsof(int port) throws IOException {
        Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                .redirectErrorStream(true)
                .start();
        try (var lines = lsof.inputReader()) {
            Optional<Long> pid = lines.lines()
                    .filter(line -> line.matches("\\d+"))
                    .map(Long::valueOf)
                    .findFirst();
            lsof.waitFor(5, TimeUnit.SECONDS);
            return pid;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
