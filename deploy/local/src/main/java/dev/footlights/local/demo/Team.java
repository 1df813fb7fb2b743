package dev.footlights.local.demo;

import java.util.Optional;

/**
 * A group of the organisation.
 *
 * @param name as in the catalog
 * @param title for people
 * @param type company, department or team
 * @param parent name of the group above it; empty for the company
 */
record Team(String name, String title, String type, Optional<String> parent) {
    String ref() {
        return "group:default/" + name;
    }
}
