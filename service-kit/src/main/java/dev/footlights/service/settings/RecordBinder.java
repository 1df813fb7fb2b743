package dev.footlights.service.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills records from a YAML tree and the environment, gathering every problem on the way. */
final class RecordBinder {
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    RecordBinder(Map<String, String> environment) {
        this.environment = environment;
    }

    List<String> problems() {
        return problems;
    }

    /** The record, or null when something beneath it was reported as a problem. */
    <R extends Record> @Nullable R bind(Class<R> type, SettingPath path, ObjectNode node) {
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknownKeys(components, path, node);
        int before = problems.size();
        @Nullable Object[] values = new Object[components.length];
        for (int index = 0; index < components.length; index++) {
            RecordComponent component = components[index];
            values[index] = component(
                    component, path.child(component.getName()), node.get(SettingPath.kebabCase(component.getName())));
        }
        return problems.size() > before ? null : construct(type, path, values);
    }

    private void refuseUnknownKeys(RecordComponent[] components, SettingPath path, ObjectNode node) {
        List<String> known = Arrays.stream(components)
                .map(component -> SettingPath.kebabCase(component.getName()))
                .toList();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String key = path.key().isEmpty() ? name : path.key() + "." + name;
                String hint = EditDistance.nearest(name, known, Math.max(2, name.length() / 2))
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; known here are " + String.join(", ", known));
                problems.add(key + " is not a setting" + hint);
            }
        });
    }

    private @Nullable Object component(RecordComponent component, SettingPath path, @Nullable JsonNode given) {
        JsonNode node = given == null || given.isNull() ? null : given;
        boolean optional = component.getType() == Optional.class;
        Type held = optional ? SettingLeaf.argument(component.getGenericType()) : component.getGenericType();
        if (held instanceof Class<?> type && type.isRecord()) {
            Class<? extends Record> nested = type.asSubclass(Record.class);
            if (optional && node == null && !inEnvironment(nested, path)) {
                return Optional.empty();
            }
            Object value = nested(nested, component, path, node);
            return optional ? Optional.ofNullable(value) : value;
        }
        if (SettingLeaf.isListOfRecords(held)) {
            Class<?> entry = (Class<?>) SettingLeaf.argument(held);
            return entries(entry.asSubclass(Record.class), path, node);
        }
        Object value = leaf(component, held, optional, path, node);
        return optional ? Optional.ofNullable(value) : value;
    }

    /** Entries that are records stand in the file; settings beneath {@code list.0}, {@code list.1}… may come from the environment. */
    private <R extends Record> @Nullable List<R> entries(Class<R> type, SettingPath path, @Nullable JsonNode node) {
        if (variable(path.variable()) != null) {
            problems.add(path + " is a list of settings and can only be given in the file");
            return null;
        }
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            problems.add(path + " is not a list of settings");
            return null;
        }
        List<R> entries = new ArrayList<>();
        for (int index = 0; index < node.size(); index++) {
            SettingPath at = path.entry(index);
            if (node.get(index) instanceof ObjectNode entry) {
                R bound = bind(type, at, entry);
                if (bound != null) {
                    entries.add(bound);
                }
            } else {
                problems.add(at.key() + " holds settings beneath it and can't be a value itself");
            }
        }
        return List.copyOf(entries);
    }

    private boolean inEnvironment(Class<? extends Record> nested, SettingPath path) {
        String prefix = path.variable().substring(SettingPath.ENVIRONMENT_PREFIX.length()) + "_";
        return SettingLeaf.of(nested).stream()
                .map(leaf -> leaf.path().variable().replaceFirst(SettingPath.ENVIRONMENT_PREFIX, ""))
                .anyMatch(name -> variable(SettingPath.ENVIRONMENT_PREFIX + prefix + name) != null);
    }

    private @Nullable Object nested(
            Class<? extends Record> type, RecordComponent component, SettingPath path, @Nullable JsonNode node) {
        if (node != null && !node.isObject()) {
            problems.add(path.key() + " holds settings beneath it and can't be a value itself");
            return null;
        }
        ObjectNode merged = Yaml.object();
        Default defaults = component.getAnnotation(Default.class);
        if (defaults != null) {
            merged.setAll(Yaml.parseTrusted(defaults.value()));
        }
        if (node != null) {
            merged.setAll((ObjectNode) node);
        }
        return bind(type, path, merged);
    }

    private @Nullable Object leaf(
            RecordComponent component, Type type, boolean optional, SettingPath path, @Nullable JsonNode node) {
        boolean secret = component.isAnnotationPresent(Secret.class);
        String text = variable(path.variable());
        Default defaults = component.getAnnotation(Default.class);
        if (text == null && node != null && node.isContainerNode()) {
            return container(type, path, node, secret);
        }
        if (text == null && node != null) {
            text = node.asText();
        }
        if (text == null && defaults != null) {
            text = defaults.value();
        }
        if (text != null) {
            return parse(type, path, text, secret);
        }
        if (ValueParser.isList(type)) {
            return List.of();
        }
        if (ValueParser.isMap(type)) {
            return Map.of();
        }
        if (!optional) {
            problems.add(path + " is required: it has no default");
        }
        return null;
    }

    private @Nullable String variable(String name) {
        String text = environment.get(name);
        return text == null || text.isEmpty() ? null : text;
    }

    private @Nullable Object container(Type type, SettingPath path, JsonNode node, boolean secret) {
        if (ValueParser.isList(type) && node.isArray()) {
            Type element = SettingLeaf.argument(type);
            List<Object> values = new ArrayList<>();
            for (JsonNode entry : node) {
                Object value = scalar(element, path, entry, secret);
                if (value != null) {
                    values.add(value);
                }
            }
            return List.copyOf(values);
        }
        if (ValueParser.isMap(type) && node.isObject()) {
            Map<String, String> values = new LinkedHashMap<>();
            flatten("", node, values);
            return values;
        }
        problems.add(path + " is not " + ValueParser.expectation(type));
        return null;
    }

    private @Nullable Object scalar(Type type, SettingPath path, JsonNode node, boolean secret) {
        if (node.isValueNode() && !node.isNull()) {
            return parse(type, path, node.asText(), secret);
        }
        problems.add(path + " holds an entry that is not " + ValueParser.expectation(type));
        return null;
    }

    /** {@code sasl.mechanism: PLAIN} may also be written as nested maps. */
    private static void flatten(String prefix, JsonNode node, Map<String, String> values) {
        node.properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                flatten(prefix + entry.getKey() + ".", entry.getValue(), values);
            } else {
                values.put(prefix + entry.getKey(), entry.getValue().asText());
            }
        });
    }

    private @Nullable Object parse(Type type, SettingPath path, String text, boolean secret) {
        try {
            return ValueParser.parse(type, text);
        } catch (IllegalArgumentException exception) {
            String shown = secret ? "***" : "\"" + Masking.userInfo(text) + "\"";
            problems.add(path + ": " + shown + " is not " + ValueParser.expectation(type));
            return null;
        }
    }

    private <R extends Record> @Nullable R construct(Class<R> type, SettingPath path, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException exception) {
            if (exception.getCause() instanceof BadSettingException refused) {
                problems.add(path.child(refused.component()) + ": " + refused.getMessage());
            } else if (exception.getCause() instanceof IllegalArgumentException refused) {
                problems.add(path + ": " + refused.getMessage());
            } else {
                throw new IllegalStateException("the constructor of " + type + " failed", exception.getCause());
            }
            return null;
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException("no usable constructor in " + type, exception);
        }
    }
}
