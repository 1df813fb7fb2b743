package dev.footlights.query.digest;

import dev.footlights.query.delivery.Deliverer;
import dev.footlights.query.delivery.DeliveryLog;
import dev.footlights.query.delivery.Letter;
import dev.footlights.query.delivery.Recipient;
import dev.footlights.query.delivery.Recipients;
import dev.footlights.query.delivery.SigningKey;
import dev.footlights.query.delivery.StopLinks;
import dev.footlights.query.delivery.Stops;
import dev.footlights.query.report.IsoWeek;
import dev.footlights.query.report.PageLinks;
import dev.footlights.query.report.ReportQuestion;
import dev.footlights.query.report.ReportReader;
import dev.footlights.query.report.Story;
import dev.footlights.query.report.WeeklyReport;
import dev.footlights.query.report.document.Document;
import dev.footlights.service.http.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks what is due and has it delivered. May run in several instances: the book of deliveries lets one of them send. */
public final class ReportSchedule {
    private static final Logger log = LoggerFactory.getLogger(ReportSchedule.class);
    private static final int AT_ONCE = 6;

    private final ReportSettings settings;
    private final ZoneId zone;
    private final ReportReader reader;
    private final Supplier<Optional<Instant>> asOf;
    private final PageLinks page;
    private final Recipients recipients;
    private final Deliverer deliverer;
    private final DeliveryLog book;
    private final Stops stops;
    private final SigningKey key;
    private final Clock clock;
    private final Set<Letter> settled = ConcurrentHashMap.newKeySet();
    private final Set<String> complained = ConcurrentHashMap.newKeySet();

    /** What reports are sent with. */
    public record Sending(
            Recipients recipients,
            Deliverer deliverer,
            DeliveryLog book,
            Stops stops,
            SigningKey key,
            PageLinks page) {}

    /** @param asOf how fresh the figures are */
    public ReportSchedule(
            ReportSettings settings,
            ZoneId reportingZone,
            ReportReader reader,
            Supplier<Optional<Instant>> asOf,
            Sending sending,
            Clock clock) {
        this.settings = settings;
        this.zone = settings.zone().orElse(reportingZone);
        this.reader = reader;
        this.asOf = asOf;
        this.page = sending.page();
        this.recipients = sending.recipients();
        this.deliverer = sending.deliverer();
        this.book = sending.book();
        this.stops = sending.stops();
        this.key = sending.key();
        this.clock = clock;
    }

    private record Sheet(Letter letter, ReportQuestion question) {}

    /**
     * Delivers what is due now.
     *
     * @throws dev.footlights.query.store.UnavailableException while ClickHouse doesn't answer
     */
    public void run() throws InterruptedException {
        List<Sheet> sheets = new ArrayList<>(askedAgain());
        Instant now = clock.instant();
        DueWeek.at(now, settings, zone).ifPresent(due -> {
            boolean complete = asOf.get()
                    .filter(moment -> !moment.isBefore(due.week().end(zone)))
                    .isPresent();
            if (complete || !now.isBefore(due.at().plus(settings.waitForFigures()))) {
                sheets.addAll(sheets(due.week()));
            }
        });
        sheets.removeIf(sheet -> settled.contains(sheet.letter()));
        if (!sheets.isEmpty()) {
            Set<StopLinks.Stop> stopped = stops.all();
            sheets.removeIf(sheet -> isStopped(sheet.letter(), stopped));
            deliver(sheets);
        }
    }

    private List<Sheet> sheets(IsoWeek week) {
        List<Sheet> sheets = new ArrayList<>();
        for (ReportSettings.Digest digest : settings.digests()) {
            for (Recipient recipient : recipients.of(digest.to(), digest.channels())) {
                Letter letter = new Letter("report", week.label(), digest.team(), stopName(digest.team()), recipient);
                Sheet sheet = new Sheet(letter, new ReportQuestion(week, digest.team(), zone));
                if (!sheets.contains(sheet)) {
                    sheets.add(sheet);
                }
            }
        }
        return sheets;
    }

    /** What the link in a team's digest stops. */
    static String stopName(String team) {
        return "report " + team;
    }

    private boolean isStopped(Letter letter, Set<StopLinks.Stop> stopped) {
        return letter.recipient() instanceof Recipient.Mailbox(String address)
                && stopped.contains(new StopLinks.Stop(key.ofAddress(address), letter.stops()));
    }

    /** Reports of whatever week that a person has asked to be sent once more. */
    private List<Sheet> askedAgain() {
        List<Sheet> sheets = new ArrayList<>();
        book.askedAgain("report")
                .forEach(delivery -> IsoWeek.parse(delivery.subject())
                        .ifPresent(week -> sheets(week).stream()
                                .filter(sheet -> book.isOf(delivery, sheet.letter()))
                                .forEach(sheet -> {
                                    settled.remove(sheet.letter());
                                    sheets.add(sheet);
                                })));
        return sheets;
    }

    private void deliver(List<Sheet> sheets) throws InterruptedException {
        Map<ReportQuestion, Told> read = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("report-", 1).factory())) {
            List<Future<?>> all = new ArrayList<>();
            sheets.forEach(sheet -> all.add(threads.submit(() -> {
                deliver(sheet, read);
                return sheet;
            })));
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            log.atWarn()
                    .addKeyValue("problem", String.valueOf(e.getCause()))
                    .log("a report could not be delivered; it is tried again");
        }
    }

    private record Told(WeeklyReport report, Document document) {}

    private void deliver(Sheet sheet, Map<ReportQuestion, Told> read) throws InterruptedException {
        try {
            boolean done = deliverer.deliver(sheet.letter(), () -> {
                Told told = read.computeIfAbsent(sheet.question(), this::tell);
                return ReportContent.of(
                        told.report(), told.document(), sheet.letter().recipient(), settings.attachPdf());
            });
            if (done) {
                settled.add(sheet.letter());
            }
        } catch (ProblemException e) {
            if (complained.add(sheet.question().team())) {
                log.atError()
                        .addKeyValue("team", sheet.question().team())
                        .addKeyValue(
                                "problem",
                                e.problem().detail().orElse(e.problem().title()))
                        .log("a digest of the settings can't be made");
            }
        }
    }

    private Told tell(ReportQuestion question) {
        WeeklyReport report = reader.read(question);
        return new Told(report, Story.tell(report, page));
    }
}
