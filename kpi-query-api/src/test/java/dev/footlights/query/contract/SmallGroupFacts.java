package dev.footlights.query.contract;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A crew of six people, 1 to 6, with a floor of five. The asked days are three ISO weeks from the 12th of October: in the
 * first everybody was there, in the second only 1 and 2, in the third 1 to 5; and the week before is of five, so that the days
 * can begin there. What holds "few" in its name fewer than five people used, but all of it in a list together at least five
 * did, so that nothing else in the list is withheld for its sake. Of features, where that doesn't count, the last in the
 * catalogue is: the portal.
 */
final class SmallGroupFacts {
    static final String DAYS = "from=2026-10-12&to=2026-11-01";
    static final String SERVICE = "template:default/svc";
    static final String CHECKED = "template:default/checked";
    static final String MIXED = "template:default/mixed";
    static final String OPENED = "template:default/opened";
    static final String FEW_RAN = "template:default/few-ran";
    static final String FEW_KNOWN = "template:default/few-known";
    static final String PAY = "component:default/pay";
    static final String CREW = "group:default/crew";
    static final String SMALL = "group:default/small";
    static final String BIG = "group:default/big";
    static final String NEVER = "group:default/never";

    private static final String FEW_SAW = "component:default/few-saw";
    private static final String FEW_SAW_TOO = "component:default/few-saw-too";
    private static final String[] OF_CREW = {CREW, "org"};

    private SmallGroupFacts() {}

    private static final class Holder {
        static final ApiUnderTest API =
                FilledStore.of("small_groups", "UTC", SmallGroupFacts::fill).api(5, "2026-11-02T12:00:00Z");
    }

    /** Answers about these facts as long as the tests run. */
    static ApiUnderTest api() {
        return Holder.API;
    }

    private static void fill(Tables tables) throws SQLException {
        tables.team("org", "Everyone", "", true);
        people(tables, CREW, 1, 6);
        people(tables, SMALL, 11, 12);
        people(tables, BIG, 21, 25);
        people(tables, NEVER, 31, 31);
        List<ItemUse> uses = new ArrayList<>();
        before(uses);
        templates(uses);
        views(uses);
        searches(uses);
        tables.loadItems(uses);
        outcomes(tables);
    }

    private static void people(Tables tables, String team, int first, int last) throws SQLException {
        tables.team(team, team, "org", true);
        for (int actor = first; actor <= last; actor++) {
            tables.person(actor, true, team, "org");
        }
    }

    /** One person's use, by number. */
    private interface Doing {
        ItemUse by(int actor);
    }

    private static void each(List<ItemUse> uses, int first, int last, Doing doing) {
        IntStream.rangeClosed(first, last).forEach(actor -> uses.add(doing.by(actor)));
    }

    private static void before(List<ItemUse> uses) {
        String day = "2026-09-15T08:00:00Z";
        each(uses, 1, 5, actor -> ItemUse.act(actor, day, "cost", "click", "", OF_CREW));
        each(uses, 1, 2, actor -> ItemUse.act(actor, day, "tech-radar", "click", "", OF_CREW));
        each(uses, 1, 5, actor -> ItemUse.act(actor, day, "portal", "click", "", OF_CREW));
        each(uses, 11, 12, actor -> ItemUse.act(actor, day, "cost", "click", "", SMALL, "org"));
        each(uses, 21, 25, actor -> ItemUse.act(actor, day, "cost", "click", "", BIG, "org"));
        each(uses, 1, 5, actor -> form(actor, "2026-10-06T08:00:00Z", "open", OPENED));
        each(uses, 1, 3, actor -> ItemUse.run(actor, "2026-10-06T09:00:00Z", SERVICE, 0, OF_CREW));
    }

    private static void templates(List<ItemUse> uses) {
        each(uses, 1, 6, actor -> form(actor, "2026-10-13T08:00:00Z", "open", SERVICE));
        each(uses, 1, 4, actor -> form(actor, "2026-10-13T08:30:00Z", "step-1", SERVICE));
        each(uses, 1, 6, actor -> ItemUse.run(actor, "2026-10-13T09:00:00Z", SERVICE, 1_000_000, OF_CREW));
        each(uses, 1, 1, actor -> form(actor, "2026-10-13T09:10:00Z", "restart", SERVICE));
        each(uses, 1, 1, actor -> ItemUse.run(actor, "2026-10-20T09:00:00Z", SERVICE, 0, OF_CREW));
        each(uses, 1, 1, actor -> ItemUse.run(actor, "2026-10-20T09:30:00Z", SERVICE, 0, OF_CREW));
        each(uses, 1, 5, actor -> ItemUse.run(actor, "2026-10-27T09:00:00Z", SERVICE, 0, OF_CREW));
        each(uses, 1, 4, actor -> ItemUse.run(actor, "2026-10-13T10:00:00Z", FEW_RAN, 0, OF_CREW));
        each(uses, 1, 5, actor -> form(actor, "2026-10-13T11:00:00Z", "open", OPENED));
        each(uses, 5, 6, actor -> ItemUse.run(actor, "2026-10-13T11:30:00Z", OPENED, 0, OF_CREW));
        each(uses, 1, 5, actor -> ItemUse.run(actor, "2026-10-13T12:00:00Z", CHECKED, 0, OF_CREW));
        each(uses, 1, 5, actor -> ItemUse.run(actor, "2026-10-13T13:00:00Z", MIXED, 0, OF_CREW));
    }

