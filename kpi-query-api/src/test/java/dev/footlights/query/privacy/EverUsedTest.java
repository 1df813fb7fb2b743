package dev.footlights.query.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EverUsedTest {
    private static final Floor FLOOR = new Floor(5);

    private static Place docs(String team) {
        return new Place(team, "docs");
    }

    @Test
    void whatTheFewestOfEnoughEverUsedIsGivenUpFirstThenTheMostOfFew() {
        // Given: a has 30 people, b five, c twelve, d two, e four, f five too, and g never used it
        EverUsed everUsed = new EverUsed(
                FLOOR,
                Map.of(docs("a"), 30L, docs("b"), 5L, docs("c"), 12L, docs("d"), 2L, docs("e"), 4L, docs("f"), 5L));
        // When / Then: b and f stay as they were asked
        assertThat(everUsed.inOrder(List.of("a", "g", "f", "d", "c", "b", "e"), EverUsedTest::docs))
                .containsExactly("f", "b", "c", "a", "e", "d", "g");
    }

    @Test
    void nobodyUsedWhatIsMissing() {
        EverUsed everUsed = new EverUsed(FLOOR, Map.of(docs("a"), 1L));
        assertThat(everUsed.any(docs("a"))).isTrue();
        assertThat(everUsed.any(docs("b"))).isFalse();
        assertThat(everUsed.any(new Place("a", "search"))).isFalse();
    }
}
