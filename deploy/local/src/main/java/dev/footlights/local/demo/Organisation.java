package dev.footlights.local.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The demo's company: 20 groups in three levels and about 300 people, the same for the same seed and weeks.
 *
 * @param teams company first, then each department with its teams
 * @param people in the order of their numbers
 */
record Organisation(List<Team> teams, List<Person> people) {
    private static final String COMPANY = "larkspur";
    private static final int TEAM_SIZE_LEAST = 13;
    private static final int TEAM_SIZE_MOST = 25;
    private static final int DEPARTMENT_LEADS = 2;
    private static final int COMPANY_LEADS = 3;
    private static final Pattern WORD_START = Pattern.compile("\\b[a-z]");
    private static final double LEAVER = 0.04;
    private static final double NEWCOMER = 0.09;
    private static final double WON_OVER = 0.4;
    private static final double UNLISTED = 0.015;
    private static final List<Frontend> FRONTENDS = List.of(Frontend.OLD, Frontend.NEW, Frontend.HYBRID);

    Organisation {
        teams = List.copyOf(teams);
        people = List.copyOf(people);
    }

    static Organisation of(DemoPlan plan) {
        List<Team> teams = groups();
        List<Person> people = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Team team : teams) {
            Chance size = Chance.of(plan.seed(), 1, people.size());
            int members = switch (team.type()) {
                case "company" -> COMPANY_LEADS;
                case "department" -> DEPARTMENT_LEADS;
                default -> size.between(TEAM_SIZE_LEAST, TEAM_SIZE_MOST);
            };
            for (int member = 0; member < members; member++) {
                people.add(person(plan, people.size(), team, names));
            }
        }
        return new Organisation(teams, people);
    }

    /** The teams without anyone below them. */
    List<Team> leaves() {
        return teams.stream().filter(team -> team.type().equals("team")).toList();
    }

    private static List<Team> groups() {
        List<Team> teams = new ArrayList<>();
        teams.add(new Team(COMPANY, "Larkspur", "company", Optional.empty()));
        add(teams, "commerce", "Commerce", List.of("checkout", "pricing", "product-catalogue", "fulfilment"));
        add(teams, "finance-technology", "Finance Technology", List.of("payments", "billing", "ledger", "risk"));
        add(
                teams,
                "engineering-platform",
                "Engineering Platform",
                List.of("developer-experience", "cloud-runtime", "observability", "product-security"));
        add(teams, "data", "Data", List.of("data-platform", "machine-learning", "insights"));
        return teams;
    }

    private static void add(List<Team> teams, String department, String title, List<String> names) {
        teams.add(new Team(department, title, "department", Optional.of(COMPANY)));
        names.forEach(name -> teams.add(new Team(name, titled(name), "team", Optional.of(department))));
    }

    private static String titled(String name) {
        return WORD_START
                .matcher(name.replace('-', ' '))
                .replaceAll(start -> start.group().toUpperCase(Locale.ROOT));
    }

    private static Person person(DemoPlan plan, int number, Team team, Set<String> names) {
        Chance chance = Chance.of(plan.seed(), 2, number);
        String first = chance.oneOf(PeopleNames.FIRST);
        String last = chance.oneOf(PeopleNames.LAST);
        String name = first.toLowerCase(Locale.ROOT) + "." + last.toLowerCase(Locale.ROOT);
        for (int again = 2; !names.add(name); again++) {
            name = first.toLowerCase(Locale.ROOT) + "." + last.toLowerCase(Locale.ROOT) + again;
        }
        boolean newcomer = chance.happens(NEWCOMER);
        boolean leaver = !newcomer && chance.happens(LEAVER);
        LocalDate joined = plan.firstDay().plusDays(chance.between(5, DemoPlan.DAYS - 8));
        LocalDate left = plan.firstDay().plusDays(chance.between(10, DemoPlan.DAYS - 5));
        boolean listed = !leaver && !chance.happens(UNLISTED);
        ZoneId zone = ZoneId.of(chance.oneOf(PeopleNames.OFFICES));
        Frontend frontend = FRONTENDS.get(chance.weighted(new double[] {4, 4, 2}));
        double diligence = 0.3 + 1.4 * chance.fraction() * chance.fraction() + (chance.happens(0.1) ? 1.0 : 0.0);
        boolean sendsGroups = leaver || chance.happens(0.4);
        boolean wonOver = chance.happens(WON_OVER);
        LocalDate discovered = plan.firstDay().plusDays(chance.between(3, DemoPlan.DAYS - 2));
        return new Person(
                number,
                name,
                first + " " + last,
                team.name(),
                zone,
                frontend,
                diligence,
                newcomer ? Optional.of(joined) : Optional.empty(),
                wonOver ? Optional.of(discovered) : Optional.empty(),
                leaver ? Optional.of(left) : Optional.empty(),
                listed,
                sendsGroups);
    }
}
