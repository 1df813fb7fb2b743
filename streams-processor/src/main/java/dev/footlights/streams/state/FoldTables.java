package dev.footlights.streams.state;

import dev.footlights.schemas.avro.KpiRollup;
import dev.footlights.streams.fold.Chain;
import dev.footlights.streams.fold.FoldState;
import dev.footlights.streams.fold.Presence;

/**
 * The tables of one task, the busiest of them with a memory.
 *
 * @param stores beneath
 */
public record FoldTables(
        RememberingTable<KpiRollup> rollups,
        RememberingTable<Presence> presences,
        RememberingTable<Chain> chains,
        FoldStores stores) {
    /** An hour's rollups of a few hundred teams and features. */
    static final int REMEMBERED_ROLLUPS = 20_000;

    static final int REMEMBERED_PEOPLE = 2_000;

    public FoldState state() {
        return new FoldState(
                new StoreTable<>(stores.activityFacts()),
                new StoreTable<>(stores.sessionFacts()),
                new StoreTable<>(stores.firstUses()),
                rollups,
                new StoreTable<>(stores.surveyAnswers()),
                presences,
                chains,
                new StoreTable<>(stores.sessionIndex()),
                new StoreTable<>(stores.pendingSearches()));
    }

    /** To be called when something was removed from the stores directly. */
    public void forget() {
        rollups.forget();
        presences.forget();
        chains.forget();
    }
}
