package dev.footlights.ingest.event;

import dev.footlights.ingest.identity.EntityRef;
import dev.footlights.schemas.avro.FailureReason;
import java.util.Optional;

/** Entity refs that a field must hold. */
final class Refs {
    private Refs() {}

    /**
     * A user's ref.
     *
     * @throws Refusal when it isn't one
     */
    static EntityRef user(String field, String sent) throws Refusal {
        return found(field, "a user's", EntityRef.user(sent));
    }

    /** A group's ref. */
    static EntityRef group(String field, String sent) throws Refusal {
        return found(field, "a group's", EntityRef.group(sent));
    }

    /** A required ref of a kind; a bare name is of it, in the default namespace. */
    static EntityRef ofKind(String kind, String field, String sent) throws Refusal {
        return found(
                field,
                "a " + kind + "'s",
                required(field, sent, kind).filter(ref -> ref.kind().equals(kind)));
    }

    /** A required ref of any kind; a bare name is a component's. */
    static EntityRef entity(String field, String sent) throws Refusal {
        return found(field, "an", required(field, sent, "component"));
    }

    private static Optional<EntityRef> required(String field, String sent, String kind) throws Refusal {
        if (sent.isEmpty()) {
            throw new Refusal(FailureReason.MISSING_FIELD, field + " is missing");
        }
        return EntityRef.parse(sent, kind, EntityRef.DEFAULT_NAMESPACE);
    }

    private static EntityRef found(String field, String whose, Optional<EntityRef> ref) throws Refusal {
        return ref.orElseThrow(
                () -> new Refusal(FailureReason.INVALID_VALUE, field + " is not " + whose + " entity ref"));
    }
}
