package dev.footlights.query.campaign;

import dev.footlights.query.store.ClickHouse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Annotations in their table. A change has the time in milliseconds as its revision, or one more than the change before when
 * that is later, so that changes of one service order even within a millisecond and when its clock steps back. Of changes that
 * two services make to one annotation at the same moment either may win.
 */
public final class AnnotationStore {
    private final ClickHouse reading;
    private final ClickHouse writing;
    private final Clock clock;
    private final ReentrantLock changing = new ReentrantLock();

    /**
     * Annotations as they are in a store.
     *
     * @param writing a connection that may write
     */
    public AnnotationStore(ClickHouse reading, ClickHouse writing, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.clock = clock;
    }

    /** What came of a change. */
    public enum Change {
        DONE,
        /** Nothing was written: there is one with the id already. */
        EXISTS,
        /** Nothing was written: there is none with the id. */
        ABSENT
    }

    /** All, those that began last first. */
    public List<Annotation> all() {
        return reading.runAnew(new AnnotationRows(Optional.empty())).stream()
                .filter(stored -> !stored.deleted())
                .map(AnnotationRows.Stored::annotation)
                .toList();
    }

    public Optional<Annotation> find(String id) {
        return stored(id).filter(stored -> !stored.deleted()).map(AnnotationRows.Stored::annotation);
    }

    /** Adds one whose id isn't taken; that of a deleted one is free again. */
    public Change add(Annotation annotation) {
        return change(annotation.id(), false, annotation, false);
    }

    public Change replace(Annotation annotation) {
        return change(annotation.id(), true, annotation, false);
    }

    public Change remove(Annotation annotation) {
        return change(annotation.id(), true, annotation, true);
    }

    private Change change(String id, boolean mustExist, Annotation annotation, boolean deleted) {
        changing.lock();
        try {
            Optional<AnnotationRows.Stored> before = stored(id);
            boolean exists = before.filter(stored -> !stored.deleted()).isPresent();
            if (exists != mustExist) {
                return exists ? Change.EXISTS : Change.ABSENT;
            }
            long last = before.map(AnnotationRows.Stored::revision).orElse(-1L);
            write(annotation, deleted, Math.max(clock.millis(), last + 1));
            return Change.DONE;
        } finally {
            changing.unlock();
        }
    }

    private Optional<AnnotationRows.Stored> stored(String id) {
        return reading.runAnew(new AnnotationRows(Optional.of(id))).stream().findFirst();
    }

    private void write(Annotation annotation, boolean deleted, long revision) {
        writing.write(
                "INSERT INTO annotations (id, title, kind, first_day, last_day, teams, features, note, link, deleted,"
                        + " revision) SELECT ?, ?, ?, toDate(?), toDate(?), JSONExtract(?, 'Array(String)'),"
                        + " JSONExtract(?, 'Array(String)'), ?, ?, ?, ?",
                List.of(
                        annotation.id(),
                        annotation.title(),
                        AnnotationReader.text(annotation.kind()),
                        annotation.firstDay().toString(),
                        annotation.lastDay().toString(),
                        AnnotationRows.json(annotation.teams()),
                        AnnotationRows.json(annotation.features()),
                        annotation.note(),
                        annotation.link(),
                        deleted ? 1L : 0L,
                        revision));
    }
}
