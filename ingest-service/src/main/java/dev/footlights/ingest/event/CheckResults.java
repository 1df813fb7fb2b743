package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.Pseudonyms;
import dev.footlights.schemas.avro.CheckResult;
import dev.footlights.schemas.avro.FailureReason;
import java.util.ArrayList;
import java.util.List;

/** Takes what maturity checks found. A result counts for the owning groups, everything above them and {@code org}. */
final class CheckResults {
    /** No person: a result is a team's by its owners alone. */
    private static final String NOBODY = "";

    private final Limits limits;
    private final TimeRules times;
    private final PersonText persons;
    private final Attribution.Source attributions;

    CheckResults(Limits limits, TimeRules times, Pseudonyms pseudonyms, Attribution.Source attributions) {
        this.limits = limits;
        this.times = times;
        this.persons = new PersonText(pseudonyms);
        this.attributions = attributions;
    }

    ElementReader.Read clean(RawReport report, Arrival arrival) {
        return new ElementReader.Read("", Cleaning.outcome(() -> TopicRecord.of(result(report, arrival))));
    }

    private CheckResult result(RawReport report, Arrival arrival) throws Refusal {
        CheckResult result = new CheckResult();
        result.setCheck(Names.require("check", report.text("check")));
        result.setEntity(
                persons.hide(Refs.entity("entity", report.text("entity"))).toString());
        result.setPassed(report.bool("passed"));
        result.setCheckedAt(times.checkAnyAge("checkedAt", report.time("checkedAt"), arrival));
        result.setTrack(Names.optional("track", report.text("track")));
        result.setLevel(Names.optional("level", report.text("level")));
        result.setFact(fact(report.scalar("fact")));
        result.setTeams(attributions.of(NOBODY, owners(report)).teams());
        result.setReceivedAt(arrival.receivedAt());
        return result;
    }

    private String fact(String sent) throws Refusal {
        if (UrlText.bytes(sent) > limits.attributeBytes()) {
            throw new Refusal(FailureReason.TOO_LARGE, "fact has more than " + limits.attributeBytes() + " bytes");
        }
        return persons.clean(sent);
    }

    private List<String> owners(RawReport report) throws Refusal {
        List<String> sent = new ArrayList<>(report.texts("owners"));
        String owner = report.text("owner");
        if (!owner.isEmpty()) {
            sent.add(owner);
        }
        if (sent.size() > limits.attributes()) {
            throw new Refusal(FailureReason.TOO_LARGE, "owners has more than " + limits.attributes() + " refs");
        }
        List<String> owners = new ArrayList<>();
        for (String ref : sent) {
            owners.add(Refs.group("owner", ref).toString());
        }
        return owners;
    }
}
