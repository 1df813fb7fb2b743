package dev.footlights.local.send;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends one file, batch by batch, from where it was left. */
public final class FileSender {
    /** Keeps what can't be sent from piling up in memory. */
    private static final int MOST_AT_ONCE = 2 * Batch.MOST_EVENTS;

    private final IngestClient client;
    private final String target;
    private final Path stateFolder;

    /**
     * For one target.
     *
     * @param target what tells one destination from another, for the kept state
     * @param stateFolder where it is kept how far each file is
     */
    public FileSender(IngestClient client, String target, Path stateFolder) {
        this.client = client;
        this.target = target;
        this.stateFolder = stateFolder;
    }

    /** How far an earlier, interrupted sending of this file came. */
    public SentState earlier(EventFile file) {
        return SentState.read(SentState.file(stateFolder, file, target)).orElse(SentState.NOTHING);
    }

    /**
     * Sends what hasn't been sent.
     *
     * @param refusals told each refusal of this run
     * @return the counts of the whole file, earlier runs included
     * @throws SendException when it can't go on; the next call does, from there
     */
    public SentState send(EventFile file, RefusalSummary refusals, Progress progress) throws InterruptedException {
        Path stateFile = SentState.file(stateFolder, file, target);
        SentState state = earlier(file);
        progress.add(state.offset(), 0);
        try (EventSource source = file.open(state.offset())) {
            Batch batch = new Batch();
            List<EventSource.Entry> sent = new ArrayList<>();
            Optional<EventSource.Entry> entry = source.next();
            while (entry.isPresent() || !batch.isEmpty()) {
                if (entry.isPresent() && taken(entry.get(), batch, sent)) {
                    entry = source.next();
                    continue;
                }
                state = post(file, batch, sent, state, refusals, progress);
                state.write(stateFile, file);
                batch.clear();
                sent.clear();
            }
            if (!sent.isEmpty()) {
                state = post(file, batch, sent, state, refusals, progress);
            }
        }
        SentState.delete(stateFile);
        return state;
    }

    /** An entry that can't be sent goes along without taking room, and is refused when its turn comes. */
    private static boolean taken(EventSource.Entry entry, Batch batch, List<EventSource.Entry> sent) {
        boolean taken = sendable(entry) ? batch.offer(entry.json()) : sent.size() < MOST_AT_ONCE;
        if (taken) {
            sent.add(entry);
        }
        return taken;
    }

    private static boolean sendable(EventSource.Entry entry) {
        return entry.parseable() && Batch.sendable(entry.json());
    }

    private SentState post(
            EventFile file,
            Batch batch,
            List<EventSource.Entry> sent,
            SentState state,
            RefusalSummary refusals,
            Progress progress)
            throws InterruptedException {
        Answer answer = batch.isEmpty() ? new Answer(0, List.of()) : client.post(batch.body(), batch.size());
        List<EventSource.Entry> posted =
                sent.stream().filter(FileSender::sendable).toList();
        for (Refusal refusal : answer.refusals()) {
            String place = refusal.index() >= 0 && refusal.index() < posted.size()
                    ? posted.get(refusal.index()).place()
                    : "somewhere";
            refusals.add(file.path() + ", " + place, refusal);
        }
        int unsendable = 0;
        for (EventSource.Entry entry : sent) {
            if (!sendable(entry)) {
                unsendable++;
                refusals.add(file.path() + ", " + entry.place(), unsendable(entry));
            }
        }
        long end = sent.getLast().end();
        progress.add(end - state.offset(), posted.size());
        return state.plus(end, answer.accepted(), answer.refusals().size() + (long) unsendable);
    }

    private static Refusal unsendable(EventSource.Entry entry) {
        return entry.parseable()
                ? new Refusal(-1, "", "too_large", entry.json().length + " bytes don't fit into a request")
                : new Refusal(-1, "", "not_json", "the line is not one JSON value");
    }
}
