package dev.footlights.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footlights.local.send.Answer;
import dev.footlights.local.send.Batch;
import dev.footlights.local.send.IngestClient;
import dev.footlights.local.send.Progress;
import dev.footlights.local.send.RefusalSummary;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends reports over one connection, in order, since of several about one thing the last counts. */
public final class ReportSender {
    private final IngestClient client;
    private final RefusalSummary refusals;
    private final Progress progress;

    /** To the client's path; refusals and progress go with those of the events. */
    public ReportSender(IngestClient client, RefusalSummary refusals, Progress progress) {
        this.client = client;
        this.refusals = refusals;
        this.progress = progress;
    }

    /** Comes back when each has its answer. */
    public void send(List<ObjectNode> reports) throws InterruptedException {
        Batch batch = new Batch();
        for (ObjectNode report : reports) {
            byte[] bytes = report.toString().getBytes(StandardCharsets.UTF_8);
            if (!batch.offer(bytes)) {
                post(batch);
                batch.offer(bytes);
            }
        }
        if (!batch.isEmpty()) {
            post(batch);
        }
    }

    private void post(Batch batch) throws InterruptedException {
        Answer answer = client.post(batch.body(), batch.size());
        answer.refusals().forEach(refusal -> refusals.add("report " + refusal.index() + " of its request", refusal));
        progress.add(batch.size(), batch.size());
        batch.clear();
    }
}
