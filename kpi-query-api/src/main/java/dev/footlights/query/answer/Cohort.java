package dev.footlights.query.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The people of one period of first use, and how many of them were there in each period from it on.
 *
 * @param label of the period of first use
 * @param people null when withheld
 */
public record Cohort(String label, @Nullable Long people, List<Stay> stays) {
    public Cohort {
        stays = List.copyOf(stays);
    }

    /**
     * One period's.
     *
     * @param offset periods since the first use
     * @param people active then; null when withheld
     * @param partial whether the period isn't over, or the asked days cut it
     */
    public record Stay(int offset, @Nullable Long people, boolean partial) {}

    /** As JSON. */
    public Map<String, @Nullable Object> toJson() {
        List<Map<String, @Nullable Object>> cells = new ArrayList<>();
        for (Stay stay : stays) {
            Map<String, @Nullable Object> cell = new LinkedHashMap<>();
            cell.put("offset", stay.offset());
            cell.put("value", stay.people());
            cell.put("rate", rate(stay));
            cell.put("withheld", stay.people() == null);
            if (stay.partial()) {
                cell.put("partial", true);
            }
            cells.add(cell);
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("cohort", label);
        json.put("people", people);
        json.put("withheld", people == null);
        json.put("cells", cells);
        return json;
    }

    /** Null also when there is nobody to divide by. */
    private @Nullable Double rate(Stay stay) {
        if (people == null || stay.people() == null || people == 0) {
            return null;
        }
        return (double) stay.people() / people;
    }
}
