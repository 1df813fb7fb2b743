package dev.footlights.service.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads a settings record: the environment wins over the YAML file, which wins over {@link Default}.
 *
 * <p>The component {@code bootstrapServers} of the record under {@code kafka} is {@code kafka.bootstrap-servers} in the
 * file and {@code FOOTLIGHTS_KAFKA_BOOTSTRAP_SERVERS} in the environment. Components may be String, int, long, boolean,
 * double, Duration, ZoneId, Path, URI, enums, {@code List} of those, {@code Map<String, String>}, {@code Optional} of
 * those, nested records, and {@code List} of records, which only the file can give. An empty variable counts as not set.
 */
public final class SettingsReader {
    private static final int LIKELY_TYPING_MISTAKE = 2;

    private SettingsReader() {}

    /**
     * Reads and checks all settings of a service.
     *
     * @param yaml a file, when one was named
     * @param environment all of the process's environment; variables that don't begin with FOOTLIGHTS_ are not looked at
     * @throws SettingsException naming every unknown key, bad value and missing value
     */
    public static <R extends Record> R read(Class<R> recordType, Optional<Path> yaml, Map<String, String> environment)
            throws SettingsException {
        ObjectNode tree = yaml.isPresent() ? load(yaml.get()) : Yaml.object();
        RecordBinder binder = new RecordBinder(environment);
        R settings = binder.bind(recordType, SettingPath.ROOT, tree);
        List<String> problems = new ArrayList<>(binder.problems());
        problems.addAll(mistypedVariables(recordType, environment));
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return Objects.requireNonNull(settings);
    }

    /**
     * The record with nothing but its defaults.
     *
     * @throws IllegalStateException if it has a component without a default
     */
    public static <R extends Record> R defaults(Class<R> recordType) {
        try {
            return read(recordType, Optional.empty(), Map.of());
        } catch (SettingsException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static ObjectNode load(Path file) throws SettingsException {
        try {
            return Yaml.parse(Files.readString(file));
        } catch (JsonProcessingException exception) {
            JsonLocation location = exception.getLocation();
            String where =
                    location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
            throw new SettingsException(
                    List.of(file + " is not usable YAML" + where + ": " + firstLine(exception.getOriginalMessage())));
        } catch (IOException exception) {
            throw new SettingsException(List.of("can't read " + file + ": " + reason(exception)));
        }
    }

    private static String reason(IOException exception) {
        return exception.getClass().getSimpleName().replace("Exception", "");
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static List<String> mistypedVariables(Class<? extends Record> type, Map<String, String> environment) {
        List<String> known = SettingLeaf.of(type).stream()
                .map(leaf -> leaf.path().variable())
                .toList();
        List<String> problems = new ArrayList<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(SettingPath.ENVIRONMENT_PREFIX) && !known.contains(name)) {
                EditDistance.nearest(name, known, LIKELY_TYPING_MISTAKE)
                        .ifPresent(near -> problems.add(name + " is not a setting; did you mean " + near + "?"));
            }
        }
        return problems;
    }
}
