package dev.footlights.streams.fold;

import dev.footlights.schemas.avro.ActivityFact;
import dev.footlights.schemas.avro.FirstUse;
import dev.footlights.schemas.avro.KpiRollup;
import dev.footlights.schemas.avro.SessionFact;
import dev.footlights.schemas.avro.SurveyAnswer;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.schemas.features.FeatureRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fold over maps, each event once, and what it ends with in a form that can be compared. */
public final class FoldInMemory {
    final MapTable<ActivityFact> facts = new MapTable<>();
    final MapTable<SessionFact> sessions = new MapTable<>();
    final MapTable<FirstUse> firstUses = new MapTable<>();
    final MapTable<KpiRollup> rollups = new MapTable<>();
    final MapTable<SurveyAnswer> answers = new MapTable<>();
    final MapTable<PendingSearch> pending = new MapTable<>();
    private final Set<String> seen = new HashSet<>();
    private final UsageReader reader = new UsageReader(
            new FeatureNames(FeatureRules.shipped(), Set.of(), 500, FeatureNames.Listener.of(name -> {}, () -> {})),
            new TeamSets());
    private final EventFold fold;

    FoldInMemory(FoldRules rules) {
        fold = new EventFold(
                new FoldState(
                        facts,
                        sessions,
                        firstUses,
                        rollups,
                        answers,
                        new MapTable<>(),
                        new MapTable<>(),
                        new MapTable<>(),
                        pending),
                rules,
                0);
    }

    static FoldInMemory of(FoldRules rules, List<UsageEvent> events) {
        FoldInMemory fold = new FoldInMemory(rules);
        events.forEach(fold::add);
        fold.pause();
        return fold;
    }

    void add(UsageEvent event) {
        if (seen.add(event.getActor() + event.getEventId())) {
            fold.fold(reader.read(event), 0);
        }
    }

    /** The clock goes on: searches that wait are counted. */
    void pause() {
        new HashMap<>(pending.entries()).forEach((stream, search) -> {
            fold.settle(stream, search);
            pending.delete(stream);
        });
    }

    /** Figures of every rollup that says anything, by kind, start, team and feature. */
    Map<String, Measures> figures() {
        Map<String, Measures> figures = new TreeMap<>();
        rollups.entries().values().forEach(rollup -> figures.put(name(rollup), figures(rollup)));
        figures.values().removeIf(Measures.NONE::equals);
        return figures;
    }

    /** Kind, start, team and feature: the same in all shards. */
    public static String name(KpiRollup rollup) {
        return String.join(
                "|", rollup.getPeriodKind(), rollup.getPeriodStart().toString(), rollup.getTeam(), rollup.getFeature());
    }

    /** What a rollup says. */
    public static Measures figures(KpiRollup rollup) {
        return new Measures(
                rollup.getActiveUsers(),
                rollup.getNewUsers(),
                rollup.getEvents(),
                rollup.getViews(),
                rollup.getInteractions(),
                rollup.getTemplateRuns(),
                rollup.getSavedMicroMinutes(),
                rollup.getSearches(),
                rollup.getZeroResultSearches(),
                rollup.getOpenedSearches(),
                rollup.getSessions());
    }

    /** Every fact that says anything, without its revision. */
    Map<String, ActivityFact> activity() {
        Map<String, ActivityFact> activity = new TreeMap<>();
        facts.entries().forEach((key, fact) -> {
            if (!ActivityFacts.empty(fact)) {
                activity.put(key, ActivityFact.newBuilder(fact).setRevision(0).build());
            }
        });
        return activity;
    }
}
