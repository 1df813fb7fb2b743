package dev.footlights.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDataTest {
    private static final DemoPlan PLAN = new DemoPlan(DemoPlan.SEED, Instant.parse("2026-11-22T15:30:00Z"));
    private static final Organisation ORGANISATION = Organisation.of(PLAN);
    private static final List<DemoEvent> EVENTS = new ArrayList<>();

    @BeforeAll
    static void generate() throws InterruptedException {
        new DemoEvents(PLAN, ORGANISATION).forEach(EVENTS::add);
    }

    @Test
    void theSamePlanGivesTheSameBytes(@TempDir Path folder) throws Exception {
        // Given
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        // When
        write(PLAN, first);
        write(new DemoPlan(PLAN.seed(), PLAN.end()), second);

        // Then
        for (String file : List.of(
                "events.ndjson",
                "template-outcomes.ndjson",
                "check-results.ndjson",
                "annotations.ndjson",
                "catalog/users.yaml",
                "catalog/groups.yaml")) {
            assertThat(first.resolve(file)).hasSameBinaryContentAs(second.resolve(file));
        }
    }

    @Test
    void anotherSeedGivesOtherEvents() throws InterruptedException {
        DemoPlan other = new DemoPlan(PLAN.seed() + 1, PLAN.end());
        assertThat(new DemoData(other).count()).isNotEqualTo(EVENTS.size());
    }

    @Test
    void twentyGroupsInThreeLevelsAndAboutThreeHundredPeople() {
        assertThat(ORGANISATION.teams()).hasSize(20);
        assertThat(ORGANISATION.teams().stream().map(Team::type).distinct())
                .containsExactly("company", "department", "team");
        assertThat(ORGANISATION.people()).hasSizeBetween(260, 340);
        assertThat(ORGANISATION.people().stream().map(Person::name)).doesNotHaveDuplicates();
    }

    @Test
    void eventsComeInOrderAndBeforeTheEnd() {
        Set<String> seen = new HashSet<>();
        List<Instant> times = EVENTS.stream()
                .filter(event -> seen.add(event.eventId()))
                .map(DemoEvent::at)
                .toList();
        assertThat(times).isSorted();
        assertThat(times.getFirst())
                .isAfterOrEqualTo(PLAN.firstDay().minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(times.getLast()).isBefore(PLAN.end());
    }

    @Test
    void aFewEventsAreSentTwiceAsTheyWere() {
        Map<String, DemoEvent> first = new HashMap<>();
        List<DemoEvent> again = EVENTS.stream()
                .filter(event -> first.putIfAbsent(event.eventId(), event) != null)
                .toList();
        assertThat(again).hasSizeBetween(EVENTS.size() / 400, EVENTS.size() / 80);
        assertThat(again).allSatisfy(event -> assertThat(event).isEqualTo(first.get(event.eventId())));
    }

    @Test
    void peopleComeOnWorkingDaysAndEatAtNoon() {
        long atWeekends = EVENTS.stream().filter(event -> weekend(day(event))).count();
        assertThat(atWeekends).isPositive().isLessThan(EVENTS.size() / 20);
        assertThat(at(12)).isLessThan(at(10) / 2);
    }

    @Test
    void templatesAreRunMostAtTheHackathon() {
        Map<LocalDate, Long> runs = count(event -> event.action().equals("create"));
        double usual = runs.entrySet().stream()
                .filter(day -> !PLAN.hackathon(day.getKey()) && !weekend(day.getKey()))
                .mapToLong(Map.Entry::getValue)
                .average()
                .orElseThrow();
        assertThat(runs.entrySet().stream().filter(day -> PLAN.hackathon(day.getKey())))
                .hasSize(2)
                .allSatisfy(day -> assertThat(day.getValue()).isGreaterThan(Math.round(2 * usual)));
    }

    @Test
    void newcomersBeginAndLeaversEnd() {
        List<Person> people = ORGANISATION.people();
        assertThat(people.stream().filter(person -> person.joined().isPresent()))
                .hasSizeGreaterThan(10);
        assertThat(people.stream().filter(person -> person.left().isPresent())).hasSizeGreaterThan(4);
        assertThat(EVENTS.stream().filter(event -> event.person() >= 0)).allSatisfy(event -> {
            Person person = people.get(event.person());
            // A visit may go on beyond midnight.
            LocalDate day =
                    event.at().minus(Duration.ofHours(3)).atZone(person.zone()).toLocalDate();
            assertThat(person.comesOn(day)).isTrue();
        });
    }

    /** Of fewer than five people nothing is told, and a demo is looked at on any day. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void inEachOfTheLastFourWholeWeeksPeopleComeForTheFirstTime(int day) throws InterruptedException {
        LocalDate monday = LocalDate.of(2026, 11, 30);
        Instant end = monday.plusDays(day).atTime(0, 10).toInstant(ZoneOffset.UTC);
        DemoPlan plan = new DemoPlan(DemoPlan.SEED, end);
        Map<Integer, LocalDate> first = new HashMap<>();
        new DemoEvents(plan, Organisation.of(plan)).forEach(event -> first.putIfAbsent(event.person(), day(event)));
        for (int week = 1; week <= 4; week++) {
            LocalDate begin = monday.minusWeeks(week);
            assertThat(first.values().stream()
                            .filter(date -> !date.isBefore(begin) && date.isBefore(begin.plusWeeks(1))))
                    .as("week of %s, seen at %s", begin, end)
                    .hasSizeGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void teamsDifferInWhatTheyUse() {
        Map<String, Long> catalog = byTeam(event -> event.subject().startsWith("/catalog"));
        Map<String, Long> searches = byTeam(event -> event.action().equals("search"));
        List<Double> shares = ORGANISATION.leaves().stream()
                .map(team -> searches.getOrDefault(team.name(), 0L) / (double) catalog.getOrDefault(team.name(), 1L))
                .sorted()
                .toList();
        assertThat(shares.getLast()).isGreaterThan(4 * shares.getFirst());
    }

    @Test
    void everyKindOfEventIsThere() {
        assertThat(EVENTS.stream().map(DemoEvent::action).distinct())
                .contains(
                        "navigate",
                        "click",
                        "create",
                        "search",
                        "discover",
                        "not-found",
                        "signIn",
                        "retried",
                        "cancelled",
                        "survey-answer");
        assertThat(EVENTS).anyMatch(event -> event.subject().equals("Task has been started over"));
        assertThat(EVENTS)
                .anyMatch(event -> event.user().isEmpty() && event.sessionId().isPresent());
        assertThat(EVENTS).anyMatch(event -> event.group().isPresent());
        assertThat(EVENTS)
                .anyMatch(event ->
                        event.action().equals("search") && event.value().orElse(1) == 0);
        assertThat(EVENTS).anyMatch(event -> event.subject().contains("?formData="));
        assertThat(EVENTS.stream().map(event -> event.context().keySet()).distinct())
                .contains(Set.of("pluginId", "routeRef", "extension"), Set.of("pluginId", "extensionId"))
                .contains(Set.of("pluginId", "routeRef", "extension", "extensionId"));
    }

    @Test
    void peopleWhoHaveLeftAreNotInTheCatalog(@TempDir Path folder) throws IOException {
        // When
        new DemoData(PLAN).writeCatalog(folder);

        // Then
        String users = Files.readString(folder.resolve("users.yaml"));
        assertThat(ORGANISATION.people())
                .allSatisfy(person -> assertThat(users.contains("name: " + person.name() + "\n"))
                        .isEqualTo(person.listed()));
        assertThat(ORGANISATION.people().stream().filter(person -> person.left().isPresent()))
                .noneMatch(Person::listed)
                .allMatch(Person::sendsGroups);
    }

    private static void write(DemoPlan plan, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        new DemoData(plan).writeCatalog(folder.resolve("catalog"));
        new DemoData(plan).writeEvents(folder.resolve("events.ndjson"));
        new DemoData(plan).reports().write(folder);
    }

    private static Map<LocalDate, Long> count(Predicate<DemoEvent> which) {
        return EVENTS.stream().filter(which).collect(Collectors.groupingBy(DemoDataTest::day, Collectors.counting()));
    }

    private static Map<String, Long> byTeam(Predicate<DemoEvent> which) {
        return EVENTS.stream()
                .filter(which.and(event -> event.person() >= 0))
                .collect(Collectors.groupingBy(
                        event -> ORGANISATION.people().get(event.person()).team(), Collectors.counting()));
    }

    private static long at(int hour) {
        return EVENTS.stream()
                .filter(event -> event.person() >= 0)
                .filter(event -> event.at()
                                .atZone(ORGANISATION
                                        .people()
                                        .get(event.person())
                                        .zone())
                                .getHour()
                        == hour)
                .count();
    }

    private static LocalDate day(DemoEvent event) {
        return event.at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
