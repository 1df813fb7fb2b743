package dev.footlights.schemas.surveys;

import java.util.List;

/**
 * A pulse survey.
 *
 * @param id lower-case name, as answers name it
 */
public record Survey(String id, String title, List<Question> questions) {
    public Survey {
        questions = List.copyOf(questions);
    }
}
