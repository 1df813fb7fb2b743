package dev.footlights.ingest.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.footlights.ingest.event.Attribution;
import dev.footlights.ingest.identity.EntityRef;
import dev.footlights.ingest.identity.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From catalog YAML to who belongs where. */
class OrganisationTest {
    private static final String CATALOG = """
            # A catalog as Backstage has it.
            apiVersion: backstage.io/v1alpha1
            kind: Group
            metadata: {name: Payments}
            spec: {type: team, parent: commerce, profile: {displayName: Payments Team}, children: []}
            ---
            kind: Group
            metadata: {name: commerce, title: Commerce}
            spec: {type: department, children: [checkout]}
            ---
            kind: Group
            metadata: {name: checkout}
            spec: {type: team, members: [joe]}
            ---
            kind: Component
            metadata: {name: passed-over}
            ---
            ---
            kind: User
            metadata: {name: Jane, annotations: {footlights.dev/joined-at: "2026-03-01"}}
            spec: {memberOf: [payments, "group:other/guild"]}
            ---
            kind: User
            metadata: {name: joe}
            spec: {}
            ---
            kind: User
            metadata: {name: lone}
            """;

    private final Pseudonyms pseudonyms = new Pseudonyms("the key of a deployment");

    @Test
    void peopleCountForTheirGroupsAndAllAbove() throws CatalogException {
        Organisation organisation = organisation(CATALOG);

        assertThat(teamsOf(organisation, "jane"))
                .containsExactly("group:default/commerce", "group:default/payments", "group:other/guild", "org");
        assertThat(teamsOf(organisation, "joe"))
                .containsExactly("group:default/checkout", "group:default/commerce", "org");
        assertThat(teamsOf(organisation, "lone")).containsExactly("org", "unassigned");
    }

    @Test
    void theRosterWinsOverWhatIsClaimed() throws CatalogException {
        Organisation organisation = organisation(CATALOG);
        List<String> claimed = List.of("user:default/x", "payments", "group:default/new", "::");

        assertThat(organisation.of(actor("joe"), claimed).by()).isEqualTo(Attribution.By.ROSTER);
        assertThat(organisation.of(actor("joe"), claimed).teams()).doesNotContain("group:default/payments");
        assertThat(organisation.of(actor("stranger"), claimed))
                .isEqualTo(new Attribution(
                        List.of("group:default/commerce", "group:default/new", "group:default/payments", "org"),
                        Attribution.By.EVENT));
        assertThat(organisation.of(actor("stranger"), List.of()))
                .isEqualTo(new Attribution(List.of("org", "unassigned"), Attribution.By.NONE));
    }

    @Test
    void teamsHaveTitlesParentsAndKinds() throws CatalogException {
        Map<String, TeamTree.Team> teams =
                organisation(CATALOG).teams().stream().collect(Collectors.toMap(TeamTree.Team::ref, team -> team));

        assertThat(teams.get("group:default/payments"))
                .isEqualTo(
                        new TeamTree.Team("group:default/payments", "Payments Team", "group:default/commerce", "team"));
        assertThat(teams.get("group:default/commerce"))
                .isEqualTo(new TeamTree.Team("group:default/commerce", "Commerce", "org", "department"));
        assertThat(teams.get("group:default/checkout"))
                .isEqualTo(new TeamTree.Team("group:default/checkout", "checkout", "group:default/commerce", "team"));
        assertThat(teams.get("group:other/guild"))
                .isEqualTo(new TeamTree.Team("group:other/guild", "guild", "org", ""));
    }

    @Test
    void groupsAboveThemselvesAreSurvived() throws CatalogException {
        Organisation organisation = organisation("""
                kind: Group
                metadata: {name: a}
                spec: {parent: b}
                ---
                kind: Group
                metadata: {name: b}
                spec: {parent: c, children: [b]}
                ---
                kind: Group
                metadata: {name: c}
                spec: {parent: a}
                ---
                kind: User
                metadata: {name: jane}
                spec: {memberOf: [b]}
                """);

        assertThat(teamsOf(organisation, "jane"))
                .containsExactly("group:default/a", "group:default/b", "group:default/c", "org");
        assertThat(organisation.teams())
                .extracting(TeamTree.Team::parent)
                .containsExactly("org", "group:default/c", "group:default/a");
    }

    @Test
    void joiningIsReadFromTheAnnotation() throws CatalogException {
        assertThat(organisation(CATALOG).people().stream()
                        .filter(person -> person.actor().equals(actor("jane")))
                        .findFirst()
                        .orElseThrow()
                        .joinedAt())
                .contains(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void whatIsWrongIsSaidWithTheFile() {
        assertBad("kind: [", "org.yaml is not YAML at line 1");
        assertBad("kind: Group\nmetadata: {}\n", "document 1: metadata.name");
        assertBad(
                "kind: User\nmetadata: {name: x}\nspec: {memberOf: payments}\n",
                "spec.memberOf of a user is not a list");
        assertBad("kind: User\nmetadata: {name: x}\nspec: {memberOf: ['user:default/y']}\n", "no ref of a group");
        assertBad(
                "kind: User\nmetadata: {name: x, annotations: {footlights.dev/joined-at: soon}}\n",
                "neither a date nor a time");
    }

    private static void assertBad(String yaml, String says) {
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> new CatalogReader().read("org.yaml", yaml.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("org.yaml")
                .withMessageContaining(says);
    }

    private Organisation organisation(String yaml) throws CatalogException {
        return Organisation.of(new CatalogReader().read("org.yaml", yaml.getBytes(StandardCharsets.UTF_8)), pseudonyms);
    }

    private List<String> teamsOf(Organisation organisation, String user) {
        return organisation.of(actor(user), List.of()).teams();
    }

    private String actor(String user) {
        return pseudonyms.ofUser(EntityRef.user(user).orElseThrow());
    }
}
