package dev.footlights.schemas.onboarding;

import java.util.List;

/**
 * What people of a role should come to use, in order.
 *
 * @param id lower-case name used in URLs
 */
public record LearningPath(String id, String title, List<Step> steps) {
    public LearningPath {
        steps = List.copyOf(steps);
    }
}
