package dev.footlights.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Writes the organisation as Backstage catalog YAML: the groups and the people that the catalog knows now. */
final class CatalogFiles {
    private CatalogFiles() {}

    static void write(Organisation organisation, DemoPlan plan, Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder groups = new StringBuilder();
        organisation.teams().forEach(team -> groups.append(group(team, organisation.teams())));
        Files.writeString(folder.resolve("groups.yaml"), groups);
        StringBuilder users = new StringBuilder();
        organisation.people().stream()
                .filter(Person::listed)
                .forEach(person -> users.append(user(person, plan.firstDay())));
        Files.writeString(folder.resolve("users.yaml"), users);
    }

    private static String group(Team team, List<Team> teams) {
        List<String> children = teams.stream()
                .filter(other -> other.parent().filter(team.name()::equals).isPresent())
                .map(Team::name)
                .toList();
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata:
                  name: %s
                spec:
                  type: %s
                  profile:
                    displayName: %s
                %s  children: [%s]
                """.formatted(
                team.name(),
                team.type(),
                team.title(),
                team.parent().map(parent -> "  parent: " + parent + "\n").orElse(""),
                String.join(", ", children));
    }

    /** People who were there before the demo's weeks have joined at some time in the two years before. */
    private static String user(Person person, LocalDate firstDay) {
        LocalDate joined = person.joined().orElseGet(() -> firstDay.minusDays(30 + person.number() * 7L % 700));
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata:
                  name: %s
                  annotations:
                    footlights.dev/joined-at: "%s"
                spec:
                  profile:
                    displayName: %s
                  memberOf: [%s]
                """.formatted(person.name(), joined, person.displayName(), person.team());
    }
}
