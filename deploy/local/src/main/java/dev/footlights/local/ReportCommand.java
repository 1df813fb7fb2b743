package dev.footlights.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footlights.local.send.Progress;
import dev.footlights.local.stack.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "report",
        description = {
            "Writes the weekly adoption report of the organisation, or of one team.",
            "It goes to the terminal unless --out names a file, whose ending tells the format."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  footlights report                                    last week, as Markdown",
            "  footlights report --week 2026-W47 --out report.pdf",
            "  footlights report --team group:default/payments --out payments.html",
            "%nEnvironment:",
            "  FOOTLIGHTS_BEARER_TOKEN   sent as Authorization: Bearer, when the service asks for a key"
        })
final class ReportCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What a report may be written as. */
    enum Format {
        HTML,
        PDF,
        MD,
        JSON,
        CSV,
        TXT;

        static Format parse(String name) {
            return named(name)
                    .orElseThrow(() ->
                            new TypeConversionException("'" + name + "' is none of html, pdf, md, json, csv and txt"));
        }

        static Optional<Format> named(String name) {
            return Arrays.stream(values())
                    .filter(format -> format.text().equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--week",
            paramLabel = "WEEK",
            description = "ISO week such as 2026-W47 (default: the last whole one).")
    private @Nullable String week;

    @Option(
            names = "--team",
            paramLabel = "TEAM",
            description = "Ref such as group:default/payments (default: the organisation).")
    private @Nullable String team;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "In which the week is cut (default: the reporting zone).")
    private @Nullable String zone;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "html, pdf, md, json, csv or txt (default: by the file's ending, else md).")
    private @Nullable Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write.")
    private @Nullable Path out;

    @Option(names = "--url", paramLabel = "URL", description = "The query API (default: the one of this stack).")
    private @Nullable String url;

    @Override
    public Integer call() throws InterruptedException {
        Format chosen = format();
        if (out == null && chosen == Format.PDF && Progress.onTerminal()) {
            throw new StackException("A PDF can't be shown in a terminal: name a file with --out.");
        }
        Surroundings here = Surroundings.here();
        byte[] report = fetch(target(here, chosen), here.bearerToken());
        try {
            if (out == null) {
                System.out.write(report);
                System.out.flush();
            } else {
                Files.write(out, report);
                System.out.printf("%s: %,d bytes%n", out, report.length);
            }
        } catch (IOException failure) {
            throw new StackException(
                    "The report can't be written to " + (out == null ? "the terminal" : out) + ": " + failure, failure);
        }
        return 0;
    }

    private Format format() {
        if (format != null) {
            return format;
        }
        if (out == null) {
            return Format.MD;
        }
        String name = String.valueOf(out.getFileName());
        return Format.named(name.substring(name.lastIndexOf('.') + 1))
                .orElseThrow(() -> new StackException(
                        "The ending of " + out + " tells no format: give --format html, pdf, md, json, csv or txt."));
    }

    private URI target(Surroundings here, Format chosen) {
        Map<String, String> parameters = new TreeMap<>(Map.of("format", chosen.text()));
        if (week != null) {
            parameters.put("week", week);
        }
        if (team != null) {
            parameters.put("team", team);
        }
        if (zone != null) {
            parameters.put("zone", zone);
        }
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String base = url == null ? here.queryUrl() : url.replaceAll("/+$", "");
        return URI.create(base + "/api/v1/reports/weekly?" + query);
    }

    private static byte[] fetch(URI target, Optional<String> token) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target).timeout(PATIENCE);
        token.ifPresent(each -> request.header("Authorization", "Bearer " + each));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new StackException("There is no report: " + reason(response));
            }
            return response.body();
        } catch (IOException failure) {
            throw new StackException(
                    "The query API at " + target.getScheme() + "://" + target.getAuthority()
                            + " doesn't answer. Is the stack up? See \"footlights status\".",
                    failure);
        }
    }

    private static String reason(HttpResponse<byte[]> response) {
        String status = "the query API answered " + response.statusCode();
        try {
            JsonNode problem = JSON.readTree(response.body());
            String title = problem.path("title").asText("");
            String detail = problem.path("detail").asText("");
            String told = title.isEmpty() ? status : title + (detail.isEmpty() ? "" : ": " + detail);
            return told.matches(".*[.?!]") ? told : told + ".";
        } catch (IOException notJson) {
            return status + ".";
        }
    }
}
