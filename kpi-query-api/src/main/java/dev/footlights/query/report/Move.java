package dev.footlights.query.report;

import java.util.List;

/**
 * Something that moved from one week to the next, and what carried it. Made of told figures only.
 *
 * @param id of the KPI, team or feature
 * @param drivers what moved most the same way beneath it, the largest first; empty when nothing is told of that
 */
public record Move(String id, String title, Measure measure, List<Driver> drivers) {
    public Move {
        drivers = List.copyOf(drivers);
    }

    /**
     * A team or feature that moved the same way.
     *
     * @param kind {@code team} or {@code feature}
     */
    public record Driver(String kind, String id, String title, double value, double previous) {
        double change() {
            return value - previous;
        }
    }

    /** Growth over the week before. */
    public double change() {
        return measure.change();
    }

    /**
     * What moved most.
     *
     * @param up the largest first
     * @param down the largest first
     */
    public record Both(List<Move> up, List<Move> down) {
        public Both {
            up = List.copyOf(up);
            down = List.copyOf(down);
        }

        public boolean isEmpty() {
            return up.isEmpty() && down.isEmpty();
        }
    }
}
