package dev.footlights.query.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footlights.query.store.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The latest state of annotations, also of deleted ones.
 *
 * @param id only this one; all when empty
 */
record AnnotationRows(Optional<String> id) implements Query<AnnotationRows.Stored> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One annotation.
     *
     * @param revision of its last change
     */
    record Stored(Annotation annotation, boolean deleted, long revision) {}

    @Override
    public String sql() {
        return "SELECT id, title, kind, toString(first_day), toString(last_day), toJSONString(teams),"
                + " toJSONString(features), note, link, deleted, revision FROM annotations FINAL"
                + (id.isPresent() ? " WHERE id = ?" : "") + " ORDER BY first_day DESC, id";
    }

    @Override
    public List<Object> values() {
        return id.<List<Object>>map(List::of).orElse(List.of());
    }

    @Override
    public Stored row(ResultSet result) throws SQLException {
        return new Stored(
                new Annotation(
                        result.getString(1),
                        result.getString(2),
                        AnnotationReader.kind(result.getString(3)),
                        LocalDate.parse(result.getString(4)),
                        LocalDate.parse(result.getString(5)),
                        texts(result.getString(6)),
                        texts(result.getString(7)),
                        result.getString(8),
                        result.getString(9)),
                result.getInt(10) == 1,
                result.getLong(11));
    }

    private static List<String> texts(String json) throws SQLException {
        try {
            return JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("a list of texts was expected", e);
        }
    }

    /** How a list is given to the store. */
    static String json(List<String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of texts can always be written", e);
        }
    }
}
