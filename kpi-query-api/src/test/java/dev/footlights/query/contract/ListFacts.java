package dev.footlights.query.contract;

import java.sql.SQLException;
import java.util.List;

/** Facts of lists and funnels, small enough to count by hand. The asked days are the ISO weeks of the 12th and the 19th. */
final class ListFacts {
    static final String PAYMENTS = "group:default/payments";
    static final String SALES = "group:default/sales";
    static final String IDLE = "group:default/idle";
    private static final String LATE = "group:default/late";
    private static final String[] OF_PAYMENTS = {PAYMENTS, "org"};
    private static final String[] OF_SALES = {SALES, "org"};
    private static final String[] OF_NONE = {"unassigned", "org"};
    static final String SERVICE = "template:default/svc";
    static final String LIBRARY = "template:default/lib";
    static final String DAYS = "from=2026-10-12&to=2026-10-25";

    private ListFacts() {}

    private static final class Holder {
        private static final String NOW = "2026-10-28T12:00:00Z";
        private static final FilledStore STORE = FilledStore.of("lists_hand_made", "UTC", ListFacts::fill);
        static final ApiUnderTest API = STORE.api(1, NOW);
        static final ApiUnderTest WITHHELD = STORE.api(5, NOW);
    }

    /** Answers about these facts, with a floor of 1, as long as the tests run. */
    static ApiUnderTest api() {
        return Holder.API;
    }

    /** The same with a floor of 5, which nothing here reaches. */
    static ApiUnderTest withheld() {
        return Holder.WITHHELD;
    }

    private static void fill(Tables tables) throws SQLException {
        tables.team("org", "Everyone", "", true);
        tables.team(PAYMENTS, "Payments", "org", true);
        tables.team(SALES, "Sales", "org", true);
        tables.team(IDLE, "Idle", "org", true);
        tables.team(LATE, "Late", PAYMENTS, true);
        tables.team("group:default/closed", "Closed", "org", false);
        tables.person(1, true, OF_PAYMENTS);
        tables.person(2, true, OF_PAYMENTS);
        tables.person(3, true, OF_SALES);
        tables.person(5, true, IDLE, "org");
        tables.person(6, true, LATE, PAYMENTS, "org");
        tables.asOf("2026-10-28T11:59:58.250Z");
        tables.loadItems(uses());
        tables.outcome("t1", SERVICE, 1, "completed", "2026-10-13T09:05:00Z", OF_PAYMENTS);
        tables.outcome("t2", SERVICE, 1, "failed", "2026-10-20T10:05:00Z", OF_PAYMENTS);
        tables.outcome("t3", SERVICE, 2, "completed", "2026-10-20T11:05:00Z", OF_PAYMENTS);
        tables.outcome("t4", SERVICE, 2, "completed", "2026-10-26T00:00:00Z", OF_PAYMENTS);
    }

