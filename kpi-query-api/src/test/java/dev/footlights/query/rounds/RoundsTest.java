package dev.footlights.query.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.query.company.Crowd;
import dev.footlights.query.privacy.Floor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The floor is five, day 0 a Monday; on each day somebody is first at nine o'clock and somebody last at ten. */
class RoundsTest {
    private static final Instant FIRST = Instant.parse("2026-10-19T00:00:00Z");

    private final List<Day> days = new ArrayList<>();
    private long person;

    private void add(int day, int people) {
        Instant at = FIRST.plus(Duration.ofDays(day));
        Crowd crowd =
                new Crowd(LongStream.range(person, person + people).boxed().collect(Collectors.toSet()));
        person += people;
        days.add(new Day("a", at.plus(Duration.ofHours(9)), at.plus(Duration.ofHours(10)), people, crowd));
    }

    /** Days at whose start a round is cut. */
    private List<Integer> cutting(int untilDay) {
        Rounds rounds = new Rounds(new Floor(5), days, Calendar.within(ZoneOffset.UTC, Calendar.Unit.WEEK));
        List<Integer> cutting = new ArrayList<>();
        for (int day = 1; day <= untilDay; day++) {
            Instant at = FIRST.plus(Duration.ofDays(day));
            if (rounds.areCutAt(at)) {
                cutting.add(day);
            }
        }
        return cutting;
    }

    @Test
    void daysOfEnoughPeopleAreRoundsOfTheirOwn() {
        add(0, 5);
        add(1, 9);
        assertThat(cutting(3)).isEmpty();
    }

    @Test
    void daysOfFewAreTakenTogetherUntilThereAreEnough() {
        add(0, 2);
        add(1, 2);
        add(4, 1);
        add(5, 6);
        assertThat(cutting(7)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatIsLeftIsOfTheRoundBefore() {
        add(0, 6);
        add(1, 5);
        add(3, 4);
        assertThat(cutting(5)).containsExactly(2, 3);
    }

    @Test
    void fewInAllAreOneRound() {
        add(0, 1);
        add(2, 2);
        assertThat(cutting(4)).containsExactly(1, 2);
        days.clear();
        assertThat(cutting(4)).isEmpty();
    }

    /** Saturday and Sunday aren't taken together with Monday, or no week would begin between rounds. */
    @Test
    void aWeekOfEnoughIsNotTakenTogetherWithTheNext() {
        add(4, 6);
        add(5, 1);
        add(6, 2);
        add(7, 9);
        assertThat(cutting(9)).containsExactly(5, 6);
    }

    @Test
    void weeksOfFewAreTakenTogether() {
        add(1, 4);
        add(9, 2);
        add(14, 5);
        add(16, 5);
        add(22, 3);
        assertThat(cutting(24))
                .containsExactlyElementsOf(List.of(2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 18, 19, 20, 21, 22));
    }

    @Test
    void thoseWhoAnsweredTwiceCountOnce() {
        add(0, 3);
        person = 0;
        add(1, 3);
        add(2, 5);
        assertThat(cutting(4)).containsExactly(1, 2);
    }

    @Test
    void aDayIsNotCutWithinWhileItHoldsBothSides() {
        add(0, 8);
        Rounds rounds = new Rounds(new Floor(5), days, Calendar.within(ZoneOffset.UTC, Calendar.Unit.WEEK));
        Instant within = FIRST.plus(Duration.ofMinutes(9 * 60 + 30));
        assertThat(rounds.areCutAt(within)).isTrue();
        // Who was last at ten is before what begins just after
        assertThat(rounds.areCutAt(FIRST.plus(Duration.ofHours(9)))).isFalse();
        assertThat(rounds.areCutAt(FIRST.plus(Duration.ofHours(10)))).isTrue();
        assertThat(rounds.areCutAt(FIRST.plus(Duration.ofHours(10)).plusMillis(1)))
                .isFalse();
    }
}
