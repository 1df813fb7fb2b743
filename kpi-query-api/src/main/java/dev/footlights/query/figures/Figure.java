package dev.footlights.query.figures;

/**
 * What was counted for one team, feature and period.
 *
 * @param people active people, whom the figure is about
 * @param amount the measure: people, a count, millionths of minutes, or for the adoption rate the active people who are
 *     in the team's roster
 */
public record Figure(long people, long amount) {
    public static final Figure NONE = new Figure(0, 0);
}
