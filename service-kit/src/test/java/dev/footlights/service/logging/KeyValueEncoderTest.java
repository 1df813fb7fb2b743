package dev.footlights.service.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

final class KeyValueEncoderTest {
    @Test
    void anEventIsOneLineOfFields() {
        assertThat(line("started", null, new KeyValuePair("port", 8480), new KeyValuePair("topic", null)))
                .matches("time=\\S+Z level=INFO logger=Service message=\"started\" port=\"8480\" topic=\"null\"\n");
    }

    @Test
    void aValueCanNotLeaveItsField() {
        String hostile = "a\" level=ERROR\r\nb\t\u001b[31m\u2028\u202e\u0000\\ ${jndi:ldap://x}";

        String line = line("m", null, new KeyValuePair("value", hostile), new KeyValuePair("k\ney=\"", "v"));

        assertThat(line)
                .endsWith(" value=\"a\\\" level=ERROR\\r\\nb\\t\\u001b[31m\\u2028\\u202e\\u0000\\\\ ${jndi:ldap://x}\""
                        + " k_ey__=\"v\"\n");
    }

    @Test
    void emojiAndOtherScriptsAreKept() {
        assertThat(line("Grüße 日本 😀", null)).contains("message=\"Grüße 日本 😀\"");
    }

    @Test
    void longValuesAreCut() {
        assertThat(line("x".repeat(100_000), null)).hasSizeLessThan(9_000).contains("x…\"");
    }

    @Test
    void anExceptionStaysOnTheLine() {
        assertThat(line("failed", new IllegalStateException("bad\nthing")))
                .containsOnlyOnce("\n")
                .contains("error=\"java.lang.IllegalStateException: bad\\nthing\"", "stack=\"");
    }

    private static String line(String message, @Nullable Throwable thrown, KeyValuePair... pairs) {
        LoggerContext context = new LoggerContext();
        LoggingEvent event = new LoggingEvent(
                "none", context.getLogger("dev.footlights.Service"), Level.INFO, message, thrown, new Object[0]);
        event.setKeyValuePairs(List.of(pairs));
        return new String(new KeyValueEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
