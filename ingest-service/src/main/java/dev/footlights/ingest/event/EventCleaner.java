package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.EntityRef;
import dev.footlights.ingest.identity.Pseudonyms;
import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.avro.UsageEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes a usage event of what was sent, or says why not. */
final class EventCleaner {
    private static final int LONGEST_TEXT = 1_024;

    private final Limits limits;
    private final TimeRules times;
    private final Pseudonyms pseudonyms;
    private final PersonText persons;
    private final Attribution.Source attributions;

    EventCleaner(Limits limits, TimeRules times, Pseudonyms pseudonyms, Attribution.Source attributions) {
        this.limits = limits;
        this.times = times;
        this.pseudonyms = pseudonyms;
        this.persons = new PersonText(pseudonyms);
        this.attributions = attributions;
    }

    Outcome clean(RawEvent raw, EventFormat format, Arrival arrival) {
        return raw.problem == null
                ? Cleaning.outcome(() -> TopicRecord.of(usageEvent(raw, format, arrival)))
                : raw.problem.toOutcome();
    }

    private UsageEvent usageEvent(RawEvent raw, EventFormat format, Arrival arrival) throws Refusal {
        Names.require("eventId", raw.eventId);
        Instant occurredAt = times.check("occurredAt", raw.occurredAt, arrival);
        Names.require("action", raw.action);
        Names.optional("sessionId", raw.sessionId);
        String actor = actor(raw);
        Map<String, String> attributes = attributes(raw.attributes);
        Map<String, String> context = context(raw.context);
        boolean path = raw.action.equals("navigate") || raw.action.equals("not-found");
        SurveyAnswers.check(raw);
        String subject =
                SurveyAnswers.isAnswer(raw) ? SurveyAnswers.text(raw.subject, persons) : subject(raw.subject, path);
        // Found in what was sent: of a user's page the parts are hidden already, and hiding twice gives another name.
        String entityRef = EntityOfEvent.find(raw.context, raw.attributes, path ? UrlText.strip(raw.subject) : "")
                .map(persons::hide)
                .map(EntityRef::toString)
                .orElse("");
        Attribution attribution = attributions.of(actor, raw.claimedGroups());
        return new UsageEvent(
                raw.eventId,
                occurredAt,
                arrival.receivedAt(),
                actor,
                attribution.teams(),
                attribution.by().toString(),
                raw.action,
                subject,
                raw.value,
                attributes,
                take(context, "pluginId"),
                take(context, "extensionId"),
                take(context, "routeRef"),
                take(context, "extension"),
                entityRef,
                context,
                raw.sessionId,
                format.spelling(),
                arrival.importId());
    }

    private String actor(RawEvent raw) throws Refusal {
        if (raw.user.isEmpty()) {
            return raw.sessionId.isEmpty() ? pseudonyms.anonymous() : pseudonyms.ofSession(raw.sessionId);
        }
        return pseudonyms.ofUser(Refs.user("user", raw.user));
    }

    private String subject(String subject, boolean path) {
        if (!path && !UrlText.looksLikeUrl(subject)) {
            return UrlText.cut(persons.hide(subject), LONGEST_TEXT);
        }
        String stripped = UrlText.strip(UrlText.cut(persons.hide(UrlText.strip(subject)), LONGEST_TEXT));
        return stripped.isEmpty() && !subject.isEmpty() ? "/" : stripped;
    }

    private Map<String, String> attributes(Map<String, String> sent) throws Refusal {
        requireCount("attributes", sent);
        List<String> route = List.of(sent.getOrDefault("kind", ""), sent.getOrDefault("namespace", ""));
        Map<String, String> kept = RawEvent.newMap();
        for (Map.Entry<String, String> entry : sent.entrySet()) {
            String key = entry.getKey();
            if (!PersonText.isPersonal(key)) {
                boolean url = key.equals("to") || UrlText.looksLikeUrl(entry.getValue());
                String value = url ? UrlText.strip(entry.getValue()) : entry.getValue();
                keep(kept, "attributes", key, persons.hide(key, value, route));
            }
        }
        return kept;
    }

    private Map<String, String> context(Map<String, String> sent) throws Refusal {
        requireCount("context", sent);
        Map<String, String> kept = RawEvent.newMap();
        for (Map.Entry<String, String> entry : sent.entrySet()) {
            String key = entry.getKey();
            if (!PersonText.isPersonal(key) && !key.equals("entityRef")) {
                keep(kept, "context", key, persons.clean(entry.getValue()));
            }
        }
        return kept;
    }

    private void requireCount(String field, Map<String, String> sent) throws Refusal {
        if (sent.size() > limits.attributes()) {
            throw new Refusal(
                    FailureReason.TOO_MANY_ATTRIBUTES, field + " has more than " + limits.attributes() + " keys");
        }
    }

    private void keep(Map<String, String> kept, String field, String key, String value) throws Refusal {
        int most = limits.attributeBytes();
        if (UrlText.bytes(key) > most || UrlText.bytes(value) > most) {
            throw new Refusal(
                    FailureReason.TOO_LARGE, "a key or value of " + field + " has more than " + most + " bytes");
        }
        kept.put(key, value);
    }

    private static String take(Map<String, String> context, String key) {
        String taken = context.remove(key);
        return taken == null ? "" : taken;
    }
}
