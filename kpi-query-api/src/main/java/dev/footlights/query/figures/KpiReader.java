package dev.footlights.query.figures;

import dev.footlights.query.rounds.Occasions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the figures of one KPI. Safe for many threads. */
public interface KpiReader {
    /**
     * The figures asked for; a cell that is missing is {@link #nothing}.
     *
     * @throws dev.footlights.query.store.UnavailableException when they can't be read
     */
    Map<Cell, Figure> figures(Asked asked);

    /** The figure of a cell in which nothing happened: 0 unless the KPI says otherwise. */
    default Figure nothing() {
        return Figure.ZERO;
    }

    /** Whether figures are about people at all. What isn't tells nothing of anybody, and is always told. */
    default boolean isAboutPeople() {
        return true;
    }

    /**
     * Whether {@link #figures} are about the people active in each cell, also in those where nothing else is counted, so
     * that who was active needn't be read again.
     */
    default boolean isAboutActivePeople(Asked asked) {
        return false;
    }

    /**
     * Whether figures are about other people than those active in each cell, and a team's can be less those of the teams below
     * it: then whose the figures of sisters are decides what is told.
     */
    default boolean isAboutOthersAndAddsUp() {
        return false;
    }

    /**
     * When people of teams ever did what is counted, for figures that {@link #isAboutOthersAndAddsUp}: of these it isn't told what
     * follows from other stretches of time. Empty where figures of different times don't add up.
     *
     * @param enough people who aren't too few
     */
    default Optional<Occasions> occasions(List<String> teams, int enough) {
        return Optional.empty();
    }

    /** Features over which figures are the sum of who ever used each until the end of the period; none of other KPIs. */
    default List<String> sumOf() {
        return List.of();
    }
}
