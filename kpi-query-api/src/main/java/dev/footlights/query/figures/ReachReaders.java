package dev.footlights.query.figures;

import java.util.Map;

/** Readers of the KPIs about who comes, how often and how long. */
final class ReachReaders {
    private ReachReaders() {}

    static Map<String, KpiReader> of(ReaderParts parts) {
        Growth growth = new Growth(parts);
        return Map.ofEntries(
                Map.entry("active-users", new ActiveUsers(parts)),
                Map.entry("new-users", new NewUsers(parts)),
                Map.entry("returning-users", growth.returning()),
                Map.entry("resurrected-users", growth.resurrected()),
                Map.entry("dormant-users", growth.dormant()),
                Map.entry("stickiness", DailyUsers.stickiness(parts)),
                Map.entry("days-active", DailyUsers.daysActive(parts)),
                Map.entry("adoption-rate", Adoption.rate(parts)),
                Map.entry("inactive-users", Adoption.inactive(parts)),
                Map.entry("sessions", new SessionCount(parts)),
                Map.entry("session-minutes", Sessions.minutes(parts)),
                Map.entry("session-length", Sessions.length(parts)),
                Map.entry("views-per-session", Sessions.views(parts)));
    }
}
