package dev.footlights.local.demo;

import dev.footlights.local.send.Answer;
import dev.footlights.local.send.Batch;
import dev.footlights.local.send.IngestClient;
import dev.footlights.local.send.Progress;
import dev.footlights.local.send.Refusal;
import dev.footlights.local.send.RefusalSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends the demo over several connections. A person's events all go over the same one, so they arrive in order, which
 * views and searches depend on.
 */
public final class DemoSender {
    private static final int CONNECTIONS = 4;
    private static final int QUEUED = 2_000;
    private static final byte[] END = new byte[0];

    private final IngestClient client;
    private final RefusalSummary refusals = new RefusalSummary();

    public DemoSender(IngestClient client) {
        this.client = client;
    }

    /**
     * Sends every event and comes back when each has its answer.
     *
     * @return the refusals; none when the service's limits are the usual ones
     * @throws dev.footlights.local.send.SendException when the service can't be reached or refuses whole requests
     */
    public RefusalSummary send(DemoData demo, Progress progress) throws InterruptedException {
        List<BlockingQueue<byte[]>> queues = new ArrayList<>();
        List<Future<?>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(QUEUED);
                queues.add(queue);
                senders.add(threads.submit(() -> {
                    drain(queue, progress);
                    return null;
                }));
            }
            Future<?> source = threads.submit(() -> {
                demo.events().forEach(event -> queues.get(lane(event)).put(EventJson.of(event)));
                for (BlockingQueue<byte[]> queue : queues) {
                    queue.put(END);
                }
                return null;
            });
            senders.add(source);
            await(senders, threads);
        }
        return refusals;
    }

    /** Guests are told apart by their sessions, whose events must stay in order too. */
    private static int lane(DemoEvent event) {
        int person = event.sessionId().map(String::hashCode).orElse(event.person());
        return Math.floorMod(person, CONNECTIONS);
    }

    private void drain(BlockingQueue<byte[]> queue, Progress progress) throws InterruptedException {
        Batch batch = new Batch();
        while (true) {
            byte[] event = queue.take();
            boolean last = event.length == 0;
            if (last || !batch.offer(event)) {
                post(batch, progress);
                batch.clear();
                if (last) {
                    return;
                }
                batch.offer(event);
            }
        }
    }

    private void post(Batch batch, Progress progress) throws InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        Answer answer = client.post(batch.body(), batch.size());
        synchronized (refusals) {
            for (Refusal refusal : answer.refusals()) {
                refusals.add("event " + refusal.index() + " of its request", refusal);
            }
        }
        progress.add(batch.size(), batch.size());
    }

    /** The first failure ends the others: without a sender the queues would fill up. */
    private static void await(List<Future<?>> tasks, ExecutorService threads) throws InterruptedException {
        try {
            for (Future<?> task : tasks) {
                task.get();
            }
        } catch (ExecutionException failure) {
            threads.shutdownNow();
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }
}
