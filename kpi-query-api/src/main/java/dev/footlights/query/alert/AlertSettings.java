package dev.footlights.query.alert;

import dev.footlights.query.delivery.Addresses;
import dev.footlights.query.period.Granularity;
import dev.footlights.schemas.kpis.Kpi;
import dev.footlights.schemas.kpis.KpiCatalogue;
import dev.footlights.service.settings.Default;
import dev.footlights.service.settings.Require;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is watched.
 *
 * @param checkEvery how often
 */
public record AlertSettings(@Default("5m") Duration checkEvery, List<Rule> rules) {
    public AlertSettings {
        rules = List.copyOf(rules);
        Require.positive("checkEvery", checkEvery);
        List<String> ids = rules.stream().map(Rule::id).toList();
        Require.that(ids.stream().distinct().count() == ids.size(), "rules", "has an id twice");
    }

    /** When a rule is broken. */
    public enum Kind {
        /** The figure of the last whole period is at least so many percent below that of the one before. */
        DROP,
        /** It is above a limit. */
        ABOVE,
        /** It is below a limit. */
        BELOW,
        /** Nothing was counted for so long, or the figures are that old. */
        SILENCE
    }

    /**
     * A rule.
     *
     * @param id lower-case name used in URLs
     * @param name what people call it; the id when empty
     * @param kpi of the catalogue; for a silence one that adds up, such as events
     * @param zone in which periods are cut; the reporting zone when absent
     * @param granularity of the periods: hour, day, week or month
     * @param percent of a drop
     * @param limit of above and below, in the KPI's unit; a ratio from 0 to 1
     * @param silentFor of a silence
     * @param to mail addresses
     * @param channels by name
     * @param muted whether nobody is told
     * @param mutedUntil a moment such as {@code 2026-11-30T08:00:00Z}, before which nobody is told
     */
    public record Rule(
            String id,
            @Default("") String name,
            @Default("events") String kpi,
            Kind kind,
            @Default("org") String team,
            @Default("*") String feature,
            Optional<ZoneId> zone,
            @Default("week") Granularity granularity,
            Optional<Double> percent,
            Optional<Double> limit,
            Optional<Duration> silentFor,
            List<String> to,
            List<String> channels,
            @Default("false") boolean muted,
            Optional<String> mutedUntil) {
        private static final Duration LONGEST_SILENCE = Duration.ofDays(60);

        public Rule {
            to = List.copyOf(to);
            channels = List.copyOf(channels);
            Require.that(id.matches("[a-z0-9][a-z0-9-]{0,63}"), "id", "is not lower-case letters, digits and dashes");
            checkKpi(kpi, kind, team, feature, granularity);
            Require.that(granularity != Granularity.TOTAL, "granularity", "is total, which has no period before");
            Require.that(to.stream().allMatch(Addresses::isPlain), "to", "has an entry that is no mail address");
            Require.that(
                    percent.isPresent() == (kind == Kind.DROP),
                    "percent",
                    "goes with the kind drop, and with no other");
            Require.that(
                    percent.isEmpty() || (percent.get() > 0 && percent.get() <= 100),
                    "percent",
                    "is not from 0 to 100");
            Require.that(
                    limit.isPresent() == (kind == Kind.ABOVE || kind == Kind.BELOW),
                    "limit",
                    "goes with the kinds above and below, and with no other");
            Require.that(
                    silentFor.isPresent() == (kind == Kind.SILENCE),
                    "silentFor",
                    "goes with the kind silence, and with no other");
            Require.that(
                    silentFor.isEmpty()
                            || (silentFor.get().compareTo(Duration.ofHours(1)) >= 0
                                    && silentFor.get().compareTo(LONGEST_SILENCE) <= 0),
                    "silentFor",
                    "is not between an hour and 60 days");
            Require.that(
                    mutedUntil.isEmpty() || isMoment(mutedUntil.get()),
                    "mutedUntil",
                    "is not a moment such as 2026-11-30T08:00:00Z");
        }

        private static void checkKpi(String id, Kind kind, String team, String feature, Granularity granularity) {
            Optional<Kpi> known = KpiCatalogue.shipped().kpi(id);
            Require.that(known.isPresent(), "kpi", "is none of the catalogue");
            Kpi kpi = known.orElseThrow();
            Require.that(
                    granularity != Granularity.HOUR || !"day".equals(kpi.finest()),
                    "granularity",
                    "is hour, and " + id + " has a meaning for days and longer");
            Require.that(
                    team.equals("org") || kpi.dimensions().contains("team"),
                    "team",
                    "is one, and " + id + " isn't counted by team");
            Require.that(
                    feature.equals("*") || kpi.dimensions().contains("feature"),
                    "feature",
                    "is one, and " + id + " isn't counted by feature");
            Require.that(kind != Kind.SILENCE || kpi.additive(), "kpi", "doesn't add up, so it is never silent");
        }

        private static boolean isMoment(String text) {
            try {
                Instant.parse(text);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }

        /** What people call it. */
        public String title() {
            return name.isBlank() ? id : name;
        }

        Optional<Instant> mutedBySettings() {
            return muted ? Optional.of(Instant.MAX) : mutedUntil.map(Instant::parse);
        }
    }
}
