package dev.footlights.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something people ask.
 *
 * @param name in the table
 * @param promise milliseconds that 95 of 100 answers must keep within
 * @param path of the request; {@code TEAM} and {@code DEPARTMENT} stand for one of them, {@code YEAR} and {@code FOUR_WEEKS} for days
 */
record Question(String name, int promise, String path) {
    private static final int ROLLUP = 50;
    private static final int PEOPLE = 500;

    /** KPIs that are read from the rollups, then those worked out person by person. */
    static List<Question> all() {
        List<Question> questions = new ArrayList<>();
        for (String kpi :
                List.of("active-users", "new-users", "events", "page-views", "minutes-saved", "searches", "sessions")) {
            questions.add(rollup(kpi, "weeks of a year, org", "granularity=week&YEAR"));
        }
        for (String kpi : List.of("active-users", "events", "search-success-rate")) {
            questions.add(rollup(kpi, "days of a year, org", "granularity=day&YEAR"));
            questions.add(rollup(kpi, "weeks of a year, a team", "granularity=week&team=TEAM&YEAR"));
            questions.add(rollup(kpi, "days of a year, a team", "granularity=day&team=TEAM&YEAR"));
            questions.add(rollup(
                    kpi, "four weeks by feature, a team", "granularity=week&team=TEAM&groupBy=feature&FOUR_WEEKS"));
            questions.add(rollup(kpi, "four weeks, every team", "granularity=week&groupBy=team&FOUR_WEEKS"));
            questions.add(rollup(kpi, "months of a year, every team", "granularity=month&groupBy=team&YEAR"));
        }
        questions.add(people("growth, weeks of a year, org", "/growth?granularity=week&YEAR"));
        questions.add(people("growth, weeks of a year, a department", "/growth?granularity=week&team=DEPARTMENT&YEAR"));
        questions.add(people("growth, months of a year, org", "/growth?granularity=month&YEAR"));
        questions.add(people("retention, weeks of a year, org", "/retention?granularity=week&YEAR"));
        questions.add(people("retention, weeks of a year, a team", "/retention?granularity=week&team=TEAM&YEAR"));
        questions.add(people("matrix, people, four weeks", "/matrix?kpi=active-users&limit=10000&FOUR_WEEKS"));
        questions.add(people("matrix, people, a year", "/matrix?kpi=active-users&limit=10000&YEAR"));
        questions.add(people("matrix, events, a year", "/matrix?kpi=events&limit=10000&YEAR"));
        questions.add(
                people("funnel of 3 steps, a year, org", "/funnel?steps=search,templates:open,templates:create&YEAR"));
        questions.add(people(
                "funnel of 3 steps, four weeks, org",
                "/funnel?steps=search,templates:open,templates:create&FOUR_WEEKS"));
        questions.add(people("funnel of templates, a year, org", "/templates/funnel?YEAR"));
        questions.add(people(
                "funnel of 3 steps, a year, a team",
                "/funnel?steps=search,templates:open,templates:create&team=TEAM&YEAR"));
        questions.add(people("funnel of templates, a year, a team", "/templates/funnel?team=TEAM&YEAR"));
        return List.copyOf(questions);
    }

    private static Question rollup(String kpi, String about, String parameters) {
        return new Question(kpi + ", " + about, ROLLUP, "/api/v1/kpis/" + kpi + "?limit=10000&" + parameters);
    }

    private static Question people(String name, String path) {
        return new Question(name, PEOPLE, "/api/v1" + path);
    }

    /**
     * The request of one round.
     *
     * @param round names other teams each time
     * @param last day that is asked about
     */
    String path(int round, int people, LocalDate last) {
        int team = Math.floorMod(round * 37, Math.max(1, people / 50));
        int department = Math.floorMod(round * 7, Math.max(1, people / 500));
        return path.replace("YEAR", "from=" + last.minusDays(364) + "&to=" + last)
                .replace("FOUR_WEEKS", "from=" + last.minusDays(27) + "&to=" + last)
                .replace("TEAM", "group:default/team-" + team)
                .replace("DEPARTMENT", "group:default/department-" + department);
    }
}
