package dev.footlights.query.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HiddenCountsTest {
    private static final Floor FLOOR = new Floor(5);

    @Test
    void nothingSmallHidesNothing() {
        assertThat(HiddenCounts.siblings(new long[] {0, 5, 9}, FLOOR)).containsExactly(false, false, false);
        assertThat(HiddenCounts.distribution(new long[] {0, 5, 9}, FLOOR)).containsExactly(false, false, false);
        assertThat(HiddenCounts.distribution(new long[] {1, 2, 3}, new Floor(1)))
                .containsExactly(false, false, false);
    }

    @Test
    void aSingleSmallCountTakesTheSmallestOtherWithIt() {
        assertThat(HiddenCounts.siblings(new long[] {20, 2, 0, 7}, FLOOR)).containsExactly(false, true, false, true);
        assertThat(HiddenCounts.siblings(new long[] {1, 2, 9, 8}, FLOOR)).containsExactly(true, true, false, true);
    }

    @Test
    void twoCountsAreWorkedOutFromTotalAndMeanSoAllIsHidden() {
        assertThat(HiddenCounts.distribution(new long[] {0, 4, 6}, FLOOR)).containsExactly(true, true, true);
    }

    /** Tries every other distribution with the same told counts, total and mean, unless all is hidden. */
    @Test
    void noSmallCountCanBeWorkedOut() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            long[] counts = random.longs(5, 0, 9).toArray();
            boolean[] hidden = HiddenCounts.distribution(counts, FLOOR);
            for (int place = 0; place < counts.length; place++) {
                boolean small = counts[place] > 0 && counts[place] < 5;
                if (small) {
                    assertThat(hidden[place]).isTrue();
                    assertThat(allHidden(hidden)
                                    || possible(place, counts, hidden).size() > 1)
                            .as("%s place %d", Arrays.toString(counts), place)
                            .isTrue();
                }
            }
        }
    }

    private static boolean allHidden(boolean[] hidden) {
        for (boolean each : hidden) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    private static Set<Long> possible(int place, long[] counts, boolean[] hidden) {
        Set<Long> values = new HashSet<>();
        search(0, new long[counts.length], place, counts, hidden, values);
        return values;
    }

    private static void search(int at, long[] tried, int place, long[] counts, boolean[] hidden, Set<Long> values) {
        if (at == counts.length) {
            long people = 0;
            long weighted = 0;
            for (int each = 0; each < counts.length; each++) {
                people += tried[each] - counts[each];
                weighted += each * (tried[each] - counts[each]);
            }
            if (people == 0 && weighted == 0) {
                values.add(tried[place]);
            }
            return;
        }
        long lowest = hidden[at] ? 1 : counts[at];
        long highest = hidden[at] ? 16 : counts[at];
        for (long value = lowest; value <= highest; value++) {
            tried[at] = value;
            search(at + 1, tried, place, counts, hidden, values);
        }
    }
}
