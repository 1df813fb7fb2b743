package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.EntityRef;
import dev.footlights.ingest.identity.Pseudonyms;
import dev.footlights.schemas.avro.FailureReason;
import dev.footlights.schemas.avro.TemplateOutcome;
import java.util.List;
import java.util.Set;

/**
 * Takes how tasks of the scaffolder ended, in our own shape or as the scaffolder's API gives a task: {@code id},
 * {@code status}, {@code spec.templateInfo.entityRef}, {@code spec.user.ref} or {@code createdBy}, {@code lastHeartbeatAt}.
 * Where a report has both, our own names count.
 */
final class TemplateOutcomes {
    private static final Set<String> OUTCOMES = Set.of("completed", "failed", "cancelled");

    private final TimeRules times;
    private final Pseudonyms pseudonyms;
    private final Attribution.Source attributions;

    TemplateOutcomes(TimeRules times, Pseudonyms pseudonyms, Attribution.Source attributions) {
        this.times = times;
        this.pseudonyms = pseudonyms;
        this.attributions = attributions;
    }

    ElementReader.Read clean(RawReport report, Arrival arrival) {
        return new ElementReader.Read(
                report.id("taskId", "id").orElse(""), Cleaning.outcome(() -> TopicRecord.of(outcome(report, arrival))));
    }

    private TemplateOutcome outcome(RawReport report, Arrival arrival) throws Refusal {
        TemplateOutcome outcome = new TemplateOutcome();
        outcome.setTask(Names.require("taskId", report.text("taskId", "id")));
        outcome.setTemplate(Refs.ofKind("template", "template", report.text("template", "spec/templateInfo/entityRef"))
                .toString());
        outcome.setOutcome(ended(Names.require("outcome", report.text("outcome", "status"))));
        outcome.setFinishedAt(times.checkAnyAge("finishedAt", report.time("finishedAt", "lastHeartbeatAt"), arrival));
        String user = report.text("user", "spec/user/ref", "createdBy");
        List<String> groups = report.texts("groups");
        if (user.isEmpty()) {
            outcome.setActor("");
            outcome.setTeams(attributions.of("", List.of()).teams());
        } else {
            EntityRef ref = Refs.user("user", user);
            outcome.setActor(pseudonyms.ofUser(ref));
            outcome.setTeams(attributions.of(outcome.getActor(), groups).teams());
        }
        outcome.setReceivedAt(arrival.receivedAt());
        return outcome;
    }

    private static String ended(String outcome) throws Refusal {
        if (!OUTCOMES.contains(outcome)) {
            throw new Refusal(FailureReason.INVALID_VALUE, "outcome is none of completed, failed, cancelled");
        }
        return outcome;
    }
}
