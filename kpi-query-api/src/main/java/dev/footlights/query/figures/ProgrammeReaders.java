package dev.footlights.query.figures;

import dev.footlights.query.store.BookedEvents;
import dev.footlights.query.store.BookedEvents.Booked;
import dev.footlights.query.store.CheckCounts;
import dev.footlights.query.store.FirstRuns;
import dev.footlights.query.store.OutcomeCounts;
import dev.footlights.query.store.RefusedEvents;
import dev.footlights.query.store.TemplateConversions;
import dev.footlights.query.store.UnlockCounts;
import dev.footlights.query.templates.OutcomeDays;
import java.util.Map;

/** Readers of the KPIs about golden paths, getting on board, maturity and the data itself. */
final class ProgrammeReaders {
    private static final double MILLISECONDS_OF_DAY = 86_400_000;

    private ProgrammeReaders() {}

    static Map<String, KpiReader> of(ReaderParts parts) {
        return Map.ofEntries(
                Map.entry("template-opens", ActionCount.ofTemplates(parts, "open")),
                Map.entry("template-retries", ActionCount.ofTemplates(parts, "retried", "restart")),
                Map.entry("template-cancels", ActionCount.ofTemplates(parts, "cancelled")),
                Map.entry(
                        "template-conversion",
                        TeamRows.shares(
                                parts,
                                Figure.UNKNOWN,
                                TemplateConversions::new,
                                row -> Figure.ratio(row.people(), row.amount(), row.base()))),
                Map.entry(
                        "days-to-first-run",
                        TeamRows.medians(
                                parts,
                                FirstRuns::new,
                                row -> Figure.measured(row.people(), row.amount() / MILLISECONDS_OF_DAY))),
                Map.entry(
                        "template-runs-completed",
                        TeamRows.sums(
                                parts,
                                OutcomeDays::occasions,
                                Figure.ZERO,
                                OutcomeCounts::new,
                                row -> Figure.count(row.people(), row.amount()))),
                Map.entry(
                        "template-runs-failed",
                        TeamRows.sums(
                                parts,
                                OutcomeDays::occasions,
                                Figure.ZERO,
                                OutcomeCounts::new,
                                row -> Figure.count(row.people(), row.base() - row.amount()))),
                Map.entry(
                        "template-success-rate",
                        TeamRows.sums(
                                parts,
                                OutcomeDays::occasions,
                                Figure.UNKNOWN,
                                OutcomeCounts::new,
                                row -> Figure.ratio(row.people(), row.amount(), row.base()))),
                Map.entry(
                        "unlocked-features",
                        Moments.ofPeople(
                                parts,
                                (teams, moments) ->
                                        new UnlockCounts(UnlockCounts.Of.ANYBODY, teams, parts.checklist(), moments),
                                (team, row) -> Figure.count(row.people(), row.amount()))),
                Map.entry("checklist-progress", new ChecklistProgress(parts)),
                Map.entry("days-to-unlock", new UnlockTimes(parts)),
                Map.entry("activation-rate", new ActivationRate(parts, 7)),
                Map.entry("activation-rate-30", new ActivationRate(parts, 30)),
                Map.entry(
                        "check-pass-rate",
                        Moments.ofThings(
                                parts, CheckCounts::new, (team, row) -> Figure.ratio(0, row.amount(), row.base()))),
                Map.entry(
                        "events-received",
                        new Books(
                                parts,
                                slots -> new BookedEvents(Booked.ACCEPTED, slots),
                                slots -> new RefusedEvents(false, slots))),
                Map.entry("events-rejected", new Books(parts, slots -> new RefusedEvents(false, slots))),
                Map.entry(
                        "events-late",
                        new Books(
                                parts,
                                slots -> new BookedEvents(Booked.LATE, slots),
                                slots -> new RefusedEvents(true, slots))),
                Map.entry("events-duplicate", new Books(parts, slots -> new BookedEvents(Booked.DUPLICATE, slots))),
                Map.entry("unassigned-share", new UnassignedShare(parts)));
    }
}
