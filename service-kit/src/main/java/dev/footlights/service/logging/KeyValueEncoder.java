package dev.footlights.service.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/**
 * One line per event: {@code time=… level=INFO logger=… message="…" key="value" error="…" stack="…"}. Values are quoted and
 * escaped, so nothing that is logged can begin a line or a field of its own.
 */
public final class KeyValueEncoder extends EncoderBase<ILoggingEvent> {
    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(256);
        line.append("time=").append(event.getInstant());
        line.append(" level=").append(event.getLevel());
        line.append(" logger=").append(shortName(event.getLoggerName()));
        field(line, "message", event.getFormattedMessage());
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> field(line, name(pair.key), String.valueOf(pair.value)));
        }
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            field(line, "error", thrown.getClassName() + ": " + thrown.getMessage());
            field(line, "stack", ThrowableProxyUtil.asString(thrown));
        }
        return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }

    private static void field(StringBuilder line, String name, String value) {
        line.append(' ').append(name).append('=');
        LogText.appendQuoted(line, value == null ? "null" : value);
    }

    private static String name(String key) {
        return key.replaceAll("[^A-Za-z0-9_.-]", "_");
    }

    private static String shortName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
