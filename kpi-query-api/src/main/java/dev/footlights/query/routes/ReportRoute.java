package dev.footlights.query.routes;

import dev.footlights.query.answer.Directory;
import dev.footlights.query.report.IsoWeek;
import dev.footlights.query.report.PageLinks;
import dev.footlights.query.report.ReportCsv;
import dev.footlights.query.report.ReportFormat;
import dev.footlights.query.report.ReportJson;
import dev.footlights.query.report.ReportParts;
import dev.footlights.query.report.ReportQuestion;
import dev.footlights.query.report.ReportReader;
import dev.footlights.query.report.Story;
import dev.footlights.query.report.WeeklyReport;
import dev.footlights.query.report.document.Document;
import dev.footlights.query.report.render.HtmlRenderer;
import dev.footlights.query.report.render.MarkdownRenderer;
import dev.footlights.query.report.render.PdfRenderer;
import dev.footlights.query.report.render.TextRenderer;
import dev.footlights.query.request.Parameters;
import dev.footlights.query.request.Refusals;
import dev.footlights.service.http.Handler;
import dev.footlights.service.http.Request;
import dev.footlights.service.http.Response;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The weekly report. Without a format asked it is what Accept prefers, else JSON. */
final class ReportRoute implements Handler {
    private final ReportReader reader;
    private final PageLinks page;
    private final ZoneId reportingZone;
    private final Clock clock;

    ReportRoute(ReportParts parts, PageLinks page) {
        this.reader = new ReportReader(parts);
        this.page = page;
        this.reportingZone = parts.settings().reporting().zone();
        this.clock = parts.clock();
    }

    @Override
    public Response handle(Request request) {
        Parameters parameters = new Parameters(request);
        ReportFormat format = parameters.choice("format", ReportFormat.values(), accepted(request));
        ZoneId zone = parameters.zone("zone").orElse(reportingZone);
        IsoWeek last = IsoWeek.before(clock.instant(), zone);
        IsoWeek week = parameters
                .text("week")
                .map(text -> IsoWeek.parse(text)
                        .orElseThrow(() -> Refusals.parameter("week", "is not a week such as " + last)))
                .orElse(last);
        List<String> teams = parameters.list("team");
        if (teams.size() > 1) {
            throw Refusals.parameter("team", "takes one team here");
        }
        String team = teams.isEmpty() ? Directory.ORGANISATION : teams.getFirst();
        WeeklyReport report = reader.read(new ReportQuestion(week, team, zone));
        return response(report, format).header("Vary", "Accept").etagged(request);
    }

    private Response response(WeeklyReport report, ReportFormat format) {
        Document document = Story.tell(report, page);
        Response response = switch (format) {
            case JSON -> Response.json(200, ReportJson.of(report, document));
            case HTML -> text(format, HtmlRenderer.render(document, HtmlRenderer.Target.BROWSER));
            case MD, MARKDOWN -> text(format, MarkdownRenderer.render(document));
            case TXT, TEXT -> text(format, TextRenderer.render(document));
            case CSV -> text(format, ReportCsv.of(report));
            case PDF -> Response.bytes(200, format.contentType(), PdfRenderer.render(document));
        };
        if (format == ReportFormat.CSV || format == ReportFormat.PDF) {
            response.header(
                    "Content-Disposition",
                    "attachment; filename=\"adoption-" + report.week().label() + "." + format.ending() + "\"");
        }
        if (format == ReportFormat.HTML) {
            // The report runs nothing and fetches nothing.
            response.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        }
        report.asOf().ifPresent(asOf -> response.header("Footlights-As-Of", asOf.toString()));
        return response.header("Footlights-Zone", report.zone().getId());
    }

    private static Response text(ReportFormat format, String body) {
        return Response.text(200, format.contentType(), body);
    }

    /** The first of the types that the client lists that there is; weights aren't looked at. */
    private static ReportFormat accepted(Request request) {
        for (String type : String.join(",", request.headers("Accept")).split(",", -1)) {
            String name = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            Optional<ReportFormat> format = Arrays.stream(ReportFormat.values())
                    .filter(each -> each.mediaType().equals(name))
                    .findFirst();
            if (format.isPresent()) {
                return format.get();
            }
        }
        return ReportFormat.JSON;
    }
}
