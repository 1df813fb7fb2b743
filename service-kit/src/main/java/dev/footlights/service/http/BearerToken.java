package dev.footlights.service.http;

import java.util.List;
import java.util.Locale;

/** The token of an {@code Authorization: Bearer} header (RFC 6750). */
public final class BearerToken {
    private static final int LONGEST = 8 * 1024;
    private static final String SCHEME = "bearer ";

    private BearerToken() {}

    /**
     * Takes the token out of the request.
     *
     * @throws ProblemException 401 unless there is exactly one such header, with a token of at most 8 KiB
     */
    public static String of(Request request) {
        List<String> headers = request.headers("Authorization");
        if (headers.isEmpty()) {
            throw refusal("send an Authorization: Bearer header");
        }
        String header = headers.getFirst();
        if (headers.size() > 1 || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw refusal("send one Authorization header, with the scheme Bearer");
        }
        String token = header.substring(SCHEME.length()).strip();
        if (token.isEmpty() || token.length() > LONGEST) {
            throw refusal("the token is empty or too long");
        }
        return token;
    }

    /**
     * The 401 for a token that isn't accepted.
     *
     * @param detail must not repeat the token
     */
    public static ProblemException refusal(String detail) {
        return Problem.of(401, "unauthorized", "Who is calling?", detail)
                .header("WWW-Authenticate", "Bearer")
                .exception();
    }
}
