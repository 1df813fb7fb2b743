package dev.footlights.query.delivery;

import java.net.URI;
import java.nio.file.Path;

/** Where a message goes. */
public sealed interface Recipient {
    /** {@code mail}, {@code webhook} or {@code folder}. */
    String channel();

    /** A person. */
    record Mailbox(String address) implements Recipient {
        @Override
        public String channel() {
            return "mail";
        }

        /** Never the whole address. */
        @Override
        public String toString() {
            return Addresses.masked(address);
        }
    }

    /** A chat. */
    record Webhook(String name, URI address) implements Recipient {
        @Override
        public String channel() {
            return "webhook";
        }

        /** Never the address. */
        @Override
        public String toString() {
            return name;
        }
    }

    /** A folder. */
    record Folder(String name, Path path) implements Recipient {
        @Override
        public String channel() {
            return "folder";
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
