package dev.footlights.query.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footlights.query.QuerySettings;
import dev.footlights.service.settings.SettingsException;
import dev.footlights.service.settings.SettingsPrinter;
import dev.footlights.service.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad settings stop the start, and say which they are. */
class ReportingSettingsTest {
    private static final String MAILED = """
            page-url: https://portal.example.org
            mail: {host: mail.example.org, username: footlights, password: hunter2hunter2, from: f@example.org}
            delivery: {signing-key: 0123456789abcdef}
            """;

    @TempDir
    private Path folder;

    private QuerySettings read(String yaml) throws Exception {
        Path file = folder.resolve("settings.yaml");
        Files.writeString(file, yaml);
        return SettingsReader.read(
                QuerySettings.class,
                Optional.of(file),
                Map.of("FOOTLIGHTS_CLICKHOUSE_URL", "jdbc:ch://127.0.0.1:8123"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reports: {digests: [{to: [a@example.org]}]} | mail (FOOTLIGHTS_MAIL): has no host",
                "mail: {host: m, from: f@example.org}%nreports: {digests: [{to: [a@example.org]}]} | signing-key",
                "mail: {host: m, from: f@example.org}%ndelivery: {signing-key: 0123456789abcdef}%nreports: {digests: [{to: [a@example.org]}]} | page-url",
                "mail: {host: m} | mail.from",
                "mail: {host: m, from: f@example.org, username: u, security: none} | a password would be sent for anyone to read",
                "delivery: {signing-key: short} | fewer than 16",
                "page-url: ftp://example.org | page-url",
                "page-url: https://example.org?x=1 | page-url",
                "reports: {time: noon} | is not a time such as 08:00",
                "reports: {day: someday} | reports.day",
                "reports: {catch-up: 1h} | late figures would never be sent",
                "reports: {digests: [{team: org}]} | names nobody",
                "reports: {digests: [{channels: [chat]}]} | a channel that channels doesn't name",
                "channels: [{name: chat}] | takes one of webhook and folder",
                "channels: [{name: Chat, folder: /tmp}] | lower-case",
                "channels: [{name: a, folder: /x}, {name: a, folder: /y}] | a name twice",
                "channels: [{name: a, webhook: 'file:///etc/passwd'}] | not an http or https address",
                "alerts: {rules: [{id: a, kind: drop}]} | percent",
                "alerts: {rules: [{id: a, kind: below, limit: 1, percent: 5}]} | percent",
                "alerts: {rules: [{id: a, kind: above}]} | limit",
                "alerts: {rules: [{id: a, kind: silence}]} | silent-for",
                "alerts: {rules: [{id: a, kind: above, limit: 1, kpi: actve-users}]} | none of the catalogue",
                "alerts: {rules: [{id: a, kind: silence, silent-for: 2h, kpi: active-users}]} | doesn't add up",
                "alerts: {rules: [{id: a, kind: above, limit: 1}, {id: a, kind: above, limit: 2}]} | an id twice",
                "alerts: {rules: [{id: a, kind: above, limit: 1, muted-until: soon}]} | is not a moment"
            })
    void refused(String yaml, String names) {
        assertThatThrownBy(() -> read(yaml.replace("%n", "\n")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(names);
    }

    // A line break in an address would begin a header of its own.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a@example.org\\r\\nBcc: b@example.org\"",
                "\"a@example.org, b@example.org\"",
                "\"A <a@example.org>\"",
                "nobody",
                "\"@example.org\""
            })
    void anAddressIsOneAddress(String address) {
        String yaml = MAILED + "reports: {digests: [{to: [" + address + "]}]}";
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("no mail address");
    }

    @Test
    void secretsAreMaskedWhenSettingsArePrinted() throws Exception {
        QuerySettings settings = read(MAILED
                + "channels: [{name: chat, webhook: 'https://hooks.example.org/services/T0/s3cret'}]\n"
                + "reports: {digests: [{to: [a@example.org], channels: [chat]}]}\n");
        assertThat(SettingsPrinter.print(settings))
                .contains("mail.example.org", "a@example.org", "chat")
                .doesNotContain("s3cret", "hunter2", "0123456789abcdef");
    }
}
