package dev.footlights.streams.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footlights.schemas.avro.ActivityFact;
import dev.footlights.schemas.avro.SessionFact;
import dev.footlights.schemas.avro.UsageEvent;
import dev.footlights.streams.Events;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.groups.Tuple;

class EventFoldProperties {
    /** Begins ten minutes before a week, a month and summer time end together: 2027-10-31 in Berlin ends on a Sunday. */
    private static final Instant START = Instant.parse("2027-10-31T00:10:00Z");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final FoldRules RULES = new FoldRules(BERLIN, Duration.ofMinutes(30), Duration.ofSeconds(2));

    @Property(tries = 400)
    void rollupsAreWhatANaiveRecountGives(@ForAll("arrivals") List<UsageEvent> arrivals) {
        // Given
        // When
        FoldInMemory fold = FoldInMemory.of(RULES, arrivals);
        // Then
        assertThat(fold.figures()).isEqualTo(Recount.of(BERLIN, arrivals));
    }

    @Property(tries = 200)
    void deliveringTwiceAndPausingAnywhereChangesNothing(
            @ForAll("arrivals") List<UsageEvent> arrivals, @ForAll Random random) {
        // Given
        FoldInMemory plain = FoldInMemory.of(RULES, arrivals);
        FoldInMemory disturbed = new FoldInMemory(RULES);
        // When
        for (int index = 0; index < arrivals.size(); index++) {
            disturbed.add(arrivals.get(index));
            disturbed.add(arrivals.get(random.nextInt(index + 1)));
            if (random.nextBoolean()) {
                disturbed.pause();
            }
        }
        disturbed.pause();
        // Then
        assertThat(disturbed.figures()).isEqualTo(plain.figures());
        assertThat(disturbed.activity()).isEqualTo(plain.activity());
        assertThat(disturbed.sessions.entries()).isEqualTo(plain.sessions.entries());
        assertThat(disturbed.firstUses.entries()).isEqualTo(plain.firstUses.entries());
    }

    @Property(tries = 200)
    void whatDoesNotHangOnTheOrderOfArrivalIsTheSameInAnyOrder(
            @ForAll("arrivals") List<UsageEvent> arrivals, @ForAll Random random) {
        // Given
        List<UsageEvent> shuffled = new ArrayList<>(arrivals);
        Collections.shuffle(shuffled, random);
        // When
        FoldInMemory one = FoldInMemory.of(RULES, arrivals);
        FoldInMemory other = FoldInMemory.of(RULES, shuffled);
        // Then
        assertThat(orderFree(one)).isEqualTo(orderFree(other));
        assertThat(sessions(one)).isEqualTo(sessions(other));
        assertThat(one.firstUses.entries().values().stream()
                        .map(use -> Tuple.tuple(use.getTeam(), use.getFeature(), use.getActor(), use.getFirstAt())))
                .containsExactlyElementsOf(other.firstUses.entries().values().stream()
                        .map(use -> Tuple.tuple(use.getTeam(), use.getFeature(), use.getActor(), use.getFirstAt()))
                        .toList());
    }

    @Property(tries = 100)
    void rollupsAreTheSumsOfFacts(@ForAll("arrivals") List<UsageEvent> arrivals) {
        // Given
        FoldInMemory fold = FoldInMemory.of(RULES, arrivals);
        ReportingCalendar calendar = new ReportingCalendar(BERLIN);
        RollupChanges sums = new RollupChanges();
        // When
        for (ActivityFact fact : fold.activity().values()) {
            Measures measures = new Measures(
                    0,
                    0,
                    fact.getEvents(),
                    fact.getViews(),
                    fact.getInteractions(),
                    fact.getTemplateRuns(),
                    fact.getSavedMicroMinutes(),
                    fact.getSearches(),
                    fact.getZeroResultSearches(),
                    fact.getOpenedSearches(),
                    0);
            sums.addEverywhere(
                    calendar.at(fact.getSlot().toEpochMilli()), fact.getTeams(), List.of(fact.getFeature()), measures);
        }
        // Then
        sums.forEach((key, change) -> {
            Measures rollup =
                    fold.figures().get(String.join("|", change.period().key(), change.team(), change.feature()));
            assertThat(rollup).isNotNull();
            assertThat(new Measures(
                            0,
                            0,
                            rollup.events(),
                            rollup.views(),
                            rollup.interactions(),
                            rollup.templateRuns(),
                            rollup.savedMicroMinutes(),
                            rollup.searches(),
                            rollup.zeroResultSearches(),
                            rollup.openedSearches(),
                            0))
                    .isEqualTo(change.by());
        });
    }

