package dev.footlights.query.alert;

import dev.footlights.query.alert.AlertSettings.Rule;
import dev.footlights.query.alert.AlertStates.Stored;
import dev.footlights.query.delivery.Deliverer;
import dev.footlights.query.delivery.Letter;
import dev.footlights.query.delivery.Recipient;
import dev.footlights.query.delivery.Recipients;
import dev.footlights.query.delivery.SigningKey;
import dev.footlights.query.delivery.StopLinks;
import dev.footlights.query.delivery.Stops;
import dev.footlights.query.report.PageLinks;
import dev.footlights.service.http.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the rules and tells what changed: once when a rule begins to be broken, and once when it is kept again. While a
 * figure can't be told a firing goes on as it was. A rule that is broken while it is muted is told when the mute ends, if it
 * still is.
 *
 * <p>{@code footlights_alerts_firing} is 1 by rule while it is broken, muted or not.
 */
public final class Alerts {
    private static final Logger log = LoggerFactory.getLogger(Alerts.class);

    /** What the link in an alert stops. */
    private static final String STOPS = "alerts";

    private final List<Rule> rules;
    private final Evaluation evaluation;
    private final AlertStates states;
    private final ZoneId reportingZone;
    private final Recipients recipients;
    private final Deliverer deliverer;
    private final Stops stops;
    private final SigningKey key;
    private final PageLinks page;
    private final Clock clock;
    private final Set<Letter> settled = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> firing = new ConcurrentHashMap<>();

    /** What alerts are sent with. */
    public record Sending(Recipients recipients, Deliverer deliverer, Stops stops, SigningKey key, PageLinks page) {}

    public Alerts(
            List<Rule> rules,
            Evaluation evaluation,
            AlertStates states,
            ZoneId reportingZone,
            Sending sending,
            Clock clock,
            MeterRegistry meters) {
        this.rules = List.copyOf(rules);
        this.evaluation = evaluation;
        this.states = states;
        this.reportingZone = reportingZone;
        this.recipients = sending.recipients();
        this.deliverer = sending.deliverer();
        this.stops = sending.stops();
        this.key = sending.key();
        this.page = sending.page();
        this.clock = clock;
        for (Rule rule : rules) {
            firing.put(rule.id(), 0);
            Gauge.builder("footlights.alerts.firing", () -> firing.getOrDefault(rule.id(), 0))
                    .description("1 while a rule is broken")
                    .tag("rule", rule.id())
                    .register(meters);
        }
    }

    /**
     * A rule as it is told.
     *
     * @param state as of the last look; empty before the first
     * @param mutedUntil {@link Instant#MAX} for good; empty when it isn't
     */
    public record Standing(Rule rule, Verdict verdict, Optional<Stored> state, Optional<Instant> mutedUntil) {}

    /** How the rules stand by the figures of now. */
    public List<Standing> standings() {
        Map<String, Stored> stored = states.all();
        Map<String, Instant> mutes = states.mutes();
        return rules.stream()
                .map(rule -> new Standing(
                        rule, verdict(rule), Optional.ofNullable(stored.get(rule.id())), mutedUntil(rule, mutes)))
                .toList();
    }

    private Verdict verdict(Rule rule) {
        try {
            return evaluation.of(rule);
        } catch (ProblemException e) {
            return Verdict.cannotTell(
                    "", false, e.problem().detail().orElse(e.problem().title()));
        }
    }

    private Optional<Instant> mutedUntil(Rule rule, Map<String, Instant> mutes) {
        Instant until = mutes.getOrDefault(rule.id(), Instant.MIN);
        Instant bySettings = rule.mutedBySettings().orElse(Instant.MIN);
        Instant later = until.isAfter(bySettings) ? until : bySettings;
        return later.isAfter(clock.instant()) ? Optional.of(later) : Optional.empty();
    }

    public List<Rule> rules() {
        return rules;
    }

