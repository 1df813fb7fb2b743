package dev.footlights.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * Where a stack keeps what it must not lose: data, logs, and the key of the pseudonyms.
 *
 * @param directory absolute
 */
public record Home(Path directory) {
    /** Environment variable of the directory; a relative one is taken from the current directory. */
    public static final String VARIABLE = "FOOTLIGHTS_HOME";

    private static final int KEY_BYTES = 32;

    /** The home from the environment, else {@code .footlights} in the source tree. */
    public static Home from(Map<String, String> environment, Installation installation) {
        String given = environment.getOrDefault(VARIABLE, "").strip();
        Path directory = given.isEmpty() ? installation.root().resolve(".footlights") : Path.of(given);
        return new Home(directory.toAbsolutePath().normalize());
    }

    /** Data of a part. */
    public Path data(String part) {
        return directory.resolve("data").resolve(part);
    }

    /** Log of a part. */
    public Path log(String part) {
        return directory.resolve("logs").resolve(part + ".log");
    }

    /** Catalog and events of the demo organisation. */
    public Path demo() {
        return directory.resolve("demo");
    }

    /** How far files have been sent. */
    public Path sent() {
        return directory.resolve("sent");
    }

    Path runFile() {
        return directory.resolve("run.json");
    }

    Path lockFile() {
        return directory.resolve("lock");
    }

    /**
     * Makes the folders.
     *
     * @throws StackException when they can't be made
     */
    public void create() {
        try {
            Files.createDirectories(directory.resolve("logs"));
            Files.createDirectories(directory.resolve("data"));
        } catch (IOException failure) {
            throw new StackException(
                    "Can't make " + directory + " (" + failure + "). Set " + VARIABLE
                            + " to a folder you may write to.",
                    failure);
        }
    }

    /**
     * The key that pseudonyms are made with: generated once, readable by its owner only. Whoever loses it can't connect
     * new events of a person with old ones.
     *
     * @throws StackException when it can't be read or written
     */
    public String identityKey() {
        Path file = directory.resolve("identity.key");
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                writeForOwner(file, HexFormat.of().formatHex(key) + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new StackException("Can't read or write the identity key " + file + " (" + failure + ").", failure);
        }
    }

    private static void writeForOwner(Path file, String text) throws IOException {
        FileAttribute<?>[] ownerOnly =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, ownerOnly);
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
