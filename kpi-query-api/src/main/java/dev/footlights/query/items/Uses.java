package dev.footlights.query.items;

import java.time.Instant;
import java.util.List;

/** When which people of which teams used which items. Equal ones are about the same items. */
public interface Uses {
    /**
     * A statement with its values.
     *
     * @param sql of the columns of_team, called, of_feature, slot (a quarter hour) and actor, made of constants only; the feature is
     *     empty for items that add up to no figure
     */
    record Statement(String sql, List<Object> values) {
        public Statement {
            values = List.copyOf(values);
        }
    }

    /** Those of all teams at all times. */
    Statement all();

    /** Those of some teams from one moment to before another. */
    Statement of(List<String> teams, Instant begin, Instant end);
}
