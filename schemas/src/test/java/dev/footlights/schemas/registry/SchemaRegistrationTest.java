package dev.footlights.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.schemas.registry.SchemaRegistration.Outcome;
import dev.footlights.schemas.registry.SchemaRegistration.Standing;
import dev.footlights.schemas.topics.TopicDefinition;
import dev.footlights.schemas.topics.Topics;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaRegistrationTest {
    private static final String SUBJECT = Topics.TEAMS.subject();
    private static final List<TopicDefinition<?>> TEAMS = List.of(Topics.TEAMS);

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final SchemaRegistration registration = new SchemaRegistration(registry);

    private static Schema record(String fields) {
        return SchemaText.parse("{\"type\":\"record\",\"name\":\"TeamEntry\",\"namespace\":"
                + "\"dev.footlights.schemas.avro\",\"fields\":[" + fields + "]}");
    }

    private Standing checked() {
        return registration.check(TEAMS).getFirst().standing();
    }

    private Standing registered() {
        return registration.register(TEAMS).getFirst().standing();
    }

    @Test
    void registersEveryTopicOnce() {
        List<Outcome> first = registration.register(Topics.ALL);
        List<Outcome> second = registration.register(Topics.ALL);

        assertThat(first).hasSize(Topics.ALL.size()).allMatch(outcome -> outcome.standing() == Standing.REGISTERED);
        assertThat(second).hasSize(Topics.ALL.size()).allMatch(outcome -> outcome.standing() == Standing.CURRENT);
        assertThat(registry.compatibility(SUBJECT)).hasValue(CompatibilityLevel.FULL_TRANSITIVE);
    }

    @Test
    void checkingChangesNothing() {
        assertThat(checked()).isEqualTo(Standing.MISSING);
        assertThat(registry.latest(SUBJECT)).isEmpty();
        assertThat(registry.compatibility(SUBJECT)).isEmpty();
    }

    @Test
    void anOlderVersionIsBehindUntilRegistered() {
        registry.register(SUBJECT, record("{\"name\":\"team\",\"type\":\"string\",\"default\":\"\"}"));

        assertThat(checked()).isEqualTo(Standing.BEHIND);
        assertThat(registered()).isEqualTo(Standing.REGISTERED);
        assertThat(registry.versions(SUBJECT)).containsExactly(1, 2);
    }

    @Test
    void anIncompatibleVersionIsReportedAndLeftAlone() {
        registry.register(SUBJECT, record("{\"name\":\"mandatory\",\"type\":\"int\"}"));

        assertThat(checked()).isEqualTo(Standing.INCOMPATIBLE);
        assertThat(registered()).isEqualTo(Standing.INCOMPATIBLE);
        assertThat(registry.versions(SUBJECT)).containsExactly(1);
    }

    @Test
    void anotherLevelIsDrift() {
        registration.register(TEAMS);
        registry.setCompatibility(SUBJECT, CompatibilityLevel.NONE);

        assertThat(checked()).isEqualTo(Standing.WRONG_LEVEL);
        registered();
        assertThat(checked()).isEqualTo(Standing.CURRENT);
    }

    @Test
    void aNewerReleaseBesideUsIsFine() {
        registration.register(TEAMS);
        registry.register(SUBJECT, record("{\"name\":\"team\",\"type\":\"string\",\"default\":\"\"}"));

        assertThat(checked()).isEqualTo(Standing.NEWER_EXISTS);
        assertThat(registered()).isEqualTo(Standing.NEWER_EXISTS);
    }
}
