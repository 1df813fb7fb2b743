package dev.footlights.service.http;

/** The Vary header, to which several parts add. */
final class Vary {
    private Vary() {}

    static void add(Response response, String name) {
        response.header(
                "Vary",
                response.header("Vary").map(present -> present + ", " + name).orElse(name));
    }
}
