package dev.footlights.schemas.registry;

import dev.footlights.schemas.avro.UsageEvent;
import org.apache.avro.util.ClassSecurityValidator;

/** Lets Avro make instances of our generated records, which it refuses to do for any class it wasn't told about. */
final class TrustedRecords {
    private static final String PACKAGE = UsageEvent.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                record -> record.getPackageName().equals(PACKAGE), ClassSecurityValidator.getGlobal()));
    }

    private TrustedRecords() {}

    /** Takes effect once per JVM, however often it is called. */
    static void allow() {
        // The static initialiser has done it.
    }
}
