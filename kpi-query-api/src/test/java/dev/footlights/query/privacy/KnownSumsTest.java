package dev.footlights.query.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownSumsTest {
    /** Larger than every determinant of sums as small as these, so that ranks are those of fractions. */
    private static final long PRIME = 1_000_003;

    @Test
    void aHiddenFigureFollowsFromItsWholeUntilAnotherIsHidden() {
        // Figure 0 is the sum of 1 and 2.
        KnownSums sums = known(List.of(new double[] {1, -1, -1}));
        sums.hide(1);
        assertThat(sums.tells(1)).isTrue();
        sums.hide(2);
        assertThat(sums.tells(1)).isFalse();
        assertThat(sums.tells(2)).isFalse();
    }

    @Test
    void twoSumsTellTogetherWhatNeitherTells() {
        // 0 = 1 + 2, and 3 = 1 - 2: with 0 and 3 told, 1 is half their sum.
        KnownSums sums = known(List.of(new double[] {1, -1, -1, 0}, new double[] {0, -1, 1, 1}));
        sums.hide(1);
        sums.hide(2);
        assertThat(sums.tells(1)).isTrue();
        assertThat(sums.tells(2)).isTrue();
        sums.hide(3);
        assertThat(sums.tells(1)).isFalse();
    }

    private static KnownSums known(List<double[]> sums) {
        return new KnownSums(sums.stream()
                .map(sum -> IntStream.range(0, sum.length)
                        .filter(figure -> sum[figure] != 0)
                        .boxed()
                        .collect(Collectors.toMap(figure -> figure, figure -> sum[figure])))
                .toList());
    }

    /** A hidden figure follows exactly if the hidden part of the sums has a lower rank without it. */
    @Test
    void tellsWhatRanksTell() {
        Random random = new Random(20_261_127);
        int told = 0;
        int kept = 0;
        for (int round = 0; round < 2_000; round++) {
            int figures = 2 + random.nextInt(7);
            List<double[]> sums = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(
                            sum -> random.ints(figures, -1, 2).asDoubleStream().toArray())
                    .toList();
            KnownSums known = known(sums);
            List<Integer> hidden = new ArrayList<>();
            for (int figure : IntStream.range(0, figures)
                    .filter(each -> random.nextBoolean())
                    .toArray()) {
                hidden.add(figure);
                known.hide(figure);
                for (int each : hidden) {
                    List<Integer> others =
                            hidden.stream().filter(other -> other != each).toList();
                    boolean follows = rank(sums, others) < rank(sums, hidden);
                    assertThat(known.tells(each))
                            .as("round %d figure %d", round, each)
                            .isEqualTo(follows);
                    told += follows ? 1 : 0;
                    kept += follows ? 0 : 1;
                }
            }
        }
        assertThat(told).isPositive();
        assertThat(kept).isPositive();
    }

    /** Of the columns of these figures, by counting pivots among remainders of a prime. */
    private static int rank(List<double[]> sums, List<Integer> figures) {
        List<long[]> rows = new ArrayList<>();
        sums.forEach(sum -> rows.add(figures.stream()
                .mapToLong(figure -> remainder((long) sum[figure]))
                .toArray()));
        int rank = 0;
        for (int column = 0; column < figures.size(); column++) {
            int at = column;
            int pivot = IntStream.range(rank, rows.size())
                    .filter(row -> rows.get(row)[at] != 0)
                    .findFirst()
                    .orElse(-1);
            if (pivot >= 0) {
                long[] top = rows.get(pivot);
                rows.set(pivot, rows.get(rank));
                rows.set(rank, top);
                for (long[] row : rows.subList(rank + 1, rows.size())) {
                    long head = row[column];
                    for (int each = 0; each < row.length; each++) {
                        row[each] = remainder(row[each] * top[column] - top[each] * head);
                    }
                }
                rank++;
            }
        }
        return rank;
    }

    private static long remainder(long number) {
        return Math.floorMod(number, PRIME);
    }
}
