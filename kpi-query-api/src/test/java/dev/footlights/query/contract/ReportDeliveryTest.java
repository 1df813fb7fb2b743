package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report reaches a mail server, a webhook and a folder. */
class ReportDeliveryTest {
    private static final String LEAD = "lead@example.org";
    private static final String ALL = "everybody@example.org";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private ClickHouseUnderTest.Store store;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        mail.start();
        store = ReportFacts.store("report_delivery", ReportFacts.MONDAY);
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private String settings(String digests) {
        return """
                page-url: https://portal.example.org/footlights
                mail: {host: 127.0.0.1, port: %d, security: none, from: "Føotlights <footlights@example.org>"}
                delivery: {signing-key: 0123456789abcdef0123, settle: PT0.3S, first-retry: PT0.5S}
                reports:
                  check-every: PT0.3S
                  digests: %s
                """.formatted(mail.getSmtp().getPort(), digests);
    }

    private ApiUnderTest service(String yaml) {
        return ReportFacts.service(store, Clock.fixed(ReportFacts.NOW, ZoneOffset.UTC), yaml);
    }

    private static List<JsonNode> deliveries(ApiUnderTest api) {
        List<JsonNode> rows = new ArrayList<>();
        api.json("/api/v1/reports/deliveries").get("rows").forEach(rows::add);
        return rows;
    }

