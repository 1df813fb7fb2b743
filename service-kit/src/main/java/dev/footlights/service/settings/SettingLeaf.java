package dev.footlights.service.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One setting that holds a value (not a nested record).
 *
 * @param component the record component that declares it
 * @param optional whether an enclosing {@link Optional} lets it be absent
 */
record SettingLeaf(SettingPath path, RecordComponent component, boolean optional) {

    /** Every leaf of a settings record, in the order of declaration. */
    static List<SettingLeaf> of(Class<? extends Record> type) {
        List<SettingLeaf> leaves = new ArrayList<>();
        collect(type, SettingPath.ROOT, false, leaves);
        return leaves;
    }

    private static void collect(
            Class<? extends Record> type, SettingPath path, boolean optional, List<SettingLeaf> leaves) {
        for (RecordComponent component : type.getRecordComponents()) {
            SettingPath child = path.child(component.getName());
            Type declared = component.getGenericType();
            boolean absentAllowed = optional || component.getType() == Optional.class;
            Type held = component.getType() == Optional.class ? argument(declared) : declared;
            if (held instanceof Class<?> nested && nested.isRecord()) {
                collect(nested.asSubclass(Record.class), child, absentAllowed, leaves);
            } else {
                leaves.add(new SettingLeaf(child, component, absentAllowed));
            }
        }
    }

    /** The first type argument: {@code String} of {@code Optional<String>}. */
    static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    /** Whether a type is a list whose entries are settings records. */
    static boolean isListOfRecords(Type type) {
        return ValueParser.isList(type) && argument(type) instanceof Class<?> entry && entry.isRecord();
    }

    boolean secret() {
        return component.isAnnotationPresent(Secret.class);
    }
}
