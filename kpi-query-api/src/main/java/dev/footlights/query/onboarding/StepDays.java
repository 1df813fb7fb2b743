package dev.footlights.query.onboarding;

import dev.footlights.query.rounds.Day;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The same days for each of the features. */
record StepDays(UnlockDays all) implements Query<StepDays.OfFeature> {
    record OfFeature(String feature, Day day) {}

    @Override
    public String sql() {
        return Day.sql(all.rows(), "feature", all.enough());
    }

    @Override
    public List<Object> values() {
        return all.values();
    }

    @Override
    public OfFeature row(ResultSet result) throws SQLException {
        return new OfFeature(result.getString(6), Day.of(result, all.enough()));
    }
}
