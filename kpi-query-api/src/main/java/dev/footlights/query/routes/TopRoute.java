package dev.footlights.query.routes;

import dev.footlights.query.answer.CsvAnswer;
import dev.footlights.query.answer.JsonAnswer;
import dev.footlights.query.answer.Page;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.request.Layout.Format;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.top.Item;
import dev.footlights.query.top.Top;
import dev.footlights.query.top.TopList;
import dev.footlights.query.top.TopOrder;
import dev.footlights.query.top.TopReader;
import dev.footlights.query.top.TopRow;
import dev.footlights.query.top.Trend;
import dev.footlights.schemas.features.Feature;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lists of what is used most. An item of too few people has no row and no place in any order; one that may only be named
 * comes last.
 */
final class TopRoute implements Handler {
    private static final int DEFAULT_ROWS = 20;

    private final ApiParts parts;
    private final TopReader reader;

    private enum Comparison {
        NONE,
        PREVIOUS
    }

    TopRoute(ApiParts parts) {
        this.parts = parts;
        this.reader =
                new TopReader(parts.clickHouse(), parts.settings().limits().cells());
    }

    @Override
    public Response handle(Request request) {
        String asked = request.pathParameter("list");
        TopList list = TopList.of(asked).orElseThrow(() -> Refusals.unknown("list", asked, TopList.texts()));
        Parameters parameters = new Parameters(request);
        TopOrder order = parameters.choice("order", TopOrder.values(), TopOrder.COUNT);
        Comparison comparison = parameters.choice("compare", Comparison.values(), Comparison.NONE);
        boolean compared = comparison == Comparison.PREVIOUS || order == TopOrder.GROWTH;
        int most = parts.settings().limits().pageRows();
        int limit = parameters.number("limit", 1, most, Math.min(DEFAULT_ROWS, most));
        int offset = parameters.number("offset", 0, Integer.MAX_VALUE, 0);
        Format format = parameters.choice("format", Format.values(), Format.JSON);
        TeamRequest about = TeamRequest.read(request, parts);
        Top top = reader.read(about.list(list.listing()), compared ? Optional.of(about.before()) : Optional.empty());
        Page<TopRow> page =
                Page.cut(top.rows().stream().sorted(order.comparator()).toList(), limit, offset);
        Response answer = format == Format.CSV
                ? csv(list, about, top, page)
                : Response.json(200, json(list, about, top, page, compared));
        return answer.etagged(request);
    }

    private Map<String, @Nullable Object> json(
            TopList list, TeamRequest about, Top top, Page<TopRow> page, boolean compared) {
        List<Period> weeks = new PeriodCutter(about.days().zone())
                .cut(Granularity.WEEK, about.days().from(), about.days().to());
        Map<String, Trend> trends =
                reader.trends(about.list(list.listing()), Granularity.WEEK, weeks, page.rows(), top.untold());
        Map<String, @Nullable Object> body = about.body();
        body.put("list", list.text());
        body.put("withheldItems", top.withheld());
        JsonAnswer.paged(
                body,
                page,
                page.rows().stream()
                        .map(row -> row(list, row, compared, trends.get(row.name())))
                        .toList());
        return body;
    }

    private Map<String, @Nullable Object> row(TopList list, TopRow row, boolean compared, @Nullable Trend trend) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Item item = row.item();
        json.put("item", row.name());
        title(list, row).ifPresent(title -> json.put("title", title));
        json.put("count", item == null ? null : (Long) item.count());
        json.put("people", item == null ? null : (Long) item.people());
        json.put("lastUse", item == null ? null : item.lastUse().toString());
        if (item == null) {
            json.put("withheld", true);
        }
        if (compared) {
            json.put("previous", row.previous());
            if (row.previousWithheld()) {
                json.put("previousWithheld", true);
            }
        }
        if (trend != null) {
            json.put("trend", trend.points().stream().map(TopRoute::point).toList());
        }
        return json;
    }

    private static Map<String, @Nullable Object> point(Trend.Point point) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("period", point.period().label());
        json.put("count", point.count());
        if (point.withheld()) {
            json.put("withheld", true);
        }
        return json;
    }

    private Optional<String> title(TopList list, TopRow row) {
        return list == TopList.PLUGINS ? parts.features().feature(row.name()).map(Feature::title) : Optional.empty();
    }

    private Response csv(TopList list, TeamRequest about, Top top, Page<TopRow> page) {
        StringBuilder csv = new StringBuilder("item,title,count,people,lastUse,previous,previousWithheld,withheld\r\n");
        page.rows().forEach(row -> csv.append(line(list, row)).append("\r\n"));
        return CsvResponse.of("top-" + list.text(), csv.toString(), about.days().zone(), about.asOf(), page)
                .header(
                        "Footlights-Withheld-Items",
                        top.withheld() == null ? "all" : top.withheld().toString());
    }

    private String line(TopList list, TopRow row) {
        Item item = row.item();
        return String.join(
                ",",
                CsvAnswer.cell(row.name()),
                CsvAnswer.cell(title(list, row).orElse("")),
                item == null ? "" : Long.toString(item.count()),
                item == null ? "" : Long.toString(item.people()),
                item == null ? "" : item.lastUse().toString(),
                Objects.toString(row.previous(), ""),
                Boolean.toString(row.previousWithheld()),
                Boolean.toString(item == null));
    }
}
