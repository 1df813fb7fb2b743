package dev.footlights.service.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints settings as the YAML that would give them, with secrets masked. */
public final class SettingsPrinter {
    private SettingsPrinter() {}

    public static String print(Record settings) {
        return Yaml.print(tree(settings));
    }

    /** Every key of a settings record with its variable and default, one per line. */
    public static String describe(Class<? extends Record> type) {
        StringBuilder text = new StringBuilder();
        for (SettingLeaf leaf : SettingLeaf.of(type)) {
            Default value = leaf.component().getAnnotation(Default.class);
            boolean entries = SettingLeaf.isListOfRecords(leaf.component().getGenericType());
            String shown =
                    value != null ? value.value() : entries ? "(a list, in the file)" : leaf.optional() ? "(none)" : "";
            text.append("  %-34s %-50s %s%n"
                    .formatted(leaf.path().key(), leaf.path().variable(), shown));
        }
        return text.toString();
    }

    private static ObjectNode tree(Record settings) {
        ObjectNode node = Yaml.object();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            put(node, SettingPath.kebabCase(component.getName()), value(settings, component), component);
        }
        return node;
    }

    private static void put(ObjectNode node, String name, Object value, RecordComponent component) {
        boolean secret = component.isAnnotationPresent(Secret.class);
        switch (value) {
            case Optional<?> optional -> optional.ifPresent(held -> put(node, name, held, component));
            case Record nested -> node.set(name, tree(nested));
            case Map<?, ?> map -> {
                ObjectNode entries = node.putObject(name);
                map.forEach((key, entry) -> entries.put(String.valueOf(key), secret ? Masking.MASK : text(entry)));
            }
            case List<?> list -> {
                ArrayNode entries = node.putArray(name);
                list.forEach(entry -> {
                    if (entry instanceof Record nested) {
                        entries.add(tree(nested));
                    } else {
                        entries.add(secret ? Masking.MASK : text(entry));
                    }
                });
            }
            case Integer number when !secret -> node.put(name, number);
            case Long number when !secret -> node.put(name, number);
            case Double number when !secret -> node.put(name, number);
            case Boolean flag when !secret -> node.put(name, flag);
            default -> node.put(name, secret ? Masking.MASK : text(value));
        }
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? ValueParser.name(constant) : Masking.userInfo(String.valueOf(value));
    }

    private static Object value(Record settings, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
