package dev.footlights.query.insights;

import dev.footlights.query.answer.Directory;
import dev.footlights.query.company.Company;
import dev.footlights.query.period.Period;
import dev.footlights.query.top.Item;
import dev.footlights.query.top.Listing;
import dev.footlights.query.top.Top;
import dev.footlights.query.top.TopList;
import dev.footlights.query.top.TopOrder;
import dev.footlights.query.top.TopQuestion;
import dev.footlights.query.top.TopReader;
import dev.footlights.query.top.TopRow;
import dev.footlights.query.top.Trend;
import dev.footlights.query.top.UntoldItems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The lists of the dashboard. Items of too few people are left out, and those that may only be named. */
final class TopLists {
    private static final Listing VISITS = Listing.ofFeatures("views");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TopReader reader;

    TopLists(TopReader reader) {
        this.reader = reader;
    }

    Insights plugins(Company company, InsightsRequest request) {
        List<Period> buckets = request.buckets();
        List<TopRow> top = first(VISITS, company, request, name -> true);
        Map<String, Trend> trends = reader.trends(
                question(VISITS, company, request),
                request.grouping().granularity(),
                buckets,
                top,
                UntoldItems.NOTHING);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (TopRow plugin : top) {
            List<Map<String, @Nullable Object>> trend =
                    points(Objects.requireNonNull(trends.get(plugin.name())), request);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("plugin_id", plugin.name());
            row.put("visit_count", told(plugin).count());
            row.put("trend", trend);
            row.put("trend_percentage", percentage(trend));
            rows.add(row);
        }
        return new Insights(
                rows.isEmpty() ? Optional.empty() : Optional.of(request.grouping()),
                List.of("plugin_id", "visit_count", "trend", "trend_percentage"),
                rows);
    }

    /** Growth from the first told bucket to the last in per cent; null when there is none. */
    private static @Nullable String percentage(List<Map<String, @Nullable Object>> trend) {
        if (trend.isEmpty()) {
            return null;
        }
        BigDecimal first = count(trend.getFirst());
        return count(trend.getLast())
                .subtract(first)
                .multiply(HUNDRED)
                .divide(first, 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static BigDecimal count(Map<String, @Nullable Object> point) {
        return new BigDecimal(String.valueOf(point.get("count")));
    }

    /** Searches of each bucket; the limit is about items and cuts no buckets off. */
    Insights searches(Company company, InsightsRequest request) {
        List<Map<String, @Nullable Object>> rows = points(
                reader.trend(
                        question(TopList.SEARCH_TERMS.listing(), company, request),
                        request.grouping().granularity(),
                        request.buckets()),
                request);
        return new Insights(
                rows.isEmpty() ? Optional.empty() : Optional.of(request.grouping()), List.of("date", "count"), rows);
    }

    /** Without the buckets in which nothing happened, and those that are withheld. */
    private static List<Map<String, @Nullable Object>> points(Trend trend, InsightsRequest request) {
        List<Map<String, @Nullable Object>> points = new ArrayList<>();
        trend.points().forEach(point -> {
            Long count = point.count();
            if (count != null && count > 0) {
                Map<String, @Nullable Object> json = new LinkedHashMap<>();
                json.put("date", request.date(point.period()));
                json.put("count", count);
                points.add(json);
            }
        });
        return points;
    }

    Insights templates(Company company, InsightsRequest request) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (TopRow template : first(TopList.TEMPLATES.listing(), company, request, name -> true)) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("entityref", template.name());
            row.put("count", told(template).count());
            row.put("last_used", moment(told(template).lastUse()));
            rows.add(row);
        }
        return new Insights(Optional.empty(), List.of("entityref", "count", "last_used"), rows);
    }

    /** Docs sites or catalog entities, which are told by their refs. */
    Insights entities(TopList list, Company company, InsightsRequest request) {
        boolean docs = list == TopList.DOCS;
        Predicate<String> asked = name -> docs
                || request.kind().isEmpty()
                || name.startsWith(request.kind().get() + ":");
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (TopRow entity : first(list.listing(), company, request, asked)) {
            rows.add(docs ? site(entity) : entity(entity));
        }
        return new Insights(
                Optional.empty(),
                docs
                        ? List.of("count", "last_used", "kind", "name", "namespace", "site_name")
                        : List.of("plugin_id", "kind", "name", "namespace", "last_used", "count"),
                rows);
    }

    private static Map<String, @Nullable Object> site(TopRow site) {
        Ref ref = Ref.of(site.name());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("count", told(site).count());
        row.put("last_used", moment(told(site).lastUse()));
        row.put("kind", ref.kind());
        row.put("name", ref.name());
        row.put("namespace", ref.namespace());
        row.put("site_name", ref.name());
        return row;
    }

    private static Map<String, @Nullable Object> entity(TopRow entity) {
        Ref ref = Ref.of(entity.name());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("plugin_id", "catalog");
        row.put("kind", ref.kind());
        row.put("name", ref.name());
        row.put("namespace", ref.namespace());
        row.put("last_used", moment(told(entity).lastUse()));
        row.put("count", told(entity).count());
        return row;
    }

    /** An entity ref in its parts. */
    private record Ref(String kind, String namespace, String name) {
        static Ref of(String text) {
            int colon = text.indexOf(':');
            int slash = text.indexOf('/', colon);
            return new Ref(text.substring(0, colon), text.substring(colon + 1, slash), text.substring(slash + 1));
        }
    }

    private static Item told(TopRow row) {
        return Objects.requireNonNull(row.item());
    }

    private static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private List<TopRow> first(Listing listing, Company company, InsightsRequest request, Predicate<String> asked) {
        Top top = reader.read(question(listing, company, request), Optional.empty());
        return top.told(TopOrder.COUNT).stream()
                .filter(row -> asked.test(row.name()))
                .limit(request.limit())
                .toList();
    }

    private static TopQuestion question(Listing listing, Company company, InsightsRequest request) {
        return new TopQuestion(
                listing, Directory.ORGANISATION, company, request.days().period());
    }
}
