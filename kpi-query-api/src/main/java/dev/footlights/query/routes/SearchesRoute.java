package dev.footlights.query.routes;

import dev.footlights.query.finding.Finding;
import dev.footlights.query.finding.FindingReader;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.top.Item;
import dev.footlights.query.top.Top;
import dev.footlights.query.top.TopList;
import dev.footlights.query.top.TopOrder;
import dev.footlights.query.top.TopReader;
import dev.footlights.query.top.TopRow;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a team searches for and whether it finds it. The lists in full are under {@code /top}. */
final class SearchesRoute implements Handler {
    private static final int DEFAULT_TERMS = 10;
    private static final int MOST_TERMS = 100;

    private final ApiParts parts;
    private final TopReader reader;
    private final FindingReader sums;

    SearchesRoute(ApiParts parts) {
        this.parts = parts;
        this.sums = new FindingReader(parts.clickHouse());
        this.reader =
                new TopReader(parts.clickHouse(), parts.settings().limits().cells());
    }

    @Override
    public Response handle(Request request) {
        int limit = new Parameters(request).number("limit", 1, MOST_TERMS, DEFAULT_TERMS);
        TeamRequest about = TeamRequest.read(request, parts);
        Finding finding = sums.read(about.team(), about.company(), about.period());
        Map<String, @Nullable Object> body = about.body();
        body.put("searches", finding.searches());
        body.put("zeroResults", finding.zeroResults());
        body.put("opened", finding.opened());
        body.put("zeroResultRate", finding.zeroResultRate());
        body.put("successRate", finding.successRate());
        body.put("medianRank", finding.medianRank());
        body.put("withheld", finding.withheld());
        body.put("terms", terms(TopList.SEARCH_TERMS, about, limit));
        body.put("zeroResultTerms", terms(TopList.ZERO_RESULT_TERMS, about, limit));
        return Response.json(200, body).etagged(request);
    }

    private Map<String, @Nullable Object> terms(TopList list, TeamRequest about, int limit) {
        Top top = reader.read(about.list(list.listing()), Optional.empty());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("total", top.rows().size());
        json.put("withheldItems", top.withheld());
        json.put(
                "rows",
                top.rows().stream()
                        .sorted(TopOrder.COUNT.comparator())
                        .limit(limit)
                        .map(SearchesRoute::term)
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> term(TopRow row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Item item = row.item();
        json.put("item", row.name());
        json.put("count", item == null ? null : (Long) item.count());
        json.put("people", item == null ? null : (Long) item.people());
        if (item == null) {
            json.put("withheld", true);
        }
        return json;
    }
}
