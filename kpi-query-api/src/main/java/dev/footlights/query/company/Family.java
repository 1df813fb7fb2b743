package dev.footlights.query.company;

import java.util.List;

/**
 * A team and the teams just below it, whose figures add up to its own.
 *
 * @param children in an order that depends on names alone: what is withheld for others' sake is taken from its beginning
 */
public record Family(String parent, List<String> children) {
    public Family {
        children = List.copyOf(children);
    }
}
