package dev.footlights.query.onboarding;

import dev.footlights.query.rounds.Source;
import dev.footlights.query.store.Placeholders;
import java.util.List;

/** Who unlocked features, and when. */
public final class Unlocks {
    private Unlocks() {}

    /** People of the roster, each feature in each of their teams; figures count all until some day. */
    public static Source occasions(List<String> features) {
        return new Source(
                true,
                "SELECT [toString(team)] AS teams, actor, first_at AS at FROM first_uses FINAL WHERE feature IN "
                        + Placeholders.in(features.size())
                        + " AND (team, actor) IN (SELECT arrayJoin(teams), actor FROM roster FINAL WHERE active = 1)",
                List.copyOf(features));
    }
}
