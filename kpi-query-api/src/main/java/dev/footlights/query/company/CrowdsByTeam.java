package dev.footlights.query.company;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Crowds of the same of several teams in one text, as reading one row of a result costs more than taking a text apart.
 *
 * @param teams in the order of which the text numbers them
 * @param enough people who aren't too few
 */
public record CrowdsByTeam(List<String> teams, int enough) {
    public CrowdsByTeam {
        teams = List.copyOf(teams);
    }

    /** Expression for the number of a team in the text, by the teams as values. */
    public String number(String team) {
        return "indexOf([" + String.join(", ", Collections.nCopies(teams.size(), "?")) + "], toString(" + team + "))";
    }

    /** Aggregates the columns {@code number} and {@code crowd}. */
    public static String expression() {
        return "arrayStringConcat(groupArray(concat(toString(number), ':', crowd)), ';')";
    }

    /** Reads the text; teams without anybody are missing. */
    public Map<String, Crowd> parse(String text) {
        Map<String, Crowd> crowds = new HashMap<>();
        for (String each : text.split(";", -1)) {
            int colon = each.indexOf(':');
            int number = Integer.parseInt(each.substring(0, colon));
            crowds.put(teams.get(number - 1), Crowd.parse(each.substring(colon + 1), enough));
        }
        return crowds;
    }
}
