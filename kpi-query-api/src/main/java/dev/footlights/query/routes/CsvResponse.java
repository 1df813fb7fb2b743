package dev.footlights.query.routes;

import dev.footlights.query.answer.Page;
import dev.footlights.service.http.Response;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** CSV answers: what JSON tells beside the rows, CSV tells in headers. */
final class CsvResponse {
    private CsvResponse() {}

    /**
     * An answer.
     *
     * @param name of the file, without its ending
     * @param page whose rows the body holds
     */
    static Response of(String name, String body, ZoneId zone, Optional<Instant> asOf, Page<?> page) {
        Response csv = Response.text(200, "text/csv; charset=utf-8", body)
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .header("Footlights-Zone", zone.getId());
        page.nextOffset().ifPresent(next -> csv.header("Footlights-Next-Offset", Integer.toString(next)));
        asOf.ifPresent(moment -> csv.header("Footlights-As-Of", moment.toString()));
        return csv;
    }
}
