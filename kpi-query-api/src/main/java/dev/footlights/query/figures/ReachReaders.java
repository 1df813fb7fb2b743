package dev.footlights.query.figures;

import java.util.Map;

/** Readers of the KPIs about who comes, how often and how long. */
final class ReachReaders {
    private ReachReaders() {}

    static Map<String, KpiReader> of(ReaderParts parts) {
        return Map.ofEntries(
                Map.entry("active-users", new ActiveUsers(parts)),
                Map.entry("adoption-rate", Adoption.rate(parts)),
                Map.entry("inactive-users", Adoption.inactive(parts)));
    }
}
