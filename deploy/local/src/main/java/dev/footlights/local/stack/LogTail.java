package dev.footlights.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The last lines of a log, for the terminal. */
final class LogTail {
    private static final int LINES = 15;
    private static final int BYTES = 16 << 10;

    private LogTail() {}

    /** The end of the log, indented, under the log's name. */
    static String of(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] end = new byte[(int) Math.min(BYTES, file.length())];
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return "The end of " + log + ":\n"
                    + lines.stream()
                            .skip(Math.max(0, lines.size() - LINES))
                            .map(line -> "    " + line)
                            .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            return "Its log " + log + " can't be read.";
        }
    }
}
