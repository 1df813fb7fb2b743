package dev.footlights.systemtest.generated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** An organisation of three levels with its odd corners, as Backstage catalog YAML and as the people who send events. */
public final class Organisation {
    private static final int TEAMS = 6;
    private static final int STAFF = 40;

    private Organisation() {}

    /**
     * Writes the catalog: groups that name their parent, one that is only named by its parent, people in one team, in two,
     * directly in a department, and in none.
     */
    public static void write(Path folder) throws IOException {
        StringBuilder groups = new StringBuilder();
        groups.append(group("company", "  children: [research]\n"));
        groups.append(group("commerce", "  parent: company\n  children: []\n"));
        groups.append(group("research", "  children: []\n"));
        for (int team = 0; team < TEAMS; team++) {
            String parent = team % 2 == 0 ? "commerce" : "group:default/research";
            groups.append(group("team-" + team, "  parent: " + parent + "\n  children: []\n"));
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        StringBuilder users = new StringBuilder();
        for (int staff = 0; staff < STAFF; staff++) {
            users.append(user(name(staff), joined(staff, today), memberOf(staff)));
        }
        Files.createDirectories(folder.resolve("people"));
        Files.writeString(folder.resolve("groups.yaml"), groups);
        Files.writeString(folder.resolve("people/users.yml"), users);
    }

    /** Everyone: staff, and people the catalog doesn't know. */
    static List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (int staff = 0; staff < STAFF; staff++) {
            boolean claims = staff % 10 == 0;
            people.add(new Person(
                    "user:default/" + name(staff),
                    staff % 3 == 0 ? "" : "s-" + staff,
                    claims ? List.of("team-5") : List.of()));
        }
        people.add(new Person("user:default/contractor", "", List.of("group:default/team-1")));
        people.add(new Person("user:default/partner", "", List.of("Group:Default/Partners", "team-0")));
        people.add(new Person("user:default/stranger", "s-stranger", List.of()));
        people.add(new Person("", "s-passer-by", List.of()));
        people.add(new Person("", "", List.of()));
        return people;
    }

    private static List<String> memberOf(int staff) {
        if (staff % 13 == 12) {
            return List.of();
        }
        if (staff % 11 == 10) {
            return List.of("commerce");
        }
        String team = "team-" + staff % TEAMS;
        return staff % 7 == 6 ? List.of(team, "group:default/team-" + (staff + 1) % TEAMS) : List.of(team);
    }

    private static String name(int staff) {
        return "person-" + staff;
    }

    private static String group(String name, String relations) {
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: Group
                metadata:
                  name: %s
                spec:
                  type: team
                %s""".formatted(name, relations);
    }

    /** One in four has been here for long and doesn't say since when; the others have joined in the weeks before today. */
    private static String joined(int staff, LocalDate today) {
        if (staff % 4 == 0) {
            return "";
        }
        return "  annotations:\n    footlights.dev/joined-at: \"" + today.minusDays(staff * 2L) + "\"\n";
    }

    private static String user(String name, String annotations, List<String> memberOf) {
        return """
                ---
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata:
                  name: %s
                %sspec:
                  memberOf: [%s]
                """.formatted(name, annotations, String.join(", ", memberOf));
    }
}
