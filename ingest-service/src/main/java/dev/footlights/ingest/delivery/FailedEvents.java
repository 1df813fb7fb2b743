package dev.footlights.ingest.delivery;

import dev.footlights.ingest.event.Arrival;
import dev.footlights.ingest.event.Intake;
import dev.footlights.ingest.event.Outcome;
import dev.footlights.ingest.identity.PayloadCipher;
import dev.footlights.schemas.avro.FailedEvent;
import dev.footlights.schemas.avro.FailureReason;
import java.nio.ByteBuffer;
import java.time.Clock;

/** Makes the records that keep what was refused, sealed. */
public final class FailedEvents {
    /** The format of a body of which nothing could be read. */
    public static final String WHOLE_REQUEST = "request";

    /** Bytes of a payload that are kept. */
    static final int MOST_BYTES = 64 << 10;

    private static final int LONGEST_KEPT_ID = 128;

    private final PayloadCipher cipher;
    private final String version;
    private final Clock clock;

    public FailedEvents(PayloadCipher cipher, String version, Clock clock) {
        this.cipher = cipher;
        this.version = version;
        this.clock = clock;
    }

    /** A refused element. */
    public FailedEvent ofEvent(byte[] body, Intake.Taken taken, Outcome.Rejected rejected, Arrival arrival) {
        String eventId = taken.id().length() <= LONGEST_KEPT_ID ? taken.id() : "";
        FailedEvent failed = of(rejected.reason(), rejected.detail(), arrival);
        failed.setEventId(eventId);
        failed.setFormat(arrival.format().spelling());
        return withPayload(failed, body, taken.start(), taken.end() - taken.start());
    }

    /** A whole body. */
    public FailedEvent ofRequest(byte[] body, String detail, Arrival arrival) {
        FailedEvent failed = of(FailureReason.MALFORMED_REQUEST, detail, arrival);
        failed.setFormat(WHOLE_REQUEST);
        return withPayload(failed, body, 0, body.length);
    }

    private FailedEvent of(FailureReason reason, String detail, Arrival arrival) {
        FailedEvent failed = new FailedEvent();
        failed.setEventId("");
        failed.setReason(reason);
        failed.setDetail(detail);
        failed.setComponent("ingest-service");
        failed.setComponentVersion(version);
        failed.setFailedAt(clock.instant());
        failed.setReceivedAt(arrival.receivedAt());
        failed.setSourceTopic("");
        failed.setSourcePartition(-1);
        failed.setSourceOffset(-1L);
        failed.setImportId(arrival.importId());
        failed.setEncryption(PayloadCipher.NAME);
        return failed;
    }

    private FailedEvent withPayload(FailedEvent failed, byte[] body, int offset, int length) {
        failed.setPayload(ByteBuffer.wrap(cipher.seal(body, offset, Math.min(length, MOST_BYTES))));
        failed.setPayloadSize(length);
        return failed;
    }
}