    /** Mutes a rule until a moment; one that is past ends the mute. */
    public void mute(String rule, Instant until, String by) {
        states.mute(rule, until, by);
    }

    /**
     * Looks at every rule.
     *
     * @throws dev.footlights.query.store.UnavailableException while ClickHouse doesn't answer
     */
    public void run() throws InterruptedException {
        if (rules.isEmpty()) {
            return;
        }
        Map<String, Stored> stored = new HashMap<>(states.all());
        Map<String, Instant> mutes = states.mutes();
        Set<StopLinks.Stop> stopped = stops.all();
        for (Rule rule : rules) {
            Verdict verdict = verdict(rule);
            Stored before =
                    stored.getOrDefault(rule.id(), new Stored(rule.id(), Verdict.State.OK, "", clock.instant(), false));
            Stored after = next(before, verdict);
            firing.put(rule.id(), after.state() == Verdict.State.FIRING ? 1 : 0);
            boolean muted = mutedUntil(rule, mutes).isPresent();
            boolean tell = after.state() == Verdict.State.FIRING && !muted;
            Stored kept = tell ? new Stored(after.rule(), after.state(), after.period(), after.since(), true) : after;
            if (!kept.equals(before)) {
                // Before anything is sent, so that a firing that was told is also told to be over.
                states.write(kept);
                say(rule, before, kept, muted);
            }
            if (tell || (kept.state() == Verdict.State.OK && kept.told() && !muted)) {
                tell(rule, verdict, kept, stopped);
            }
        }
    }

    /** A firing keeps its period while nothing can be told, so that it is told once. */
    private Stored next(Stored before, Verdict verdict) {
        boolean open = before.state() == Verdict.State.FIRING
                || (before.state() == Verdict.State.CANNOT_TELL
                        && !before.period().isEmpty());
        Instant now = clock.instant();
        Instant since = before.state() == verdict.state() ? before.since() : now;
        return switch (verdict.state()) {
            case FIRING ->
                open
                        ? new Stored(before.rule(), verdict.state(), before.period(), since, before.told())
                        : new Stored(before.rule(), verdict.state(), verdict.period(), since, false);
            case CANNOT_TELL ->
                open
                        ? new Stored(before.rule(), verdict.state(), before.period(), since, before.told())
                        : new Stored(before.rule(), verdict.state(), "", since, false);
            case OK ->
                open || before.state() == Verdict.State.OK
                        ? new Stored(before.rule(), verdict.state(), before.period(), since, before.told())
                        : new Stored(before.rule(), verdict.state(), "", since, false);
        };
    }

    private void tell(Rule rule, Verdict verdict, Stored state, Set<StopLinks.Stop> stopped)
            throws InterruptedException {
        boolean resolved = state.state() == Verdict.State.OK;
        String subject = rule.id() + " " + (resolved ? "resolved" : "firing") + " " + state.period();
        String zone = rule.zone().orElse(reportingZone).getId();
        for (Recipient recipient : recipients.of(rule.to(), rule.channels())) {
            Letter letter = new Letter("alert", subject, rule.team(), STOPS, recipient);
            boolean unwanted = recipient instanceof Recipient.Mailbox(String address)
                    && stopped.contains(new StopLinks.Stop(key.ofAddress(address), STOPS));
            if (!unwanted && !settled.contains(letter)) {
                boolean done = deliverer.deliver(
                        letter, () -> AlertMessage.of(rule, verdict, resolved, state.period(), zone, page));
                if (done) {
                    settled.add(letter);
                }
            }
        }
    }

    private static void say(Rule rule, Stored before, Stored after, boolean muted) {
        if (before.state() != after.state()) {
            (after.state() == Verdict.State.FIRING ? log.atWarn() : log.atInfo())
                    .addKeyValue("rule", rule.id())
                    .addKeyValue("state", after.state().text())
                    .addKeyValue("period", after.period())
                    .addKeyValue("muted", muted)
                    .log("alert");
        }
    }
}
