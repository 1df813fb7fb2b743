package dev.footlights.query.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.query.privacy.DisclosureAttack.Days;
import dev.footlights.query.privacy.DisclosureAttack.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody can work out a withheld figure from the others. The attacker has every figure that is told, and does the
 * algebra: of every team at every level and every feature in one stretch of time, or of one team and feature in every
 * stretch of days there is.
 */
class DisclosureTest {
    static Stream<Integer> seeds() {
        return IntStream.range(0, Integer.getInteger("footlights.test.disclosure.trials", 6))
                .boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noFigureFollowsFromThoseOfOtherTeamsAndFeatures(int seed) {
        DisclosureAttack attack = new DisclosureAttack(DisclosureAttack.uses(new Random(seed)));
        for (Days days : DisclosureAttack.stretches()) {
            assertThat(attack.leaks(List.of(days), DisclosureAttack.places()))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noFigureFollowsFromThoseOfOtherTimes(int seed) {
        DisclosureAttack attack = new DisclosureAttack(DisclosureAttack.uses(new Random(seed)));
        for (Place place : DisclosureAttack.places()) {
            assertThat(attack.leaks(DisclosureAttack.stretches(), List.of(place)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    /**
     * Six of x use the catalog and nothing else, so x's total is its catalog. Three of y use the catalog too: they follow from
     * d2's catalog less x's total as soon as it is told that x uses nothing else.
     */
    @Test
    void thatATeamUsesOneFeatureOnlyIsntToldWhereSistersWouldFollow() {
        List<Use> uses = new ArrayList<>();
        for (int actor = 0; actor < 6; actor++) {
            uses.add(new Use("x", "catalog", 0, actor, 2));
        }
        for (int actor = 10; actor < 13; actor++) {
            uses.add(new Use("y", "catalog", 0, actor, 1));
        }
        for (int actor = 10; actor < 17; actor++) {
            uses.add(new Use("y", "docs", 0, actor, 3));
        }
        DisclosureAttack attack = new DisclosureAttack(uses);
        assertThat(attack.withheld(new Days(0, 7)))
                .containsExactlyInAnyOrder(
                        new Place("y", "catalog"),
                        new Place("x", "catalog"),
                        new Place("x", "docs"),
                        new Place("y", "docs"));
        assertThat(attack.leaks(List.of(new Days(0, 7)), DisclosureAttack.places()))
                .isEmpty();
    }

    /**
     * Of the figures of few people in organisations of about sixty people, the share that follows for someone who asks every team,
     * every feature and every stretch of days of a fortnight, and solves it all. Some do where no sister ever used the feature.
     */
    @Test
    void whoCombinesTeamsWithTimesFindsHardlyAny() {
        int followed = 0;
        int few = 0;
        for (int seed = 0; seed < Integer.getInteger("footlights.test.combined.trials", 12); seed++) {
            DisclosureAttack attack = new DisclosureAttack(DisclosureAttack.uses(new Random(seed)));
            followed += attack.leaks(DisclosureAttack.stretches(), DisclosureAttack.places())
                    .size();
            few += attack.few();
        }
        System.out.printf("Of %d figures of few people %d follow from those of all teams and times.%n", few, followed);
        assertThat((double) followed / few).isLessThan(0.002);
    }

    @Test
    void theAttackFindsWhatIsOnlyWithheldItself() {
        // Given: one small team beside a large one, and nothing withheld but the small one itself
        List<Use> uses = new ArrayList<>();
        for (int actor = 0; actor < 9; actor++) {
            uses.add(new Use("x", "docs", 0, actor, 1 + actor));
        }
        uses.add(new Use("y", "docs", 0, 20, 3));
        // When / Then
        DisclosureAttack careless = new DisclosureAttack(uses) {
            @Override
            Set<Place> withheld(Days days) {
                Set<Place> few = new HashSet<>();
                people(days).forEach((place, active) -> {
                    if (FLOOR.withholds(active)) {
                        few.add(place);
                    }
                });
                return few;
            }
        };
        assertThat(careless.leaks(List.of(new Days(0, 1)), DisclosureAttack.places()))
                .isNotEmpty();
        assertThat(new DisclosureAttack(uses).leaks(List.of(new Days(0, 1)), DisclosureAttack.places()))
                .isEmpty();
    }
}
