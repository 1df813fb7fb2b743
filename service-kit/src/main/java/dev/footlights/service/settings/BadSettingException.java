package dev.footlights.service.settings;

/** Thrown by {@link Require}: one component of a settings record is refused. The reader adds the full key. */
final class BadSettingException extends IllegalArgumentException {
    private final String component;

    BadSettingException(String component, String message) {
        super(message);
        this.component = component;
    }

    String component() {
        return component;
    }
}
