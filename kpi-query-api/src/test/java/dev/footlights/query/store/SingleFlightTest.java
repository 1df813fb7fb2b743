package dev.footlights.query.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.footlights.query.figures.Scope;
import dev.footlights.query.period.Granularity;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.presence.Presence;
import dev.footlights.query.presence.PresentPeople;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is asked for at the same time is read once, and nobody is given what began before they may know better. */
class SingleFlightTest {
    @Test
    void sameQuestionsAtTheSameTimeAreAnsweredOnce() throws Exception {
        // Given
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        SingleFlight<String, Integer> flight = new SingleFlight<>(key -> {
            int run = runs.incrementAndGet();
            await(go);
            return run;
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // When
            List<Thread> askers = new ArrayList<>();
            List<Future<Integer>> answers = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                answers.add(threads.submit(() -> {
                    synchronized (askers) {
                        askers.add(Thread.currentThread());
                    }
                    return flight.get("same");
                }));
            }
            Awaitility.await().until(() -> {
                synchronized (askers) {
                    return askers.size() == 100
                            && askers.stream().allMatch(each -> each.getState() == Thread.State.WAITING);
                }
            });
            go.countDown();
            // Then
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        }
        assertThat(flight.get("same")).isEqualTo(2);
    }

    @Test
    void whoJoinsWhatFailsIsGivenWhatBeginsAfterIt() throws Exception {
        // Given one that is doomed, and many who join it
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch goAgain = new CountDownLatch(1);
        SingleFlight<String, Integer> flight = new SingleFlight<>(key -> {
            int run = runs.incrementAndGet();
            if (run == 1) {
                begun.countDown();
                await(go);
                throw new IllegalStateException("planned");
            }
            await(goAgain);
            return run;
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(() -> flight.get("same"));
            begun.await();
            List<Thread> joiners = new ArrayList<>();
            List<Future<Integer>> joined = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                joined.add(threads.submit(() -> {
                    synchronized (joiners) {
                        joiners.add(Thread.currentThread());
                    }
                    return flight.get("same");
                }));
            }
            Runnable allWait = () -> Awaitility.await().until(() -> {
                synchronized (joiners) {
                    return joiners.size() == 20
                            && joiners.stream().allMatch(each -> each.getState() == Thread.State.WAITING);
                }
            });
            allWait.run();
            // When
            go.countDown();
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(first::get);
            Awaitility.await().until(() -> runs.get() == 2);
            allWait.run();
            goAgain.countDown();
            // Then they share one that began since
            for (Future<Integer> answer : joined) {
                assertThat(answer.get()).isEqualTo(2);
            }
            assertThat(runs).hasValue(2);
        }
    }

    @Test
    void aFailureIsNotKept() {
        AtomicInteger runs = new AtomicInteger();
        SingleFlight<String, Integer> flight = new SingleFlight<>(key -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("planned");
            }
            return 7;
        });
        assertThatIllegalStateException().isThrownBy(() -> flight.get("a"));
        assertThat(flight.get("a")).isEqualTo(7);
    }

    @Test
    void whoAsksAfterStartingOverIsNotGivenWhatHasBegunBefore() throws Exception {
        // Given
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        SingleFlight<String, Integer> flight = new SingleFlight<>(key -> {
            int run = runs.incrementAndGet();
            if (run == 1) {
                begun.countDown();
                await(go);
            }
            return run;
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> early = threads.submit(() -> flight.get("same"));
            begun.await();
            // When
            flight.startOver();
            // Then
            assertThat(flight.get("same")).isEqualTo(2);
            go.countDown();
            assertThat(early.get()).isEqualTo(1);
        }
    }

    @Test
    void questionsAboutTheSameAreEqualQueries() {
        assertThat(people("2026-10-05")).isEqualTo(people("2026-10-05")).hasSameHashCodeAs(people("2026-10-05"));
        assertThat(people("2026-10-05")).isNotEqualTo(people("2026-10-06"));
    }

    private static PresentPeople people(String from) {
        return new PresentPeople(Presence.of(
                new Scope(List.of("org"), List.of("*")),
                new PeriodCutter(ZoneId.of("Asia/Kolkata"))
                        .cut(Granularity.WEEK, LocalDate.parse(from), LocalDate.parse("2026-11-11"))));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
