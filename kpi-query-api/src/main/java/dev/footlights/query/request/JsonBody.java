package dev.footlights.query.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footlights.service.http.BodyReader;
import dev.footlights.service.http.Problem;
import dev.footlights.service.http.ProblemException;
import dev.footlights.service.http.Request;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a small JSON object: strict, and nothing after it. */
public final class JsonBody {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int DEEPEST = 8;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /**
     * The object.
     *
     * @throws ProblemException 415 when it isn't declared as JSON, 413 over 256 KiB, 400 when it isn't a JSON object in UTF-8
     */
    public static JsonNode read(Request request) {
        if (!request.mediaType().equals(Optional.of("application/json"))) {
            throw Problem.of(415, "unsupported-media-type", "The media type is not supported", "send application/json")
                    .exception();
        }
        byte[] body = BodyReader.read(request, MOST_BYTES, MOST_BYTES);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
            throw malformed("the body is not a JSON object");
        } catch (CharacterCodingException e) {
            throw malformed("the body is not UTF-8");
        } catch (JsonProcessingException e) {
            throw malformed("the body is not a JSON object of at most " + DEEPEST + " levels without a key twice");
        }
    }

    private static ProblemException malformed(String detail) {
        return Problem.of(400, "malformed-body", "The body can't be read", detail)
                .exception();
    }
}
