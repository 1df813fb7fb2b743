package dev.footlights.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.ingest.identity.EntityRef;
import dev.footlights.ingest.identity.Pseudonyms;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.service.settings.SettingsReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is made of good events. */
class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Pseudonyms pseudonyms = new Pseudonyms("the key of a deployment");
    private final Intake intake = new Intake(
            SettingsReader.defaults(Limits.class),
            new TimeRules(Duration.ofDays(7), Duration.ofMinutes(5), Duration.ofDays(400)),
            pseudonyms,
            (actor, claimed) -> new Attribution(claimed, Attribution.By.EVENT));

    @Test
    void theContextIsTakenApart() throws BodyException {
        UsageEvent event = accept("'action':'click','subject':'Owner','context':{'pluginId':'catalog',"
                + "'extensionId':'entity-card:org/x','routeRef':'r','extension':'E','taskId':7,'searchTypes':['a','b'],"
                + "'userEntityRef':'user:default/jane','formData':'secret','nested':{'user':'jane'}}");

        assertThat(event.getPluginId()).isEqualTo("catalog");
        assertThat(event.getExtensionId()).isEqualTo("entity-card:org/x");
        assertThat(event.getRouteRef()).isEqualTo("r");
        assertThat(event.getExtension()).isEqualTo("E");
        assertThat(event.getContext()).containsOnly(Map.entry("taskId", "7"), Map.entry("searchTypes", "a,b"));
    }

    @Test
    void entitiesAreFoundWhereverTheyAreNamed() throws BodyException {
        assertThat(accept("'action':'create','context':{'entityRef':'Template:Default/Svc'}")
                        .getEntityRef())
                .isEqualTo("template:default/svc");
        assertThat(accept(
                                "'action':'navigate','subject':'/x','attributes':{'kind':'API','namespace':'default','name':'Pets'}")
                        .getEntityRef())
                .isEqualTo("api:default/pets");
        assertThat(accept("'action':'navigate','subject':'/catalog/Default/Component/Cart/ci-cd?x=1'")
                        .getEntityRef())
                .isEqualTo("component:default/cart");
        assertThat(accept("'action':'navigate','subject':'/docs/default/component/cart/#a'")
                        .getEntityRef())
                .isEqualTo("component:default/cart");
        assertThat(accept("'action':'navigate','subject':'/create/templates/default/svc'")
                        .getEntityRef())
                .isEqualTo("template:default/svc");
        assertThat(accept("'action':'navigate','subject':'/create/tasks/1/2'").getEntityRef())
                .isEmpty();
        assertThat(accept("'action':'click','subject':'/docs/default/component/cart'")
                        .getEntityRef())
                .isEmpty();
    }

    @Test
    void aUsersPageIsKnownByPseudonymOnly() throws BodyException {
        String jane = pseudonyms.ofUser(EntityRef.user("jane").orElseThrow());

        UsageEvent event = accept("'action':'navigate','subject':'/catalog/default/User/Jane/settings',"
                + "'attributes':{'kind':'user','namespace':'default','name':'Jane','to':'/catalog/default/user/jane?x',"
                + "'owner':'User:default/Jane'}");

        assertThat(event.getSubject()).isEqualTo("/catalog/default/user/" + jane + "/settings");
        assertThat(event.getEntityRef()).isEqualTo("user:default/" + jane);
        assertThat(event.getAttributes())
                .containsEntry("name", jane)
                .containsEntry("to", "/catalog/default/user/" + jane)
                .containsEntry("owner", "user:default/" + jane);
        assertThat(event.toString()).doesNotContainIgnoringCase("jane");
    }

    @Test
    void withoutAUserTheSessionOrNobodyActs() throws BodyException {
        assertThat(accept("'action':'click','sessionId':'s1'").getActor()).isEqualTo(pseudonyms.ofSession("s1"));
        assertThat(accept("'action':'click'").getActor()).isEqualTo(pseudonyms.anonymous());
    }

    @Test
    void groupsComeFromTheEventOrItsContext() throws BodyException {
        assertThat(accept("'action':'click','groups':['group:default/a']").getTeams())
                .containsExactly("group:default/a");
        assertThat(accept("'action':'click','context':{'ownershipEntityRefs':['user:default/x','group:default/b']}")
                        .getTeams())
                .containsExactly("user:default/x", "group:default/b");
    }

    @Test
    void textOfAllScriptsIsKeptAsItIs() throws BodyException {
        assertThat(accept("'action':'search','subject':'😀 עברית 漢字 \\u001b[31m'")
                        .getSubject())
                .isEqualTo("😀 עברית 漢字 \u001b[31m");
    }

    @Test
    void timesWithOffsetsAndZonesAreInstants() throws BodyException {
        for (String time :
                List.of("2026-11-22T11:00:00Z", "2026-11-22T12:00+01:00", "2026-11-22T12:00:00+01:00[Europe/Paris]")) {
            String body = "[{'eventId':'e','occurredAt':'" + time + "','action':'click'}]";
            assertThat(take(body, new NativeFormat()).getOccurredAt()).isEqualTo(NOW.minusSeconds(3600));
        }
    }

    @Test
    void adoptionInsightsIdsComeFromTheContent() throws BodyException {
        String first =
                "[{'action':'click','subject':'a','attributes':{'x':1,'y':2},'context':{'userName':'user:default/u','timestamp':'2026-11-22T11:00:00.001Z'}}]";
        String reordered =
                "[{'context':{'timestamp':'2026-11-22T11:00:00.001Z','userName':'user:default/u'},'attributes':{'y':2,'x':1},'subject':'a','action':'click'}]";

        String id = take(first, new AdoptionInsightsFormat()).getEventId();

        assertThat(take(reordered, new AdoptionInsightsFormat()).getEventId()).isEqualTo(id);
        assertThat(take(first.replace(".001Z", ".002Z"), new AdoptionInsightsFormat())
                        .getEventId())
                .isNotEqualTo(id);
        assertThat(take(first.replace("/u'", "/v'"), new AdoptionInsightsFormat())
                        .getEventId())
                .isNotEqualTo(id);
        assertThat(take(first.replace("'subject':'a'", "'subject':'b'"), new AdoptionInsightsFormat())
                        .getEventId())
                .isNotEqualTo(id);
    }

    @Test
    void freeTextOfASurveyKeepsItsWordsAndHidesPeople() throws BodyException {
        String jane = pseudonyms.ofUser(EntityRef.user("jane").orElseThrow());
        String answer = "'action':'survey-answer','attributes':{'survey':'pulse','question':'what'},'subject':'";

        assertThat(accept(answer + "Ask user:default/jane,  see https://x.example/a?token=1 or /docs?q#r too.'")
                        .getSubject())
                .isEqualTo("Ask "
                        + accept("'action':'x','subject':'user:default/jane,'").getSubject()
                        + "  see https://x.example/a or /docs too.");
        assertThat(accept(answer + "/catalog/default/user/jane?x is gone'").getSubject())
                .isEqualTo("/catalog/default/user/" + jane + " is gone");
        assertThat(accept(answer + "😀".repeat(1_200) + "'").getSubject()).isEqualTo("😀".repeat(1_000));
    }

    private UsageEvent accept(String fields) throws BodyException {
        return take("[{'eventId':'e','occurredAt':'2026-11-22T11:00:00Z'," + fields + "}]", new NativeFormat());
    }

    private UsageEvent take(String body, EventFormat format) throws BodyException {
        byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Outcome outcome = intake.take(json, false, new Arrival(NOW, format, ""))
                .getFirst()
                .outcome();
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return (UsageEvent) ((Outcome.Accepted) outcome).written().value();
    }
}
