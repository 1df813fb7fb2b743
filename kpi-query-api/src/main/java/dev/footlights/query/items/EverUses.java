package dev.footlights.query.items;

import dev.footlights.query.privacy.ItemPartners.Use;
import dev.footlights.query.store.Query;
import dev.footlights.query.store.TeamDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How many people of which team ever used which item within which feature, as nearly as it takes to compare. */
record EverUses(Uses uses) implements Query<EverUses.Ever> {
    record Ever(Use use, long people) {}

    @Override
    public String sql() {
        return "SELECT of_team, called, of_feature, uniq(actor) FROM ("
                + uses.all().sql() + ") GROUP BY of_team, called, of_feature" + TeamDays.SETTINGS;
    }

    @Override
    public List<Object> values() {
        return uses.all().values();
    }

    @Override
    public Ever row(ResultSet result) throws SQLException {
        return new Ever(new Use(result.getString(1), result.getString(2), result.getString(3)), result.getLong(4));
    }
}
