package dev.footlights.query.insights;

import dev.footlights.query.answer.Directory;
import dev.footlights.query.company.Company;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.presence.Pieces;
import dev.footlights.query.presence.Presence;
import dev.footlights.query.presence.PresentPeople;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.FigureRow;
import dev.footlights.query.store.TeamDays;
import dev.footlights.query.top.TopList;
import dev.footlights.query.top.TopReader;
import dev.footlights.schemas.features.FeatureRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers the seven queries, about the whole organisation. */
public final class InsightsReader {
    private final ClickHouse clickHouse;
    private final Floor floor;
    private final TopLists lists;

    public InsightsReader(ClickHouse clickHouse, Floor floor, int mostItems) {
        this.clickHouse = clickHouse;
        this.floor = floor;
        this.lists = new TopLists(new TopReader(clickHouse, mostItems));
    }

    /**
     * The answer to a request.
     *
     * @param company of the organisation
     * @param licensedUsers told as such
     */
    public Insights read(InsightsRequest request, Company company, long licensedUsers) {
        TeamDays days = new TeamDays(
                List.of(Directory.ORGANISATION),
                request.days().begin(),
                request.days().end());
        return switch (request.type()) {
            case TOTAL_USERS -> totalUsers(days, request, company, licensedUsers);
            case ACTIVE_USERS -> activeUsers(days, request, company);
            case TOP_PLUGINS -> lists.plugins(company, request);
            case TOP_SEARCHES -> lists.searches(company, request);
            case TOP_TEMPLATES -> lists.templates(company, request);
            case TOP_TECHDOCS -> lists.entities(TopList.DOCS, company, request);
            case TOP_CATALOG_ENTITIES -> lists.entities(TopList.ENTITIES, company, request);
        };
    }

    private Insights totalUsers(TeamDays days, InsightsRequest request, Company company, long licensedUsers) {
        Pieces pieces = new Pieces();
        pieces.add(days.begin(), days.end(), days.begin().getEpochSecond(), 0);
        Scope scope = new Scope(days.teams(), List.of(FeatureRules.ALL));
        long people = clickHouse.run(new PresentPeople(new Presence(scope, pieces))).stream()
                .mapToLong(FigureRow::people)
                .sum();
        boolean withheld = floor.withholds(people)
                || !company.silent(FeatureRules.ALL, request.days().period()).isEmpty();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("logged_in_users", withheld ? null : (Long) people);
        row.put("licensed_users", licensedUsers);
        return new Insights(Optional.empty(), List.copyOf(row.keySet()), List.of(row));
    }

    /** A bucket that is withheld is left out like one without anybody; new and returning are withheld together. */
    private Insights activeUsers(TeamDays days, InsightsRequest request, Company company) {
        var buckets = request.buckets();
        Set<Instant> silent =
                company.silent(List.of(FeatureRules.ALL), request.grouping().granularity(), buckets).stream()
                        .map(Cell::start)
                        .collect(Collectors.toSet());
        var people = clickHouse.run(new BucketPeople(days, buckets)).stream()
                .collect(Collectors.toMap(BucketPeople.Bucket::calendarStart, bucket -> bucket));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        buckets.forEach(period -> {
            BucketPeople.Bucket bucket = people.get(period.calendarStart());
            if (bucket != null && !floor.withholds(bucket.people()) && !silent.contains(period.start())) {
                long returning = bucket.people() - bucket.fresh();
                boolean withheld = floor.withholds(bucket.fresh()) || floor.withholds(returning);
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("date", request.date(period));
                row.put("total_users", bucket.people());
                row.put("new_users", withheld ? null : (Long) bucket.fresh());
                row.put("returning_users", withheld ? null : (Long) returning);
                rows.add(row);
            }
        });
        return new Insights(
                rows.isEmpty() ? Optional.empty() : Optional.of(request.grouping()),
                List.of("date", "total_users", "new_users", "returning_users"),
                rows);
    }
}
