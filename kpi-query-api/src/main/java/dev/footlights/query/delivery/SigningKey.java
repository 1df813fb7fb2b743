package dev.footlights.query.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes keyed hashes; those of one purpose are of no use for another. */
public final class SigningKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret may be empty where nobody is mailed */
    public SigningKey(String secret) {
        this.key = new SecretKeySpec((secret.isEmpty() ? "none" : secret).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Of an address, in whatever case it is written. */
    public String ofAddress(String address) {
        return hash("address", Addresses.canonical(address));
    }

    /** 64 hexadecimal digits. */
    String hash(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