    private static ItemUse form(int actor, String at, String action, String template) {
        return ItemUse.act(actor, at, "templates", action, template, OF_CREW);
    }

    private static void views(List<ItemUse> uses) {
        String docs = "2026-10-15T08:00:00Z";
        String catalog = "2026-10-15T09:00:00Z";
        each(uses, 1, 5, actor -> ItemUse.view(actor, docs, "techdocs", PAY, OF_CREW));
        each(uses, 1, 2, actor -> ItemUse.view(actor, docs, "techdocs", FEW_SAW, OF_CREW));
        each(uses, 3, 5, actor -> ItemUse.view(actor, docs, "techdocs", FEW_SAW_TOO, OF_CREW));
        each(uses, 1, 1, actor -> ItemUse.view(actor, "2026-10-20T08:00:00Z", "techdocs", PAY, OF_CREW));
        each(uses, 1, 5, actor -> ItemUse.view(actor, "2026-10-27T08:00:00Z", "techdocs", PAY, OF_CREW));
        each(uses, 1, 5, actor -> ItemUse.view(actor, catalog, "software-catalog", PAY, OF_CREW));
        each(uses, 1, 3, actor -> ItemUse.view(actor, catalog, "software-catalog", FEW_SAW, OF_CREW));
        each(uses, 4, 5, actor -> ItemUse.view(actor, catalog, "software-catalog", FEW_SAW_TOO, OF_CREW));
        each(
                uses,
                1,
                4,
                actor -> ItemUse.act(
                        actor,
                        "2026-10-15T10:00:00Z",
                        "techdocs",
                        "not-found",
                        "component:default/few-missed",
                        OF_CREW));
        each(uses, 1, 3, actor -> ItemUse.act(actor, "2026-10-15T11:00:00Z", "few-plugin", "click", "", OF_CREW));
        each(uses, 1, 4, actor -> ItemUse.act(actor, "2026-10-15T12:00:00Z", "home", "click", "", OF_CREW));
        each(uses, 1, 5, actor -> ItemUse.act(actor, "2026-10-15T13:00:00Z", "portal", "click", "", OF_CREW));
    }

    private static void searches(List<ItemUse> uses) {
        String at = "2026-10-14T08:00:00Z";
        List<ItemUse> searches = new ArrayList<>();
        each(searches, 1, 6, actor -> ItemUse.search(actor, at, "popular", true, actor <= 4, OF_CREW));
        each(searches, 1, 2, actor -> ItemUse.search(actor, at, "few ask", true, false, OF_CREW));
        each(searches, 3, 5, actor -> ItemUse.search(actor, at, "few find", false, false, OF_CREW));
        each(searches, 2, 2, actor -> ItemUse.search(actor, "2026-10-21T08:00:00Z", "popular", true, false, OF_CREW));
        each(searches, 1, 5, actor -> ItemUse.search(actor, "2026-10-28T08:00:00Z", "popular", true, false, OF_CREW));
        searches.forEach(search -> uses.add(ItemUse.searched(search)));
        uses.addAll(searches);
        each(uses, 1, 3, actor -> ItemUse.act(actor, at, "search", "discover-2", PAY, OF_CREW));
    }

    private static void outcomes(Tables tables) throws SQLException {
        for (int actor = 1; actor <= 6; actor++) {
            String outcome = actor <= 5 ? "completed" : "failed";
            tables.outcome("service-" + actor, SERVICE, actor, outcome, "2026-10-13T09:05:00Z", OF_CREW);
        }
        tables.outcome("checked-1", CHECKED, 1, "completed", "2026-10-13T12:05:00Z", OF_CREW);
        tables.outcome("checked-2", CHECKED, 2, "failed", "2026-10-13T12:05:00Z", OF_CREW);
        tables.outcome("mixed", MIXED, 0, "failed", "2026-10-13T13:05:00Z", OF_CREW);
        tables.outcome("known", FEW_KNOWN, 0, "completed", "2026-10-13T14:05:00Z", OF_CREW);
    }
}
