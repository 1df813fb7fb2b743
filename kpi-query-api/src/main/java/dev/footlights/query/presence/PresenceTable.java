package dev.footlights.query.presence;

import dev.footlights.query.figures.Scope;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Who was in which team's which feature on which days of a zone. Not safe for several threads. */
public final class PresenceTable {
    private final ZoneId zone;
    private final Map<Actor, Integer> numbers = new HashMap<>();
    private final Map<String, Map<String, PlacePeople>> teams = new HashMap<>();
    private long size;

    /** A pseudonym, as two halves. */
    record Actor(long high, long low) {}

    PresenceTable(ZoneId zone) {
        this.zone = zone;
    }

    /** In which days are cut. */
    public ZoneId zone() {
        return zone;
    }

    /** People of teams and features. */
    long size() {
        return size;
    }

    /** @param day counted from 1970 */
    void add(String team, String feature, Actor actor, long day) {
        int number = numbers.computeIfAbsent(actor, any -> numbers.size());
        if (teams.computeIfAbsent(team, any -> new HashMap<>())
                .computeIfAbsent(feature, any -> new PlacePeople())
                .add(number, day)) {
            size++;
        }
    }

    /** What looks at the people of one place. */
    public interface Reader {
        void read(String team, String feature, PlacePeople people);
    }

    /** Shows the people of each place of a scope in which there ever were some. */
    public void read(Scope scope, Reader reader) {
        for (String team : scope.teams()) {
            Map<String, PlacePeople> features = teams.getOrDefault(team, Map.of());
            for (String feature : scope.features()) {
                PlacePeople people = features.get(feature);
                if (people != null) {
                    reader.read(team, feature, people);
                }
            }
        }
    }
}
