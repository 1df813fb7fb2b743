package dev.footlights.service.settings;

import java.util.List;

/** The settings can't be used. Says everything that is wrong with them, not only the first thing. */
public final class SettingsException extends Exception {
    private final List<String> problems;

    public SettingsException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence per problem, each naming its key; secrets are masked. */
    public List<String> problems() {
        return problems;
    }
}
