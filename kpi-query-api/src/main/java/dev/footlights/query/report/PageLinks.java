package dev.footlights.query.report;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Addresses on the page, which keeps its state in the address bar.
 *
 * @param page where readers reach it, without a query; no links without it
 */
public record PageLinks(Optional<URI> page) {
    /** A view about a report's days and team. */
    Optional<URI> view(String view, ReportQuestion about, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("view", view);
        parameters.put("team", about.team());
        parameters.putAll(more);
        parameters.put("from", about.week().monday().toString());
        parameters.put("to", about.week().sunday().toString());
        parameters.put("zone", about.zone().getId());
        parameters.put("granularity", "week");
        parameters.put("compare", "previous");
        return address("/", parameters);
    }

    /** A path of the service, beneath where the page is. */
    public Optional<URI> address(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return page.map(base ->
                URI.create(base.toString().replaceAll("/+$", "") + path + (query.isEmpty() ? "" : "?" + query)));
    }
}
