package dev.footlights.query.store;

import dev.footlights.query.figures.Scope;
import java.util.ArrayList;
import java.util.List;

/** A scope on activity_facts, which has a row per feature but none for all features together. */
record FactScope(Scope scope) {
    /** The feature of a result row. */
    String feature() {
        return scope.hasAllFeatures() ? "'*'" : "feature";
    }

    String condition() {
        String teams = "team IN " + Placeholders.in(scope.teams().size());
        return scope.hasAllFeatures()
                ? teams
                : teams + " AND feature IN " + Placeholders.in(scope.features().size());
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>(scope.teams());
        if (!scope.hasAllFeatures()) {
            values.addAll(scope.features());
        }
        return values;
    }
}
