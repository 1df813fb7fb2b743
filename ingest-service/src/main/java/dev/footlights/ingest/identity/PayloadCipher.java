package dev.footlights.ingest.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides what was refused, since raw bytes may name people: AES-256-GCM under a key derived from the deployment's. Sealed
 * bytes are 12 bytes of nonce, then ciphertext and tag.
 */
public final class PayloadCipher {
    /** How FailedEvent.encryption names this. */
    public static final String NAME = "aes-256-gcm";

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    public PayloadCipher(Pseudonyms pseudonyms) {
        this.key = new SecretKeySpec(pseudonyms.derivedKey("failed-events"), "AES");
    }

    public byte[] seal(byte[] plain, int offset, int length) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
            byte[] sealed = new byte[NONCE_BYTES + cipher.getOutputSize(length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
            cipher.doFinal(plain, offset, length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /**
     * The bytes that were sealed.
     *
     * @throws IllegalArgumentException when they were changed since, or sealed under another deployment's key
     */
    public byte[] open(byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            throw new IllegalArgumentException("too short to be a sealed payload");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(sealed).get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("changed, or sealed under another identity.key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("opening failed", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
