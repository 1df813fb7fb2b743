package dev.footlights.query.contract;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Fills the tables as the pipeline would, every fact and rollup also in an older revision that must not count. */
final class Tables {
    private static final int SHARDS = 3;
    private static final List<String> KINDS = List.of("hour", "day", "week", "month");
    private static final String ROLLUPS =
            "kpi_rollups (team, feature, period_kind, period_start, shard, active_users, new_users, events, views,"
                    + " interactions, template_runs, saved_micro_minutes, searches, zero_result_searches, sessions,"
                    + " revision)";

    private final ClickHouseUnderTest.Store store;
    private final ZoneId reportingZone;

    Tables(ClickHouseUnderTest.Store store, ZoneId reportingZone) {
        this.store = store;
        this.reportingZone = reportingZone;
    }

    static UUID actor(int number) {
        return new UUID(0x8000, number);
    }

    /** For facts that no method here writes. */
    void execute(String sql) throws SQLException {
        store.execute(sql);
    }

    void load(List<Use> uses) throws SQLException {
        facts(uses);
        firstUses(uses);
        rollups(uses);
    }

    /** As {@link #load}, with what it was done on. Uses of one key are one fact. */
    void loadItems(List<ItemUse> uses) throws SQLException {
        itemFacts(uses);
        List<Use> plain = uses.stream().map(ItemUse::use).toList();
        firstUses(plain);
        rollups(plain);
    }

    private void itemFacts(List<ItemUse> uses) throws SQLException {
        Map<String, long[]> facts = new LinkedHashMap<>();
        for (ItemUse each : uses) {
            Use use = each.use();
            long slot = Math.floorDiv(use.at().getEpochSecond(), 900L) * 900;
            long at = use.at().toEpochMilli();
            for (String team : use.teams()) {
                String key = "'%s', '%s', '%s', %d, '%s', '%s', '%s', '', %d"
                        .formatted(
                                team,
                                LocalDate.ofInstant(use.at(), ZoneOffset.UTC),
                                use.feature(),
                                slot,
                                each.item().replace("\\", "\\\\").replace("'", "\\'"),
                                each.action(),
                                actor(use.actor()),
                                Integer.toUnsignedLong(use.teams().hashCode()));
                long[] fact = facts.computeIfAbsent(key, absent -> new long[] {0, 0, 0, 0, 0, 0, 0, 0, at, at});
                long[] growth = {
                    use.events(),
                    use.views(),
                    use.interactions(),
                    use.runs(),
                    use.savedMicroMinutes(),
                    use.searches(),
                    each.zeroResultSearches(),
                    each.openedSearches()
                };
                for (int column = 0; column < growth.length; column++) {
                    fact[column] += growth[column];
                }
                fact[8] = Math.min(fact[8], at);
                fact[9] = Math.max(fact[9], at);
            }
        }
        List<String> rows = new ArrayList<>();
        facts.forEach((key, fact) -> {
            // Outdated, and wrong in all that is read of the latest version alone. First times only sink, so they are
            // read of all.
            rows.add("(%s, 1, 9, 9, 9, 9, 9, 9, 9, %d, %d, 1)".formatted(key, fact[8] + 1_000, fact[9] + 1_000));
            StringBuilder row = new StringBuilder("(" + key);
            for (long value : fact) {
                row.append(", ").append(value);
            }
            rows.add(row + ", 2)");
        });
        insert("activity_facts", rows);
    }

    /** How a task ended; of actor 0 it isn't known who ran it. */
    void outcome(String task, String template, int actor, String outcome, String at, String... teams)
            throws SQLException {
        String key = "('%s', '%s', '%s', ['%s'], "
                .formatted(task, template, actor == 0 ? new UUID(0, 0) : actor(actor), String.join("','", teams));
        String finished = ", %d, ".formatted(Instant.parse(at).toEpochMilli());
        store.execute("INSERT INTO template_outcomes VALUES " + key + "'failed'" + finished + "1), " + key + "'"
                + outcome + "'" + finished + "2)");
    }

    void team(String team, String title, String parent, boolean active) throws SQLException {
        store.execute("INSERT INTO teams VALUES ('%s', 'old', 'org', '', 0, 1), ('%s', '%s', '%s', 'team', %d, 2)"
                .formatted(team, team, title, parent, active ? 1 : 0));
    }

    void person(int actor, boolean active, String... teams) throws SQLException {
        store.execute("INSERT INTO roster VALUES ('%s', [], ['gone'], NULL, 1, 1), ('%s', [], ['%s'], NULL, %d, 2)"
                .formatted(actor(actor), actor(actor), String.join("','", teams), active ? 1 : 0));
    }

    void asOf(String instant) throws SQLException {
        store.execute(
                "INSERT INTO freshness VALUES ('sink', parseDateTime64BestEffort('%s', 3, 'UTC'))".formatted(instant));
    }

