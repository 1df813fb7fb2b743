package dev.footlights.query.privacy;

import java.util.stream.IntStream;

/** Numbers that are joined into groups, each number one of its own at first. */
final class Groups {
    private final int[] above;

    Groups(int numbers) {
        this.above = IntStream.range(0, numbers).toArray();
    }

    void join(int one, int other) {
        above[head(one)] = head(other);
    }

    boolean same(int one, int other) {
        return head(one) == head(other);
    }

    private int head(int number) {
        int at = number;
        while (above[at] != at) {
            above[at] = above[above[at]];
            at = above[at];
        }
        return at;
    }
}
