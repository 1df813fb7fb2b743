package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.KpiRollup;

/** Adds changes to the rollups of one shard. */
final class Rollups {
    private final Table<KpiRollup> rollups;
    private final int shard;

    Rollups(Table<KpiRollup> rollups, int shard) {
        this.rollups = rollups;
        this.shard = shard;
    }

    void apply(RollupChanges changes) {
        changes.forEach((key, change) -> {
            KpiRollup before = rollups.get(key);
            rollups.put(key, before == null ? first(change) : next(before, change.by()));
        });
    }

    private KpiRollup first(RollupChanges.Change change) {
        Measures by = change.by();
        return new KpiRollup(
                change.team(),
                change.feature(),
                change.period().kind().text(),
                change.period().start(),
                shard,
                by.activeUsers(),
                by.newUsers(),
                by.events(),
                by.views(),
                by.interactions(),
                by.templateRuns(),
                by.savedMicroMinutes(),
                by.searches(),
                by.zeroResultSearches(),
                by.openedSearches(),
                by.sessions(),
                1L);
    }

    private static KpiRollup next(KpiRollup before, Measures by) {
        return new KpiRollup(
                before.getTeam(),
                before.getFeature(),
                before.getPeriodKind(),
                before.getPeriodStart(),
                before.getShard(),
                before.getActiveUsers() + by.activeUsers(),
                before.getNewUsers() + by.newUsers(),
                before.getEvents() + by.events(),
                before.getViews() + by.views(),
                before.getInteractions() + by.interactions(),
                before.getTemplateRuns() + by.templateRuns(),
                before.getSavedMicroMinutes() + by.savedMicroMinutes(),
                before.getSearches() + by.searches(),
                before.getZeroResultSearches() + by.zeroResultSearches(),
                before.getOpenedSearches() + by.openedSearches(),
                before.getSessions() + by.sessions(),
                before.getRevision() + 1);
    }
}
