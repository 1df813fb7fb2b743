package dev.footlights.query.answer;

import dev.footlights.query.QuerySettings;
import dev.footlights.query.company.Company;
import dev.footlights.query.figures.Asked;
import dev.footlights.query.figures.Cell;
import dev.footlights.query.figures.Figure;
import dev.footlights.query.figures.Growth;
import dev.footlights.query.figures.KpiReader;
import dev.footlights.query.figures.KpiReaders;
import dev.footlights.query.figures.Scope;
import dev.footlights.query.items.ItemTimes;
import dev.footlights.query.period.Period;
import dev.footlights.query.period.PeriodCutter;
import dev.footlights.query.presence.Attendance;
import dev.footlights.query.privacy.Floor;
import dev.footlights.query.privacy.GrowthPart;
import dev.footlights.query.request.Question;
import dev.footlights.query.request.Refusals;
import dev.footlights.query.rollups.Rollups;
import dev.footlights.query.rounds.RoundsByTeam;
import dev.footlights.query.store.ClickHouse;
import dev.footlights.query.store.Freshness;
import dev.footlights.query.store.Headcounts;
import dev.footlights.query.store.Meanwhile;
import dev.footlights.query.store.Remembered;
import dev.footlights.schemas.features.FeatureRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers questions from the tables. */
public final class Answers {
    private static final String MONEY = "money";
    private static final String ACTIVE_USERS = "active-users";
    private static final Map<String, GrowthPart> GROWTH_PARTS = Map.of(
            "new-users", GrowthPart.NEW,
            "returning-users", GrowthPart.RETURNING,
            "resurrected-users", GrowthPart.RESURRECTED,
            "dormant-users", GrowthPart.DORMANT);

    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final ClickHouse clickHouse;
    private final Rollups rollups;
    private final Attendance attendance;
    private final KpiReaders readers;
    private final Remembered<Optional<Instant>> freshness;
    private final Remembered<Directory> directory;
    private final Floor floor;
    private final int mostCells;
    private final Discretion discretion;
    private final GrowthDiscretion growthDiscretion;
    private final ItemTimes itemTimes;
    private final String currency;

    public Answers(
            ClickHouse clickHouse,
            Rollups rollups,
            Attendance attendance,
            KpiReaders readers,
            FeatureRules features,
            QuerySettings settings) {
        this.clickHouse = clickHouse;
        this.rollups = rollups;
        this.attendance = attendance;
        this.readers = readers;
        this.freshness = new Remembered<>(REMEMBERED, this::readFreshness);
        this.floor = new Floor(settings.privacy().minimumGroupSize());
        this.directory = new Remembered<>(REMEMBERED, () -> Directory.read(clickHouse, features, floor));
        this.mostCells = settings.limits().cells();
        Timelines timelines =
                new Timelines(clickHouse, rollups, floor, settings.reporting().zone());
        this.discretion = new Discretion(floor, readers.reader(ACTIVE_USERS), timelines);
        this.growthDiscretion = new GrowthDiscretion(floor, readers.growth(), discretion, timelines);
        this.itemTimes = new ItemTimes(clickHouse, floor, settings.reporting().zone());
        this.currency = settings.money().currency();
    }

    /**
     * How fresh the tables are; asked before anything else is read, so that it isn't said too late. What was true a moment
     * ago still is.
     */
    public Optional<Instant> asOf() {
        return freshness.get();
    }

    /** Rows that were being read before may lack what the tables are known to hold now. */
    private Optional<Instant> readFreshness() {
        Optional<Instant> fresh = clickHouse.run(new Freshness()).stream().findFirst();
        clickHouse.startOver();
        rollups.catchUp();
        attendance.catchUp();
        return fresh;
    }

    /** The teams and features there were a moment ago. */
    public Directory directory() {
        return directory.get();
    }

    /** Headcounts by team, now; a team without people is missing. */
    public Map<String, Long> headcounts() {
        return Headcounts.byTeam(clickHouse);
    }

