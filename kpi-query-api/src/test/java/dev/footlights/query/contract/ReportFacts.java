package dev.footlights.query.contract;

import dev.footlights.query.QuerySettings;
import dev.footlights.service.settings.SettingsException;
import dev.footlights.service.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two weeks to tell of, small enough to count by hand. Department A has Zahlung &amp; Café and Kiosk, department B has Lager
 * and Dach; eight people each, but three in Dach.
 *
 * <pre>
 * people in     W46  W47
 * café            8    8   techdocs; six of them search in W47 for what there is not
 * kiosk           5    8   home
 * lager           8    0   techdocs
 * dach            2    3   home
 * </pre>
 */
final class ReportFacts {
    static final String CAFE = "group:default/café";
    static final String KIOSK = "group:default/kiosk";
    static final String LAGER = "group:default/lager";
    static final String DACH = "group:default/dach";
    static final String A = "group:default/dept-a";
    private static final String B = "group:default/dept-b";
    /** Of week 47. */
    static final LocalDate MONDAY = LocalDate.parse("2026-11-16");

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final int PEOPLE = 8;

    private ReportFacts() {}

    private static final class Holder {
        static final ClickHouseUnderTest.Store STORE = store("report_facts", MONDAY);
        static final ApiUnderTest TOLD = fixed(0);
        static final ApiUnderTest WITHHELD = fixed(5);
    }

    /** Answers with nothing withheld, as long as the tests run. */
    static ApiUnderTest told() {
        return Holder.TOLD;
    }

    /** The same with a floor of five. */
    static ApiUnderTest withheld() {
        return Holder.WITHHELD;
    }

    private static ApiUnderTest fixed(int floor) {
        return service(
                Holder.STORE,
                Clock.fixed(NOW, ZoneOffset.UTC),
                "privacy: {minimum-group-size: %d}\npage-url: https://portal.example.org/footlights".formatted(floor));
    }

    /** The service with settings of a file. */
    static ApiUnderTest service(ClickHouseUnderTest.Store store, Clock clock, String yaml) {
        try {
            return new ApiUnderTest(settings(store, yaml), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SettingsException e) {
            throw new IllegalStateException(e);
        }
    }

    static QuerySettings settings(ClickHouseUnderTest.Store store, String yaml) throws SettingsException, IOException {
        Path file = Files.createTempFile("footlights-settings", ".yaml");
        try {
            Files.writeString(file, yaml);
            return SettingsReader.read(QuerySettings.class, Optional.of(file), new HashMap<>(environment(store)));
        } finally {
            Files.delete(file);
        }
    }

    /** Where the service finds the facts, on a port of its own. */
    static Map<String, String> environment(ClickHouseUnderTest.Store store) {
        return Map.of(
                "FOOTLIGHTS_HTTP_PORT", "0",
                "FOOTLIGHTS_CLICKHOUSE_URL", store.settings().url(),
                "FOOTLIGHTS_CLICKHOUSE_USERNAME", store.settings().username(),
                "FOOTLIGHTS_CLICKHOUSE_PASSWORD", store.settings().password(),
                "FOOTLIGHTS_CLICKHOUSE_DATABASE", store.settings().database());
    }

    /** A database with these facts, the later week beginning on a Monday. */
    static ClickHouseUnderTest.Store store(String name, LocalDate monday) {
        try {
            ClickHouseUnderTest.Store store = ClickHouseUnderTest.get().store(name);
            ZoneId utc = ZoneId.of("UTC");
            Tables tables = new Tables(store, utc);
            tables.team("org", "Everyone", "", true);
            tables.team(A, "Department A", "org", true);
            tables.team(B, "Department B", "org", true);
            tables.team(CAFE, "Zahlung & Café", A, true);
            tables.team(KIOSK, "Kiosk", A, true);
            tables.team(LAGER, "Lager", B, true);
            tables.team(DACH, "Dach", B, true);
            List<Use> uses = new ArrayList<>();
            List<ItemUse> all = new ArrayList<>();
            team(tables, uses, monday, 0, PEOPLE, "techdocs", new int[] {8, 8}, CAFE, A);
            team(tables, uses, monday, 20, PEOPLE, "home", new int[] {5, 8}, KIOSK, A);
            team(tables, uses, monday, 40, PEOPLE, "techdocs", new int[] {8, 0}, LAGER, B);
            team(tables, uses, monday, 60, 3, "home", new int[] {2, 3}, DACH, B);
            for (int person = 0; person < 6; person++) {
                uses.add(Use.event(person, monday + "T11:00:00Z", "search", CAFE, A, "org"));
            }
            for (int use = 0; use < uses.size(); use++) {
                all.add(new ItemUse(uses.get(use), "item " + use, "click", 0, 0));
            }
            for (int person = 0; person < 6; person++) {
                all.add(ItemUse.search(person, monday + "T11:00:00Z", "=größe <b>", false, false, CAFE, A, "org"));
            }
            tables.loadItems(all);
            tables.asOf(monday.plusWeeks(1) + "T08:59:00Z");
            return store;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void team(
            Tables tables,
            List<Use> uses,
            LocalDate monday,
            int first,
            int people,
            String feature,
            int[] weeks,
            String team,
            String department)
            throws SQLException {
        for (int person = first; person < first + people; person++) {
            tables.person(person, true, team, department, "org");
        }
        for (int person = first; person < first + weeks[0]; person++) {
            uses.add(Use.event(person, monday.minusDays(4) + "T10:00:00Z", feature, team, department, "org"));
        }
        for (int person = first; person < first + weeks[1]; person++) {
            uses.add(Use.event(person, monday.plusDays(2) + "T10:00:00Z", feature, team, department, "org"));
        }
    }
}
