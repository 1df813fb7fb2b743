package dev.footlights.service.settings;

import java.util.Locale;

/** Where a setting lives: {@code kafka.bootstrap-servers} in YAML, {@code FOOTLIGHTS_KAFKA_BOOTSTRAP_SERVERS} outside. */
record SettingPath(String key) {
    static final String ENVIRONMENT_PREFIX = "FOOTLIGHTS_";
    static final SettingPath ROOT = new SettingPath("");

    /** @param component a record component's name in camel case */
    SettingPath child(String component) {
        String name = kebabCase(component);
        return new SettingPath(key.isEmpty() ? name : key + "." + name);
    }

    /** An entry of a list of settings, from 0. */
    SettingPath entry(int index) {
        return new SettingPath(key + "." + index);
    }

    String variable() {
        return ENVIRONMENT_PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    static String kebabCase(String component) {
        return component.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** Both names, as errors show them. */
    @Override
    public String toString() {
        return key.isEmpty() ? "settings" : key + " (" + variable() + ")";
    }
}
