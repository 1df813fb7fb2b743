package dev.footlights.local.demo;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The quarter's pulse survey: about 60 percent answer, each once, on a day of the week that it is open. */
final class PulseSurvey {
    private static final String SURVEY = "developer-pulse";
    private static final int OPENS = 42;
    private static final int OPEN_DAYS = 7;
    private static final double ANSWERS = 0.6;
    private static final double WRITES = 0.55;
    private static final double[] SATISFACTION = {3, 8, 22, 44, 23};
    private static final double[] RECOMMEND = {1, 1, 2, 3, 4, 8, 12, 22, 24, 13, 10};

    private static final List<String> WISHES = List.of(
            "Search should find runbooks before pages nobody has touched for years.",
            "More templates for batch jobs, please.",
            "It is fast now, keep it that way.",
            "Documentation of other teams is often out of date.",
            "Show me which of my services fail their checks.",
            "Fewer clicks from a service to its logs.",
            "Templates ask for things that the portal knows already.",
            "A way to see who is on call, right on the service's page.",
            "Cost per service is what I needed most, thank you.",
            "Notifications are too many, let me choose.");

    private final DemoPlan plan;

    PulseSurvey(DemoPlan plan) {
        this.plan = plan;
    }

    /** The answers of a person who gives them on that day; none on any other day. */
    List<Trail.Delivery> answers(Person person, LocalDate day) {
        LocalDate opens = plan.firstDay().plusDays(OPENS);
        Chance chance = Chance.of(plan.seed(), 8, person.number());
        LocalDate theirs = opens.plusDays(chance.between(0, OPEN_DAYS - 1));
        if (!chance.happens(ANSWERS) || !day.equals(theirs) || !person.comesOn(day)) {
            return List.of();
        }
        ZonedDateTime start =
                day.atTime(chance.between(9, 16), chance.between(0, 59)).atZone(person.zone());
        Trail trail = new Trail(Trail.Visitor.of(person), start.toInstant(), chance);
        score(trail, "satisfaction", 1 + chance.weighted(SATISFACTION));
        trail.pause(2, 20);
        score(trail, "recommend", chance.weighted(RECOMMEND));
        if (chance.happens(WRITES)) {
            trail.pause(10, 120);
            add(trail, "what-to-improve", chance.oneOf(WISHES), OptionalDouble.empty());
        }
        return trail.deliveries();
    }

    private static void score(Trail trail, String question, int score) {
        add(trail, question, "", OptionalDouble.of(score));
    }

    private static void add(Trail trail, String question, String text, OptionalDouble score) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("survey", SURVEY);
        attributes.put("question", question);
        trail.add(Page.HOME, "survey-answer", text, score, attributes, Map.of());
    }
}
