package dev.footlights.query.presence;

import java.util.Arrays;

/** The people of one team and feature, with a bit for each day on which they were there. Not safe for several threads. */
public final class PlacePeople {
    private static final int FIRST_ROOM = 4;
    private static final int DAYS_OF_WORD = 64;

    private int[] people = new int[FIRST_ROOM];
    private int size;
    private long firstWord;
    private int words;
    private long[] bits = {};

    /** People, numbered from 0. */
    public int size() {
        return size;
    }

    /** Whether somebody was there on a day from the first to before the end, both counted from 1970. */
    public boolean isThere(int number, long firstDay, long endDay) {
        long first = Math.max(firstDay, firstWord * DAYS_OF_WORD);
        long last = Math.min(endDay, (firstWord + words) * DAYS_OF_WORD) - 1;
        if (first > last) {
            return false;
        }
        int row = number * words;
        int from = (int) (Math.floorDiv(first, DAYS_OF_WORD) - firstWord);
        int to = (int) (Math.floorDiv(last, DAYS_OF_WORD) - firstWord);
        for (int word = from; word <= to; word++) {
            long asked = (word == from ? -1L << first : -1L) & (word == to ? -1L >>> (DAYS_OF_WORD - 1 - last) : -1L);
            if ((bits[row + word] & asked) != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Notes that a person was there.
     *
     * @param person a number of the table's
     * @param day counted from 1970
     * @return whether the person was never there before
     */
    boolean add(int person, long day) {
        long word = Math.floorDiv(day, DAYS_OF_WORD);
        makeWords(word);
        int at = Arrays.binarySearch(people, 0, size, person);
        boolean added = at < 0;
        if (added) {
            at = -at - 1;
            makeRow(at);
            people[at] = person;
        }
        bits[at * words + (int) (word - firstWord)] |= 1L << day;
        return added;
    }

    private void makeRow(int at) {
        if (size == people.length) {
            int room = size + Math.max(FIRST_ROOM, size >> 2);
            people = Arrays.copyOf(people, room);
            bits = Arrays.copyOf(bits, room * words);
        }
        System.arraycopy(people, at, people, at + 1, size - at);
        System.arraycopy(bits, at * words, bits, (at + 1) * words, (size - at) * words);
        Arrays.fill(bits, at * words, (at + 1) * words, 0);
        size++;
    }

    private void makeWords(long word) {
        if (words > 0 && word >= firstWord && word < firstWord + words) {
            return;
        }
        long first = words == 0 ? word : Math.min(firstWord, word);
        int wider = (int) ((words == 0 ? word + 1 : Math.max(firstWord + words, word + 1)) - first);
        long[] moved = new long[people.length * wider];
        for (int row = 0; row < size; row++) {
            System.arraycopy(bits, row * words, moved, row * wider + (int) (firstWord - first), words);
        }
        bits = moved;
        firstWord = first;
        words = wider;
    }
}
