package dev.footlights.service.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Serves files that lie in the jar: {@code router.open("/{file*}", new ClassPathFiles(Page.class, "/page"))}. A path
 * that is empty or ends with a slash gives that folder's {@code index.html}. Each file is read and packed once, then kept.
 */
public final class ClassPathFiles implements Handler {
    private static final Pattern SAFE_PATH =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("yaml", "application/yaml"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final Class<?> owner;
    private final String folder;
    private final Map<String, PackedBody> kept = new ConcurrentHashMap<>();

    /**
     * Files of one folder.
     *
     * @param owner a class in the same jar
     * @param folder absolute, without a slash at its end
     */
    public ClassPathFiles(Class<?> owner, String folder) {
        this.owner = owner;
        this.folder = folder;
    }

    @Override
    public Response handle(Request request) throws IOException {
        String path = request.pathParameter("file");
        String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        return file(request, file)
                .orElseThrow(() -> Problem.of(404, "not-found", "There is nothing at this path")
                        .exception());
    }

    /** One file by its path within the folder, as an answer with an ETag; empty when there is none. */
    public Optional<Response> file(Request request, String file) throws IOException {
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null || !SAFE_PATH.matcher(file).matches()) {
            return Optional.empty();
        }
        Optional<PackedBody> body = body(file);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Response.packed(200, type, body.get())
                .header("Cache-Control", "no-cache")
                .etagged(request));
    }

    private Optional<PackedBody> body(String file) throws IOException {
        PackedBody known = kept.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        try (InputStream in = owner.getResourceAsStream(folder + "/" + file)) {
            if (in == null) {
                return Optional.empty();
            }
            PackedBody read = PackedBody.of(in.readAllBytes());
            kept.put(file, read);
            return Optional.of(read);
        }
    }
}
