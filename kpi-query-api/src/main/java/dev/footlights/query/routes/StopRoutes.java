package dev.footlights.query.routes;

import dev.footlights.query.delivery.StopLinks;
import dev.footlights.query.delivery.Stops;
import dev.footlights.query.report.render.Escapes;
import dev.footlights.service.http.BodyReader;
import dev.footlights.service.http.Problem;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.nio.charset.StandardCharsets;

/**
 * Stops mails. Opening the link changes nothing, since programs that check mails open links too: its button does, and so does
 * the POST that mail programs make (RFC 8058). A link needs no key: it proves itself.
 */
final class StopRoutes {
    private static final int MOST_BYTES = 4 * 1024;

    private final StopLinks links;
    private final Stops stops;

    StopRoutes(StopLinks links, Stops stops) {
        this.links = links;
        this.stops = stops;
    }

    Response ask(Request request) {
        StopLinks.Stop stop = stop(request);
        return page(
                "Stop these mails?",
                "You would no longer be mailed " + what(stop) + ".",
                button("Stop them", "List-Unsubscribe", "One-Click"));
    }

    Response stopOrResume(Request request) {
        StopLinks.Stop stop = stop(request);
        String body = new String(BodyReader.read(request, MOST_BYTES, MOST_BYTES), StandardCharsets.UTF_8);
        boolean resume = body.equals("resume=1");
        stops.set(stop, !resume);
        return resume
                ? page("You get them again", "You will be mailed " + what(stop) + ".", "")
                : page(
                        "Stopped",
                        "You will no longer be mailed " + what(stop) + ".",
                        button("I want them again", "resume", "1"));
    }

    private StopLinks.Stop stop(Request request) {
        return request.queryParameter("token")
                .flatMap(links::read)
                .orElseThrow(() -> Problem.of(
                                404,
                                "unknown-token",
                                "The link can't be used",
                                "it isn't one that was mailed, or not the whole of it")
                        .exception());
    }

    private static String what(StopLinks.Stop stop) {
        if (!stop.what().startsWith("report ")) {
            return "alerts";
        }
        String team = stop.what().substring("report ".length());
        return team.equals("org") ? "the weekly report" : "the weekly report of " + team;
    }

    private static String button(String text, String name, String value) {
        return """
                <form method="post"><input type="hidden" name="%s" value="%s">
                <button type="submit">%s</button></form>
                """.formatted(name, value, text);
    }

    private static Response page(String title, String sentence, String form) {
        String html = """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark"><title>%s</title>
                <style>body{font:17px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem}
                button{font:inherit;padding:.6em 1.2em;border-radius:.5em;border:1px solid;cursor:pointer}</style></head>
                <body><main><h1>%s</h1><p>%s</p>%s</main></body>
                </html>
                """.formatted(Escapes.html(title), Escapes.html(title), Escapes.html(sentence), form);
        return Response.text(200, "text/html; charset=utf-8", html)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
    }
}
