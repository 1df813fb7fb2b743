package dev.footlights.ingest.roster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The catalog's files as they are at a moment. */
final class CatalogFiles {
    private final List<Path> roots;

    /** @param roots files, and directories of which all .yaml and .yml files are taken, at any depth */
    CatalogFiles(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * Contents by path, and a hash over both: the same hash, the same catalog.
     *
     * @param hash hexadecimal
     */
    record Content(Map<Path, byte[]> files, String hash) {}

    /** @throws CatalogException when something can't be read */
    Content read() throws CatalogException {
        Map<Path, byte[]> files = new TreeMap<>();
        for (Path root : roots) {
            if (!Files.exists(root)) {
                throw new CatalogException(root + " does not exist", null);
            }
            try (Stream<Path> found = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
                for (Path file : (Iterable<Path>) found.filter(path -> isCatalog(root, path))::iterator) {
                    files.put(file, Files.readAllBytes(file));
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                throw new CatalogException(root + " can't be read: " + e.getMessage(), e);
            }
        }
        return new Content(files, hash(files));
    }

    /** Hidden directories are passed over: Kubernetes keeps a mounted map's versions there, each file twice. */
    private static boolean isCatalog(Path root, Path path) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        if (path.equals(root)) {
            return true;
        }
        for (Path part : root.relativize(path)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = path.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static String hash(Map<Path, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, bytes) -> {
                digest.update(path.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