    /** Views and searches depend on what came before; all else does not. */
    private static List<Tuple> orderFree(FoldInMemory fold) {
        return fold.figures().entrySet().stream()
                .map(entry -> Tuple.tuple(
                        entry.getKey(),
                        entry.getValue().activeUsers(),
                        entry.getValue().newUsers(),
                        entry.getValue().events(),
                        entry.getValue().interactions(),
                        entry.getValue().templateRuns(),
                        entry.getValue().savedMicroMinutes(),
                        entry.getValue().sessions()))
                .toList();
    }

    /** Without names, which tell what was seen first. */
    private static List<String> sessions(FoldInMemory fold) {
        return fold.sessions.entries().values().stream()
                .filter(session -> !session.getMerged())
                .map(EventFoldProperties::told)
                .sorted()
                .toList();
    }

    private static String told(SessionFact session) {
        return session.getActor()
                + session.getImportId()
                + session.getStartedAt()
                + session.getEndedAt()
                + session.getTeams()
                + session.getFeatures()
                + session.getEvents();
    }

    @Provide
    Arbitrary<List<UsageEvent>> arrivals() {
        Arbitrary<List<UsageEvent>> events = Combinators.combine(
                        Arbitraries.of("ann", "bob"),
                        times(),
                        Arbitraries.of(
                                "navigate",
                                "navigate",
                                "search",
                                "search",
                                "search",
                                "discover",
                                "discover",
                                "click",
                                "create"),
                        Arbitraries.of("", "", "", "tab"),
                        Arbitraries.of("", "", "old"),
                        Arbitraries.of("catalog", "scaffolder", "techdocs", "my|plugin"),
                        Arbitraries.of(List.of("a", "org"), List.of("a", "b", "org"), List.of("org", "x|y")),
                        Arbitraries.integers().between(0, 5))
                .as(EventFoldProperties::event)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
        return events.map(EventFoldProperties::numbered);
    }

    /** Close together, so that gaps and pauses are met exactly, and now and then days apart. */
    private static Arbitrary<Instant> times() {
        Arbitrary<Long> seconds = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 4).map(number -> number * 1_000),
                Arbitraries.longs().between(0, 12).map(number -> number * 900_000),
                Arbitraries.longs().between(0, 40).map(number -> number * 3_600_000 - 1),
                Arbitraries.longs().between(0, 24 * 9).map(number -> number * 3_600_000));
        return seconds.map(START::plusMillis);
    }

    private static UsageEvent event(
            String person,
            Instant at,
            String action,
            String session,
            String importId,
            String plugin,
            List<String> teams,
            int number) {
        return Events.event("", person, at, action)
                .setSubject(action.equals("search") ? "pay roll".substring(0, number) : "/page/" + number % 2)
                .setValue(action.equals("navigate") ? null : (double) (number % 3))
                .setSessionId(session)
                .setImportId(importId)
                .setPluginId(plugin)
                .setTeams(teams)
                .build();
    }

    private static List<UsageEvent> numbered(List<UsageEvent> events) {
        return IntStream.range(0, events.size())
                .mapToObj(index -> UsageEvent.newBuilder(events.get(index))
                        .setEventId("event-" + index)
                        .build())
                .flatMap(event -> event.getEventId().endsWith("3") ? Stream.of(event, event) : Stream.of(event))
                .toList();
    }
}