    /**
     * Every row of the answer.
     *
     * @throws dev.footlights.service.http.ProblemException 404 for a team or feature there is not, 400 for too many rows
     */
    public Answer answer(Question question) {
        KpiReader reader = readers.reader(question.kpi().id());
        Supplier<Directory> reading = Meanwhile.read(this::directory);
        Optional<Instant> asOf = asOf();
        Directory directory = reading.get();
        Asked asked = asked(question, directory);
        List<Period> before = question.compare()
                ? new PeriodCutter(question.zone())
                        .before(question.granularity(), question.from(), question.to(), asked.periods())
                : List.of();
        Told told = told(question, reader, asked, before, directory);
        RowMaker rows = new RowMaker(floor, asked.periods(), before, told.figures(), told.hidden(), reader.nothing());
        Set<Instant> starts = asked.periods().stream().map(Period::start).collect(Collectors.toSet());
        Set<Cell> used = Stream.concat(
                        told.figures().entrySet().stream()
                                .filter(figure -> figure.getValue().people() > 0)
                                .map(Map.Entry::getKey),
                        told.hidden().stream())
                .filter(cell -> starts.contains(cell.start()) && asked.scope().holds(cell))
                .collect(Collectors.toSet());
        return new Answer(
                question, asOf, unit(question), rows.rows(withRows(question, asked.scope(), directory, used)));
    }

    /**
     * How the people of each cell came and went.
     *
     * @throws dev.footlights.service.http.ProblemException as {@link #answer}
     */
    public List<GrowthRow> growth(Question question) {
        Directory directory = directory();
        Asked asked = asked(question, directory);
        GrowthDiscretion.Told told = growthDiscretion.told(asked, directory);
        Map<Cell, Growth.Counts> counts = told.counts();
        Set<Cell> used = Stream.concat(
                        counts.entrySet().stream()
                                .filter(cell -> cell.getValue().active() > 0)
                                .map(Map.Entry::getKey),
                        told.withheld().entrySet().stream()
                                .filter(cell -> !cell.getValue().isEmpty())
                                .map(Map.Entry::getKey))
                .filter(cell -> asked.scope().holds(cell))
                .collect(Collectors.toSet());
        Scope scope = withRows(question, asked.scope(), directory, used);
        List<GrowthRow> rows = new ArrayList<>();
        for (Period period : asked.periods()) {
            for (String team : scope.teams()) {
                for (String feature : scope.features()) {
                    Cell cell = new Cell(team, feature, period.start());
                    rows.add(GrowthRow.of(
                            period,
                            cell,
                            counts.getOrDefault(cell, Growth.NOBODY),
                            floor,
                            told.withheld().getOrDefault(cell, Set.of())));
                }
            }
        }
        return rows;
    }

    /**
     * Figures at some times.
     *
     * @param hidden cells that aren't told for the sake of others, some of them about nobody
     */
    private record Told(Map<Cell, Figure> figures, Set<Cell> hidden) {
        /** Both; periods that begin at the same time are the same. */
        Told and(Told other) {
            Map<Cell, Figure> all = new HashMap<>(figures);
            all.putAll(other.figures);
            Set<Cell> kept = new HashSet<>(hidden);
            kept.addAll(other.hidden);
            return new Told(all, kept);
        }
    }

    /** Of the asked periods and those before them, read together unless a clipped period begins within one of those. */
    private Told told(Question question, KpiReader reader, Asked asked, List<Period> before, Directory directory) {
        SortedMap<Instant, Period> all = new TreeMap<>();
        before.forEach(period -> all.put(period.start(), period));
        asked.periods().forEach(period -> all.put(period.start(), period));
        if (apart(all.values())) {
            return told(question, reader, asked.at(List.copyOf(all.values())), directory);
        }
        Supplier<Told> then = Meanwhile.read(() -> told(question, reader, asked.at(before), directory));
        return told(question, reader, asked, directory).and(then.get());
    }

    private static boolean apart(Collection<Period> inOrder) {
        Instant end = Instant.MIN;
        for (Period period : inOrder) {
            if (period.start().isBefore(end)) {
                return false;
            }
            end = period.end();
        }
        return true;
    }

