package dev.footlights.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What a registry answered.
 *
 * @param status HTTP status
 * @param body JSON; missing when the body wasn't JSON
 */
record RegistryAnswer(int status, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static RegistryAnswer of(int status, byte[] body) {
        try {
            return new RegistryAnswer(status, JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return new RegistryAnswer(status, MissingNode.getInstance());
        } catch (java.io.IOException e) {
            throw new IllegalStateException("reading an array of bytes failed", e);
        }
    }

    /** Whether another try, here or at another URL, may end differently. */
    boolean transientFailure() {
        return status >= 500 || status == 429 || status == 408;
    }

    /** The body of a 2xx JSON answer; anything else as the exception it means. */
    JsonNode orThrow(String request) {
        if (status >= 200 && status < 300 && !body.isMissingNode()) {
            return body;
        }
        int code = body.path("error_code").asInt(status);
        String told = request + ": the schema registry answered " + code + " "
                + body.path("message").asText("(no message)");
        throw switch (status) {
            // A 404 without the protocol's own code comes from a proxy or a wrong base path and says nothing about the
            // schema.
            case 404 ->
                code / 100 == 404
                        ? new SchemaNotFoundException(code, told)
                        : new RegistryRefusedException(status, told + "; is the base URL a registry's?");
            case 409 -> new IncompatibleSchemaException(told);
            case 422 -> new InvalidSchemaException(told, null);
            default -> new RegistryRefusedException(status, told);
        };
    }
}
