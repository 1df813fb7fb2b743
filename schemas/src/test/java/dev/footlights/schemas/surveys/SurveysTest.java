package dev.footlights.schemas.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveysTest {
    @Test
    void theShippedOneAsksThreeQuestions() {
        Survey pulse = Surveys.shipped().survey("developer-pulse").orElseThrow();
        assertThat(pulse.questions())
                .extracting(Question::kind)
                .containsExactly(Question.Kind.FIVE_POINT, Question.Kind.NPS, Question.Kind.TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "surveys: [{id: a, title: A, questions: [{id: q, text: Q, kind: stars}]}]"
                        + " | surveys[0].questions[0].kind \"stars\" is none of five-point, nps, text",
                "surveys: [{id: a, title: A, questions: [{id: q, text: Q, kind: nps}, {id: q, text: R, kind: nps}]}]"
                        + " | surveys[0].questions[1].id \"q\" stands twice",
                "surveys: [{id: A b, title: A, questions: []}] | surveys[0].id must be lower-case",
                "surveys: [{id: a, title: A, questions: []}] | surveys[0].questions has no questions",
            })
    void refusesNamingTheKey(String yaml, String problem) {
        assertThatThrownBy(() -> Surveys.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(problem);
    }
}
