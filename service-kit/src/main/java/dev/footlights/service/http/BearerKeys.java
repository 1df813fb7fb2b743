package dev.footlights.service.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A fixed list of keys. Each is written {@code name=key} or {@code name:scope:scope=key}; the key has at least 16
 * characters. Keys are kept as hashes and compared in constant time.
 */
public final class BearerKeys implements Authenticator {
    private static final int SHORTEST = 16;

    private record Key(ByteBuffer hash, Caller caller) {}

    private final List<Key> keys;

    private BearerKeys(List<Key> keys) {
        this.keys = keys;
    }

    /**
     * Reads the entries.
     *
     * @throws IllegalArgumentException for an entry of another form; the message doesn't repeat it
     */
    public static BearerKeys parse(List<String> entries) {
        List<Key> keys = new ArrayList<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            String key = entry.substring(equals + 1);
            if (equals < 1 || key.length() < SHORTEST) {
                throw new IllegalArgumentException("entry " + (keys.size() + 1) + " is not name=key with a key of "
                        + SHORTEST + " characters or more");
            }
            List<String> names = List.of(entry.substring(0, equals).split(":"));
            Caller caller = new Caller(names.getFirst(), Set.copyOf(names.subList(1, names.size())));
            keys.add(new Key(ByteBuffer.wrap(hash(key)), caller));
        }
        return new BearerKeys(List.copyOf(keys));
    }

    @Override
    public Caller authenticate(Request request) {
        byte[] hash = hash(BearerToken.of(request));
        Optional<Caller> found = Optional.empty();
        for (Key key : keys) {
            if (MessageDigest.isEqual(key.hash().array(), hash)) {
                found = Optional.of(key.caller());
            }
        }
        return found.orElseThrow(() -> BearerToken.refusal("the key is not known"));
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every JDK has SHA-256", exception);
        }
    }
}