    private Told told(Question question, KpiReader reader, Asked asked, Directory directory) {
        if (!reader.isAboutPeople()) {
            return new Told(reader.figures(asked), Set.of());
        }
        if (reader.isAboutActivePeople(asked)) {
            Discretion.Told told = discretion.told(reader, asked, directory);
            return new Told(told.figures(), told.withheld().keySet());
        }
        Supplier<Set<Cell>> hidden = Meanwhile.read(() -> hidden(question, asked, directory));
        if (!reader.isAboutOthersAndAddsUp() || floor.people() <= 1) {
            return new Told(reader.figures(asked), hidden.get());
        }
        FamilyDiscretion families = FamilyDiscretion.around(asked.scope(), directory, floor);
        Supplier<Optional<RoundsByTeam>> rounds =
                Meanwhile.read(() -> reader.occasions(families.scope().teams(), floor.people())
                        .map(occasions -> RoundsByTeam.read(clickHouse, occasions, floor, families.lines())));
        Supplier<Set<Cell>> tellingOne = Meanwhile.read(
                () -> new TellingOne(discretion).cells(reader.sumOf(), asked.of(families.scope()), directory));
        Map<Cell, Figure> figures = reader.figures(asked.of(families.scope()));
        Set<Cell> kept = new HashSet<>(hidden.get());
        kept.addAll(tellingOne.get());
        return new Told(figures, families.withheld(figures, asked.periods(), kept, rounds.get()));
    }

    /** The cells, of the asked team and those around it, of which it isn't told how many people were new. */
    public Set<Cell> untoldNew(Asked asked, Directory directory) {
        if (floor.people() <= 1) {
            return Set.of();
        }
        return growthDiscretion.told(asked, directory).withheld().entrySet().stream()
                .filter(cell -> cell.getValue().contains(GrowthPart.NEW))
                .map(Map.Entry::getKey)
                .filter(cell -> asked.scope().features().contains(cell.feature()))
                .collect(Collectors.toSet());
    }

    /**
     * Teams among those whose lists bear on what may be told of theirs.
     *
     * @param zone in which periods are cut
     */
    public Company company(Collection<String> teams, Directory directory, ZoneId zone) {
        return new Company(
                floor,
                teams,
                Families.around(teams, directory),
                (scope, granularity, periods) ->
                        discretion.withheld(new Asked(scope, granularity, periods, zone), directory).keySet().stream()
                                .filter(scope::holds)
                                .collect(Collectors.toSet()),
                (uses, around, periods) -> itemTimes.of(uses, around, periods, Families.inOrder(directory)));
    }

    private Set<Cell> hidden(Question question, Asked asked, Directory directory) {
        GrowthPart part = GROWTH_PARTS.get(question.kpi().id());
        if (part == null) {
            return discretion.withheld(asked, directory).keySet();
        }
        return growthDiscretion.told(asked, directory).withheld().entrySet().stream()
                .filter(cell -> cell.getValue().contains(part))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private String unit(Question question) {
        String unit = question.kpi().unit();
        return unit.equals(MONEY) ? currency : unit;
    }

    private Asked asked(Question question, Directory directory) {
        directory.check(question.teams(), question.features());
        Scope scope = new Scope(
                question.teams().isEmpty() ? directory.allTeams() : question.teams(),
                question.features().isEmpty() ? directory.allFeatures() : question.features());
        List<Period> periods =
                new PeriodCutter(question.zone()).cut(question.granularity(), question.from(), question.to());
        checkSize(scope, periods);
        return new Asked(scope, question.granularity(), periods, question.zone());
    }

    private void checkSize(Scope scope, List<Period> periods) {
        long cells = (long) scope.teams().size() * scope.features().size() * periods.size();
        if (cells > mostCells) {
            throw Refusals.parameter(
                    "granularity",
                    "makes " + cells + " rows of these days, teams and features; the most is " + mostCells);
        }
    }

    /** Without the teams and features that only have rows because of facts, when these lie outside the asked days. */
    private static Scope withRows(Question question, Scope scope, Directory directory, Set<Cell> used) {
        Set<String> teams = new HashSet<>(question.teams().isEmpty() ? directory.standingTeams() : question.teams());
        Set<String> features =
                new HashSet<>(question.features().isEmpty() ? directory.standingFeatures() : question.features());
        used.forEach(cell -> {
            teams.add(cell.team());
            features.add(cell.feature());
        });
        return new Scope(
                scope.teams().stream().filter(teams::contains).toList(),
                scope.features().stream().filter(features::contains).toList());
    }
}
