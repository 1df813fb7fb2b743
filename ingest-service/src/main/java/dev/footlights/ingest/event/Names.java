package dev.footlights.ingest.event;

import dev.footlights.schemas.avro.FailureReason;

/** Checks of what is kept as it was sent and read by people: ids, actions, names. */
final class Names {
    private static final int LONGEST = 128;

    private Names() {}

    /** Required: 1 to 128 characters that can be printed. */
    static String require(String field, String value) throws Refusal {
        if (value.isEmpty()) {
            throw new Refusal(FailureReason.MISSING_FIELD, field + " is missing");
        }
        return optional(field, value);
    }

    /** The same, or empty. */
    static String optional(String field, String value) throws Refusal {
        if (value.length() > LONGEST) {
            throw new Refusal(FailureReason.TOO_LARGE, field + " has more than " + LONGEST + " characters");
        }
        if (!value.isEmpty() && (value.isBlank() || !value.codePoints().allMatch(Names::printable))) {
            throw new Refusal(FailureReason.INVALID_VALUE, field + " holds characters that can't be printed");
        }
        return value;
    }

    private static boolean printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
