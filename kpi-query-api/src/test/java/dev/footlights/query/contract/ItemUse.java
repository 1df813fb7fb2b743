package dev.footlights.query.contract;

import java.time.Instant;
import java.util.List;

/**
 * Something that a person did with something.
 *
 * @param item as facts hold it
 * @param action as facts hold it
 */
record ItemUse(Use use, String item, String action, long zeroResultSearches, long openedSearches) {

    static ItemUse act(int actor, String at, String feature, String action, String item, String... teams) {
        return new ItemUse(Use.event(actor, at, feature, teams), item, action, 0, 0);
    }

    static ItemUse view(int actor, String at, String feature, String item, String... teams) {
        Use use = new Use(actor, Instant.parse(at), List.of(teams), feature, 1, 1, 0, 0, 0, 0);
        return new ItemUse(use, item, "navigate", 0, 0);
    }

    /** Coming by again too soon to be a view. */
    static ItemUse again(int actor, String at, String feature, String item, String... teams) {
        return new ItemUse(Use.event(actor, at, feature, teams), item, "navigate", 0, 0);
    }

    static ItemUse run(int actor, String at, String template, long savedMicroMinutes, String... teams) {
        return new ItemUse(Use.run(actor, at, savedMicroMinutes, teams), template, "create", 0, 0);
    }

    /** The event beside a row of a term. */
    static ItemUse searched(ItemUse term) {
        Use use = term.use();
        return act(
                use.actor(),
                use.at().toString(),
                "search",
                "search",
                "",
                use.teams().toArray(String[]::new));
    }

    /** A row of a term, which counts a search and no event. */
    static ItemUse search(int actor, String at, String term, boolean found, boolean opened, String... teams) {
        Use use = new Use(actor, Instant.parse(at), List.of(teams), "search", 0, 0, 0, 0, 0, 1);
        return new ItemUse(use, term, "search", found ? 0 : 1, opened ? 1 : 0);
    }
}