    private void facts(List<Use> uses) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (int number = 0; number < uses.size(); number++) {
            Use use = uses.get(number);
            long slot = Math.floorDiv(use.at().getEpochSecond(), 900L) * 900;
            LocalDate day = LocalDate.ofInstant(use.at(), ZoneOffset.UTC);
            for (String team : use.teams()) {
                String key = "('%s', '%s', '%s', %d, 'item %d', 'click', '%s', '', 7"
                        .formatted(team, day, use.feature(), slot, number, actor(use.actor()));
                String times =
                        "%d, %d".formatted(use.at().toEpochMilli(), use.at().toEpochMilli());
                rows.add(key + ", 1, 0, 0, 0, 3, 0, 0, " + times + ", 1)");
                rows.add(key
                        + ", %d, %d, %d, %d, %d, %d, 0, %s, 2)"
                                .formatted(
                                        use.events(),
                                        use.views(),
                                        use.interactions(),
                                        use.runs(),
                                        use.savedMicroMinutes(),
                                        use.searches(),
                                        times));
            }
        }
        insert(
                "activity_facts (team, day, feature, slot, item, action, actor, import_id, attribution, events, views,"
                        + " interactions, template_runs, saved_micro_minutes, searches, zero_result_searches, first_at,"
                        + " last_at, revision)",
                rows);
    }

    private void firstUses(List<Use> uses) throws SQLException {
        Map<String, Instant> firsts = firsts(uses);
        List<String> rows = new ArrayList<>();
        firsts.forEach((key, at) -> {
            rows.add("(%s, %d, 1)".formatted(key, at.plusSeconds(100_000).toEpochMilli()));
            rows.add("(%s, %d, 2)".formatted(key, at.toEpochMilli()));
        });
        insert("first_uses", rows);
    }

    private static Map<String, Instant> firsts(List<Use> uses) {
        Map<String, Instant> firsts = new LinkedHashMap<>();
        for (Use use : uses) {
            for (String team : use.teams()) {
                for (String feature : List.of(use.feature(), "*")) {
                    firsts.merge(
                            "'%s', '%s', '%s'".formatted(team, feature, actor(use.actor())),
                            use.at(),
                            (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }
        return firsts;
    }

    private static final class Sums {
        private final Set<Integer> people = new HashSet<>();
        private final Set<Integer> fresh = new HashSet<>();
        private long events;
        private long views;
        private long interactions;
        private long runs;
        private long saved;
        private long searches;
    }

    private void rollups(List<Use> uses) throws SQLException {
        Map<String, Instant> firsts = firsts(uses);
        Map<String, Sums> rollups = new HashMap<>();
        for (Use use : uses) {
            for (String team : use.teams()) {
                for (String feature : List.of(use.feature(), "*")) {
                    String person = "'%s', '%s', '%s'".formatted(team, feature, actor(use.actor()));
                    for (String kind : KINDS) {
                        long start = start(kind, use.at());
                        Sums sums = rollups.computeIfAbsent(
                                "'%s', '%s', '%s', %d, %d".formatted(team, feature, kind, start, use.actor() % SHARDS),
                                key -> new Sums());
                        add(use, sums, start(kind, firsts.getOrDefault(person, use.at())) == start);
                    }
                }
            }
        }
        List<String> rows = new ArrayList<>();
        rollups.forEach((key, sums) -> {
            rows.add("(" + key + ", 99, 99, 99, 99, 99, 99, 99, 99, 0, 0, 1)");
            rows.add("(%s, %d, %d, %d, %d, %d, %d, %d, %d, 0, 0, 2)"
                    .formatted(
                            key,
                            sums.people.size(),
                            sums.fresh.size(),
                            sums.events,
                            sums.views,
                            sums.interactions,
                            sums.runs,
                            sums.saved,
                            sums.searches));
        });
        insert(ROLLUPS, rows);
    }

    /** A person's only session: it belongs to the periods in which it begins, also if what it is about happens later. */
    void session(int actor, String from, String to, String feature, String... teams) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String team : teams) {
            for (String used : List.of(feature, "*")) {
                for (String kind : KINDS) {
                    rows.add("('%s', '%s', '%s', %d, %d, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2)"
                            .formatted(team, used, kind, start(kind, Instant.parse(from)), SHARDS + actor));
                }
            }
        }
        insert(ROLLUPS, rows);
        ZonedDateTime began = Instant.parse(from).atZone(ZoneOffset.UTC);
        insert(
                "session_facts (month, actor, session, import_id, teams, features, started_at, ended_at, events, views,"
                        + " merged, revision)",
                List.of("(%d, '%s', 'one', '', ['%s'], ['%s'], '%s', '%s', 1, 0, 0, 2)"
                        .formatted(
                                began.getYear() * 100 + began.getMonthValue(),
                                actor(actor),
                                String.join("','", teams),
                                feature,
                                from.replaceAll("[TZ]", " ").strip(),
                                to.replaceAll("[TZ]", " ").strip())));
    }

    private static void add(Use use, Sums sums, boolean fresh) {
        sums.people.add(use.actor());
        if (fresh) {
            sums.fresh.add(use.actor());
        }
        sums.events += use.events();
        sums.views += use.views();
        sums.interactions += use.interactions();
        sums.runs += use.runs();
        sums.saved += use.savedMicroMinutes();
        sums.searches += use.searches();
    }

    private long start(String kind, Instant at) {
        ZonedDateTime local = at.atZone(reportingZone);
        ZonedDateTime start = switch (kind) {
            case "hour" -> local.truncatedTo(ChronoUnit.HOURS);
            case "day" -> local.toLocalDate().atStartOfDay(reportingZone);
            case "week" ->
                local.toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay(reportingZone);
            default -> local.toLocalDate().withDayOfMonth(1).atStartOfDay(reportingZone);
        };
        return start.toEpochSecond();
    }

    private void insert(String table, List<String> rows) throws SQLException {
        if (!rows.isEmpty()) {
            store.execute("INSERT INTO " + table + " VALUES " + String.join(", ", rows));
        }
    }
}
