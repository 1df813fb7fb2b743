package dev.footlights.query.routes;

import dev.footlights.service.http.ClassPathFiles;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import dev.footlights.service.http.Router;
import java.io.IOException;
import java.util.regex.Pattern;

/** The files of the web page, from the jar. */
final class PageFiles implements Handler {
    private static final String FOLDER = "/page";
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");
    /** A name with a hash of what is in the file, so what is at such a path never changes. */
    private static final Pattern HASHED = Pattern.compile("[a-z]+-[0-9A-Z]{8}\\.(?:js|css)");

    private final ClassPathFiles files;

    private PageFiles(ClassPathFiles files) {
        this.files = files;
    }

    /** Adds the page and its files. They need no key; what the page shows does. */
    static void addTo(Router router) {
        ClassPathFiles files = new ClassPathFiles(PageFiles.class, FOLDER);
        router.open("/", new FrontPage(files)).open("/page/{file*}", new PageFiles(files));
    }

    @Override
    public Response handle(Request request) throws IOException {
        Response response = files.handle(request);
        if (HASHED.matcher(request.pathParameter("file")).matches()) {
            response.header("Cache-Control", "public, max-age=31536000, immutable");
        }
        return guarded(response);
    }

    /** Nothing runs, is drawn or is sent but by the page's own files, and no other page may frame it. */
    static Response guarded(Response response) {
        return response.header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }
}