    private static void awaitStates(ApiUnderTest api, String... states) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries(api))
                        .extracting(row -> row.get("state").asText())
                        .containsExactlyInAnyOrder(states));
    }

    private static List<Part> leaves(Part part) throws Exception {
        if (!(part.getContent() instanceof Multipart multipart)) {
            return List.of(part);
        }
        List<Part> leaves = new ArrayList<>();
        for (int index = 0; index < multipart.getCount(); index++) {
            leaves.addAll(leaves(multipart.getBodyPart(index)));
        }
        return leaves;
    }

    @Test
    void aMailArrivesWithItsPartsIntact() throws Exception {
        ApiUnderTest api = service(settings("[{team: \"%s\", to: [%s]}]".formatted(ReportFacts.CAFE, LEAD)));
        try {
            awaitStates(api, "delivered");
            MimeMessage[] received = mail.getReceivedMessages();
            assertThat(received).hasSize(1);
            MimeMessage message = received[0];
            assertThat(message.getSubject()).isEqualTo("Zahlung & Café: portal adoption in week 47, 2026");
            assertThat(message.getFrom()[0].toString()).contains("footlights@example.org");
            assertThat(message.getRecipients(Message.RecipientType.TO)).hasSize(1);
            assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            assertThat(message.isMimeType("multipart/mixed")).isTrue();
            Part alternative = ((Multipart) message.getContent()).getBodyPart(0);
            assertThat(alternative.isMimeType("multipart/alternative")).isTrue();
            assertThat(((Multipart) alternative.getContent()).getBodyPart(1).isMimeType("multipart/related"))
                    .isTrue();
            List<Part> leaves = leaves(message);
            String text = (String) leaves.getFirst().getContent();
            String html = (String) leaves.get(1).getContent();
            assertThat(leaves.getFirst().isMimeType("text/plain")).isTrue();
            assertThat(text).contains("Zahlung & Café", "8\u00a0people".replace('\u00a0', ' '));
            assertThat(html).contains("Zahlung &amp; Café", "Stop them").doesNotContain("<script", "Kiosk", "Lager");
            List<Part> pictures =
                    leaves.stream().filter(ReportDeliveryTest::isPicture).toList();
            assertThat(pictures).isNotEmpty();
            for (Part picture : pictures) {
                String id = picture.getHeader("Content-ID")[0].replaceAll("[<>]", "");
                assertThat(html).contains("cid:" + id);
                assertThat(Arrays.copyOf(picture.getInputStream().readAllBytes(), 4))
                        .isEqualTo(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
            }
            Part pdf = leaves.getLast();
            assertThat(pdf.getContentType()).startsWith("application/pdf");
            assertThat(new String(pdf.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            // What is kept and told of the recipient
            assertThat(deliveries(api).getFirst().get("recipient").asText()).isEqualTo("l…@example.org");
        } finally {
            api.close();
            api.stop();
        }
    }

    private static boolean isPicture(Part part) {
        try {
            return part.isMimeType("image/png");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoStopsIsMailedNoMoreAndOthersAre() throws Exception {
        String digests = "[{to: [%s, %s]}]".formatted(LEAD, ALL);
        ApiUnderTest first = service(settings(digests));
        String link;
        try {
            awaitStates(first, "delivered", "delivered");
            MimeMessage toLead = Arrays.stream(mail.getReceivedMessages())
                    .filter(message -> isTo(message, LEAD))
                    .findFirst()
                    .orElseThrow();
            link = toLead.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
            assertThat(link).startsWith("https://portal.example.org/footlights/api/v1/reports/unsubscribe?token=");
            URI uri = URI.create(link);
            String target = uri.getPath().replace("/footlights", "") + "?" + uri.getRawQuery();
            // Looking changes nothing; a token that was tampered with is none
            assertThat(first.get(target).body()).contains("Stop these mails?");
            assertThat(first.get(target.substring(0, target.length() - 1) + "x").statusCode())
                    .isEqualTo(404);
            HttpResponse<String> stopped = first.send("POST", target, "List-Unsubscribe=One-Click");
            assertThat(stopped.statusCode()).isEqualTo(200);
            assertThat(stopped.body()).contains("You will no longer be mailed the weekly report");
        } finally {
            first.close();
            first.stop();
        }
        mail.purgeEmailFromAllMailboxes();
        ApiUnderTest later = ReportFacts.service(
                store,
                Clock.fixed(ReportFacts.NOW.plus(Duration.ofDays(7)), ZoneOffset.UTC),
                settings(digests).replace("check-every", "wait-for-figures: PT0S\n  check-every"));
        try {
            awaitStates(later, "delivered", "delivered", "delivered");
            assertThat(mail.getReceivedMessages()).hasSize(1).allMatch(message -> isTo(message, ALL));
        } finally {
            later.close();
            later.stop();
        }
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWebhookIsTriedAgainUntilItTakesTheReportAndAFolderHoldsIt() throws Exception {
        try (WebhookUnderTest chat = new WebhookUnderTest(post -> post < 3 ? 503 : 200)) {
            String yaml = settings("[{team: org, channels: [chat, shelf]}]")
                    + "channels: [{name: chat, webhook: \"%s\"}, {name: shelf, folder: \"%s\"}]\n"
                            .formatted(chat.url("/services/s3cret"), folder);
            ApiUnderTest api = service(yaml);
            try {
                awaitStates(api, "delivered", "delivered");
                assertThat(chat.posts()).hasSize(3).allMatch(post -> post.startsWith("/services/s3cret {"));
                String text = ApiUnderTest.parse(chat.posts().getLast().split(" ", 2)[1])
                        .get("text")
                        .asText();
                assertThat(text.replace('\u00a0', ' ')).contains("*Portal adoption in week 47, 2026*", "19 people");
                assertThat(deliveries(api).toString()).doesNotContain("s3cret");
                for (String ending : new String[] {"html", "md", "pdf", "csv", "json"}) {
                    assertThat(folder.resolve("adoption-2026-W47-org." + ending))
                            .isNotEmptyFile();
                }
                assertThat(Files.readString(folder.resolve("adoption-2026-W47-org.json")))
                        .contains("\"2026-W47\"");
            } finally {
                api.close();
                api.stop();
            }
        }
    }

    /** The settings would try again after 0.2 seconds. */
    @Test
    void aWebhookThatAsksForAPauseGetsIt() throws Exception {
        try (WebhookUnderTest chat = new WebhookUnderTest(post -> post == 1 ? 429 : 200)) {
            String yaml = settings("[{channels: [chat]}]").replace("first-retry: PT0.5S", "first-retry: PT0.2S")
                    + "channels: [{name: chat, webhook: \"%s\"}]\n".formatted(chat.url("/"));
            ApiUnderTest api = service(yaml);
            try {
                awaitStates(api, "delivered");
                assertThat(chat.posts()).hasSize(2);
                assertThat(chat.pauseAfter(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
            } finally {
                api.close();
                api.stop();
            }
        }
    }

    // A 400 is final; a connection that breaks after the post may have delivered, and isn't tried again by itself.
    @Test
    void whatIsRefusedOrUnknownIsNotRepeated() throws Exception {
        try (WebhookUnderTest chat = new WebhookUnderTest(post -> -1);
                WebhookUnderTest other = new WebhookUnderTest(post -> 404)) {
            String yaml = settings("[{channels: [breaks, refuses]}]")
                    + "channels: [{name: breaks, webhook: \"%s\"}, {name: refuses, webhook: \"%s\"}]\n"
                            .formatted(chat.url("/a"), other.url("/b"));
            ApiUnderTest api = service(yaml);
            try {
                awaitStates(api, "unknown", "given-up");
                JsonNode broken = deliveries(api).stream()
                        .filter(row -> row.get("state").asText().equals("unknown"))
                        .findFirst()
                        .orElseThrow();
                assertThat(chat.posts()).hasSize(1);
                assertThat(other.posts()).hasSize(1);
                // A person may ask for it once more.
                String again = "/api/v1/reports/deliveries/" + broken.get("id").asText() + "/again";
                assertThat(api.send("POST", again, "").statusCode()).isEqualTo(202);
                await().atMost(PATIENCE).until(() -> chat.posts().size() == 2);
            } finally {
                api.close();
                api.stop();
            }
        }
    }
}
