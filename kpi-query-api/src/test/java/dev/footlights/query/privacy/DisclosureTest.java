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
     * Six of x use the catalog and never anything else, so x's total is its catalog. Three of y use the catalog too: they follow
     * from d2's catalog less x's total as soon as it is known that x uses nothing else. So neither's total is told.
     */
    @Test
    void theTotalOfATeamWithOneFeatureIsntToldWhereSistersWouldFollow() {
        DisclosureAttack attack = new DisclosureAttack(usesOfTheCatalog());
        assertThat(attack.withheld(new Days(0, 7)))
                .containsExactlyInAnyOrder(
                        new Place("y", "catalog"), new Place("x", "catalog"), new Place("x", "*"), new Place("y", "*"));
        assertThat(attack.leaks(DisclosureAttack.stretches(), DisclosureAttack.places()))
                .isEmpty();
    }

    /** In the week after, x reads docs: it isn't told that it didn't before, and both totals are. */
    @Test
    void thatATeamUsesOneFeatureOnlyIsntToldWhereSistersWouldFollow() {
        List<Use> uses = usesOfTheCatalog();
        for (int actor = 0; actor < 6; actor++) {
            uses.add(new Use("x", "docs", 8, actor, 1));
        }
        DisclosureAttack attack = new DisclosureAttack(uses);
        assertThat(attack.withheld(new Days(0, 7)))
                .containsExactlyInAnyOrder(
                        new Place("y", "catalog"),
                        new Place("x", "catalog"),
                        new Place("x", "docs"),
                        new Place("y", "docs"));
        assertThat(attack.leaks(DisclosureAttack.stretches(), DisclosureAttack.places()))
                .isEmpty();
    }

    private static List<Use> usesOfTheCatalog() {
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
        return uses;
    }

    /** Who asks every team, every feature and every stretch of days of a fortnight, and solves it all. */
    @Test
    void noFigureFollowsFromThoseOfAllTeamsAndTimes() {
        long few = 0;
        for (int seed = 0; seed < Integer.getInteger("footlights.test.combined.trials", 24); seed++) {
            DisclosureAttack attack = new DisclosureAttack(DisclosureAttack.usesOfTeams(new Random(seed)));
            assertThat(attack.leaks(DisclosureAttack.stretches(), DisclosureAttack.places()))
                    .as("seed %d", seed)
                    .isEmpty();
            few += attack.few();
        }
        System.out.printf("None of %d figures of few people follows from those of all teams and times.%n", few);
    }

    /**
     * The share that follows where up to three people are directly in a department. What they did is what the department did
     * less its teams, and so is what nobody else in it does.
     */
    @Test
    void whoCombinesTeamsWithTimesFindsHardlyAnyWherePeopleAreInADepartment() {
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
