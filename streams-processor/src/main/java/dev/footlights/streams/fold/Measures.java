package dev.footlights.streams.fold;

/** Figures of one scope, or a change of them; parts may be negative in a change. All add up. */
public record Measures(
        long activeUsers,
        long newUsers,
        long events,
        long views,
        long interactions,
        long templateRuns,
        long savedMicroMinutes,
        long searches,
        long zeroResultSearches,
        long openedSearches,
        long sessions) {
    public static final Measures NONE = new Measures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static final Measures ACTIVE_USER = new Measures(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static final Measures OPENED_SEARCH = searches(0, 0, 1);

    static Measures newUsers(long count) {
        return new Measures(0, count, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static Measures searches(long count, long zeroResults, long opened) {
        return new Measures(0, 0, 0, 0, 0, 0, 0, count, zeroResults, opened, 0);
    }

    static Measures sessions(long count) {
        return new Measures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, count);
    }

    Measures withEvents(long count) {
        return new Measures(
                activeUsers,
                newUsers,
                count,
                views,
                interactions,
                templateRuns,
                savedMicroMinutes,
                searches,
                zeroResultSearches,
                openedSearches,
                sessions);
    }

    Measures withViews(long count) {
        return new Measures(
                activeUsers,
                newUsers,
                events,
                count,
                interactions,
                templateRuns,
                savedMicroMinutes,
                searches,
                zeroResultSearches,
                openedSearches,
                sessions);
    }

    Measures withInteractions(long count) {
        return new Measures(
                activeUsers,
                newUsers,
                events,
                views,
                count,
                templateRuns,
                savedMicroMinutes,
                searches,
                zeroResultSearches,
                openedSearches,
                sessions);
    }

    Measures withTemplateRuns(long count, long microMinutes) {
        return new Measures(
                activeUsers,
                newUsers,
                events,
                views,
                interactions,
                count,
                microMinutes,
                searches,
                zeroResultSearches,
                openedSearches,
                sessions);
    }

    public Measures plus(Measures more) {
        return new Measures(
                activeUsers + more.activeUsers,
                newUsers + more.newUsers,
                events + more.events,
                views + more.views,
                interactions + more.interactions,
                templateRuns + more.templateRuns,
                savedMicroMinutes + more.savedMicroMinutes,
                searches + more.searches,
                zeroResultSearches + more.zeroResultSearches,
                openedSearches + more.openedSearches,
                sessions + more.sessions);
    }
}
