package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.ActivityFact;
import dev.footlights.schemas.avro.SurveyAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into the facts and rollups of one shard. Every event comes here once, in the order of its partition. For
 * one thread.
 */
public final class EventFold {
    /** Looking at the same page again after so long is another page view. */
    private static final long RENEWED_VIEW_MILLIS = 30 * 60 * 1000L;

    private final Table<ActivityFact> facts;
    private final Table<SurveyAnswer> answers;
    private final Table<Chain> chains;
    private final ReportingCalendar calendar;
    private final People people;
    private final Sessions sessions;
    private final Searches searches;
    private final Rollups rollups;

    /** @param shard the partition that the events come from */
    public EventFold(FoldState state, FoldRules rules, int shard) {
        this.facts = state.activityFacts();
        this.answers = state.surveyAnswers();
        this.chains = state.chains();
        this.calendar = new ReportingCalendar(rules.zone());
        this.people = new People(state.presences(), state.firstUses(), calendar);
        this.sessions = new Sessions(
                state.sessionFacts(),
                new SessionIndex(state.sessionIndex()),
                calendar,
                rules.sessionGap().toMillis());
        this.searches = new Searches(
                state.activityFacts(),
                state.pendingSearches(),
                calendar,
                rules.searchPause().toMillis());
        this.rollups = new Rollups(state.rollups(), shard);
    }

    /**
     * Folds one event.
     *
     * @param now this process's clock, milliseconds since 1970
     */
    public void fold(Usage usage, long now) {
        SlotTimes times = calendar.at(usage.occurredAt());
        String stream = Keys.stream(usage.actor(), usage.importId());
        Chain known = chains.get(stream);
        Chain chain = known == null ? Chain.NEW : known;
        RollupChanges changes = new RollupChanges();

        Search search = searches.fold(usage, chain.search(), now, changes);
        Visit visit = usage.kind() == Usage.Kind.NAVIGATE ? new Visit(usage.subject(), usage.occurredAt()) : null;
        boolean view = visit != null && Visit.isView(chain.visit(), visit, RENEWED_VIEW_MILLIS);
        grow(usage, times, view, changes);
        people.fold(usage, times, changes);
        SurveyAnswer answer = usage.answer();
        if (answer != null) {
            answers.put(Keys.surveyAnswer(answer), answer);
        }
        LatestSession session = sessions.fold(usage, view, chain.session(), changes);

        rollups.apply(changes);
        chains.put(stream, new Chain(visit == null ? chain.visit() : visit, search, session, usage.receivedAt()));
    }

    private void grow(Usage usage, SlotTimes times, boolean view, RollupChanges changes) {
        String key = Keys.activity(times, usage, usage.item(), usage.action());
        facts.put(key, ActivityFacts.grown(facts.get(key), usage, times, view));
        changes.addEverywhere(times, usage.teams().teams(), List.of(usage.feature()), usage.growth(view));
    }

    /** Counts a search that nothing has followed for a while. */
    public void settle(String stream, PendingSearch pending) {
        Chain chain = chains.get(stream);
        @Nullable Search search = chain == null ? null : chain.search();
        if (chain == null || search == null || search.counted()) {
            return;
        }
        RollupChanges changes = new RollupChanges();
        Search counted = searches.count(pending.actor(), pending.importId(), search, changes);
        rollups.apply(changes);
        chains.put(stream, chain.withSearch(counted));
    }
}
