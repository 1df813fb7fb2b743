package dev.footlights.schemas.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/** Whether two schemas can each read what the other wrote. */
public final class FullCompatibility {
    private FullCompatibility() {}

    /** Why not; empty when they can. */
    public static List<String> problems(Schema one, Schema other) {
        List<String> problems = new ArrayList<>(problemsReading(one, other));
        problems.addAll(problemsReading(other, one));
        return problems;
    }

    private static List<String> problemsReading(Schema writer, Schema reader) {
        SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return pair.getResult().getIncompatibilities().stream()
                .map(found -> found.getType() + " at " + found.getLocation() + ": " + found.getMessage())
                .toList();
    }
}
