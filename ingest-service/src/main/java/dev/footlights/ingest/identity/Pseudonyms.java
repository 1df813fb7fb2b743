package dev.footlights.ingest.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in Kafka for a person: HMAC-SHA256 of their canonical ref under the deployment's key, its first 16 bytes
 * written as a UUID (version 8 of RFC 9562). Without the key nobody can tell whose it is, nor try names out. Kinds of
 * input begin differently, so that none can stand for another.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prototype;

    /** @param deploymentKey the setting identity.key */
    public Pseudonyms(String deploymentKey) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(deploymentKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("identity.key can't be used as a key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** The actor of a person. */
    public String ofUser(EntityRef user) {
        return uuid(user.toString());
    }

    /** The actor of someone of whom only a client's session is known. */
    public String ofSession(String sessionId) {
        return uuid("session:" + sessionId);
    }

    /** The one actor of everyone of whom nothing is known. */
    public String anonymous() {
        return uuid("anonymous");
    }

    /** An event's id from its content, the same whenever that content comes again. */
    public String eventId(String content) {
        return uuid("event:" + content);
    }

    /** A key for another purpose, 32 bytes, from which neither the deployment's key nor a pseudonym follows. */
    byte[] derivedKey(String purpose) {
        return hmac("key:" + purpose);
    }

    private String uuid(String text) {
        ByteBuffer digest = ByteBuffer.wrap(hmac(text));
        long high = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private byte[] hmac(String text) {
        try {
            return ((Mac) prototype.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's " + ALGORITHM + " can be cloned", e);
        }
    }
}
