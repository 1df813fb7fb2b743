package dev.footlights.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Every event of the demo in the order it is sent. */
final class DemoEvents {
    private static final int SCREENS = 6;
    private static final int MOST_ACTIVITIES = 6;

    /** Takes the events one after the other. */
    @FunctionalInterface
    interface Receiver {
        void accept(DemoEvent event) throws InterruptedException;
    }

    private final DemoPlan plan;
    private final Organisation organisation;
    private final Attendance attendance;
    private final Habits habits;
    private final PulseSurvey survey;

    DemoEvents(DemoPlan plan, Organisation organisation) {
        this.plan = plan;
        this.organisation = organisation;
        this.attendance = new Attendance(plan);
        this.habits = new Habits(plan, organisation);
        this.survey = new PulseSurvey(plan);
    }

    void forEach(Receiver receiver) throws InterruptedException {
        List<Trail.Delivery> waiting = new ArrayList<>();
        for (int day = 0; day < DemoPlan.DAYS; day++) {
            LocalDate date = plan.firstDay().plusDays(day);
            organisation.people().forEach(person -> addPerson(person, date, waiting));
            addGuests(date, waiting);
            waiting.sort(Comparator.comparing(Trail.Delivery::at));
            // East of Greenwich the next day begins earlier, but nobody comes before seven.
            Instant certain = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            send(waiting, certain.isBefore(plan.end()) ? certain : plan.end(), receiver);
        }
    }

    private static void send(List<Trail.Delivery> waiting, Instant end, Receiver receiver) throws InterruptedException {
        int sent = 0;
        while (sent < waiting.size() && waiting.get(sent).at().isBefore(end)) {
            receiver.accept(waiting.get(sent).event());
            sent++;
        }
        waiting.subList(0, sent).clear();
    }

    private void addPerson(Person person, LocalDate day, List<Trail.Delivery> deliveries) {
        Chance chance = Chance.of(plan.seed(), 4, person.number(), day.toEpochDay());
        for (Instant start : attendance.visits(person, day, chance)) {
            deliveries.addAll(visit(Trail.Visitor.of(person), start, day, chance));
        }
        deliveries.addAll(survey.answers(person, day));
    }

    /** The shared screens in the hallways, which nobody is signed in on: somebody passes each of them every day. */
    private void addGuests(LocalDate day, List<Trail.Delivery> deliveries) {
        Chance chance = Chance.of(plan.seed(), 5, day.toEpochDay());
        for (int screen = 1; screen <= SCREENS; screen++) {
            Instant start =
                    day.atTime(chance.between(8, 16), chance.between(0, 59)).toInstant(ZoneOffset.UTC);
            deliveries.addAll(visit(Trail.Visitor.guest("screen-" + screen), start, day, chance));
        }
    }

    private List<Trail.Delivery> visit(Trail.Visitor visitor, Instant start, LocalDate day, Chance chance) {
        Trail trail = new Trail(visitor, start, chance);
        if (visitor.user().isPresent() && chance.happens(0.3)) {
            trail.add(Page.SHELL, "signIn", "success", OptionalDouble.empty(), Map.of(), Map.of());
            trail.moment(300, 1_500);
        }
        if (chance.happens(0.6)) {
            trail.navigate(Page.HOME, "/");
            trail.pause(2, 30);
        }
        int activities = 1 + chance.between(0, MOST_ACTIVITIES - 1) * chance.between(1, 2) / 2;
        for (int activity = 0; activity < activities; activity++) {
            habits.next(visitor, day, chance).play(trail);
            trail.pause(5, 240);
        }
        return trail.deliveries();
    }
}