    private static List<ItemUse> uses() {
        return List.of(
                // Before the asked days
                ItemUse.act(1, "2026-09-01T23:50:00Z", "cost", "click", "", OF_PAYMENTS),
                ItemUse.run(1, "2026-10-05T09:00:00Z", SERVICE, 0, OF_PAYMENTS),
                ItemUse.run(3, "2026-10-06T09:00:00Z", LIBRARY, 0, OF_SALES),
                ItemUse.run(3, "2026-10-06T10:00:00Z", LIBRARY, 0, OF_SALES),
                ItemUse.run(3, "2026-10-06T11:00:00Z", LIBRARY, 0, OF_SALES),
                // 1 goes through a template in ten minutes, and runs it again a week later
                ItemUse.act(1, "2026-10-13T08:50:00Z", "templates", "open", SERVICE, OF_PAYMENTS),
                ItemUse.act(1, "2026-10-13T08:55:00Z", "templates", "step-1", SERVICE, OF_PAYMENTS),
                ItemUse.run(1, "2026-10-13T09:00:00Z", SERVICE, 2_500_000, OF_PAYMENTS),
                ItemUse.run(1, "2026-10-20T10:00:00Z", SERVICE, 1_500_000, OF_PAYMENTS),
                // 2 takes half an hour, then again, over and over
                ItemUse.act(2, "2026-10-20T10:30:00Z", "templates", "open", SERVICE, OF_PAYMENTS),
                ItemUse.act(2, "2026-10-20T10:58:00Z", "templates", "step-1", SERVICE, OF_PAYMENTS),
                ItemUse.run(2, "2026-10-20T11:00:00Z", SERVICE, 0, OF_PAYMENTS),
                ItemUse.act(2, "2026-10-20T11:10:00Z", "templates", "restart", SERVICE, OF_PAYMENTS),
                ItemUse.act(2, "2026-10-20T11:20:00Z", "templates", "retried", SERVICE, OF_PAYMENTS),
                // 3 is seen at the first step before opening
                ItemUse.act(3, "2026-10-14T07:00:00Z", "templates", "step-1", LIBRARY, OF_SALES),
                ItemUse.act(3, "2026-10-14T07:30:00Z", "templates", "open", LIBRARY, OF_SALES),
                ItemUse.run(3, "2026-10-14T08:00:00Z", LIBRARY, 0, OF_SALES),
                // 4 only opens
                ItemUse.act(4, "2026-10-15T08:00:00Z", "templates", "open", SERVICE, OF_NONE),
                // Views; 22:30 UTC is Monday in Paris
                ItemUse.view(1, "2026-10-20T08:00:00Z", "techdocs", "component:default/pay", OF_PAYMENTS),
                ItemUse.view(1, "2026-10-20T08:01:00Z", "techdocs", "component:default/pay", OF_PAYMENTS),
                ItemUse.view(2, "2026-10-20T08:00:00Z", "techdocs", "/docs/default/component/pay/setup", OF_PAYMENTS),
                ItemUse.view(3, "2026-10-20T08:00:00Z", "techdocs", "/docs", OF_SALES),
                ItemUse.again(3, "2026-10-20T08:29:00Z", "techdocs", "/docs", OF_SALES),
                ItemUse.view(3, "2026-10-18T22:30:00Z", "techdocs", "api:default/x", OF_SALES),
                ItemUse.view(1, "2026-10-20T08:05:00Z", "software-catalog", "component:default/pay", OF_PAYMENTS),
                ItemUse.view(2, "2026-10-20T08:05:00Z", "ci-cd", "/catalog/Default/Component/Pay/ci", OF_PAYMENTS),
                ItemUse.act(1, "2026-10-20T08:06:00Z", "techdocs", "not-found", "component:default/gone", OF_PAYMENTS),
                ItemUse.act(2, "2026-10-20T08:06:00Z", "my-plugin", "click", "", OF_PAYMENTS),
                // Searches
                ItemUse.search(1, "2026-10-21T08:00:00Z", "payments", true, true, OF_PAYMENTS),
                ItemUse.search(1, "2026-10-21T09:00:00Z", "payments", true, false, OF_PAYMENTS),
                ItemUse.search(2, "2026-10-21T08:00:00Z", "payments", true, false, OF_PAYMENTS),
                ItemUse.search(3, "2026-10-21T08:00:00Z", "=cmd", false, false, OF_SALES),
                ItemUse.act(1, "2026-10-21T08:00:05Z", "search", "discover-1", "component:default/pay", OF_PAYMENTS),
                ItemUse.act(2, "2026-10-21T08:00:05Z", "search", "discover-4", "component:default/pay", OF_PAYMENTS),
                ItemUse.act(2, "2026-10-21T08:00:06Z", "search", "discover-2", "component:default/pay", OF_PAYMENTS),
                ItemUse.act(3, "2026-10-21T08:00:06Z", "search", "discover", "", OF_SALES),
                // After the asked days
                ItemUse.act(6, "2026-10-27T08:00:00Z", "home", "click", "", LATE, PAYMENTS, "org"));
    }
}
