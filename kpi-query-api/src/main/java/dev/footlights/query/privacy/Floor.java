package dev.footlights.query.privacy;

/**
 * The small-group floor.
 *
 * @param people a figure about fewer, but about some, is withheld; 1 or less withholds nothing
 */
public record Floor(int people) {
    /** Whether a figure about so many people is withheld. A figure about nobody is told: it says nothing of anyone. */
    public boolean withholds(long aboutPeople) {
        return aboutPeople > 0 && aboutPeople < people;
    }
}
