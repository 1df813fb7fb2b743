package dev.footlights.query.contract;

import dev.footlights.query.contract.NaiveLists.Sum;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A list asked for some days of a team.
 *
 * @param now its naive answer
 * @param before that of as many days just before
 * @param everybodys that of the whole organisation at all times
 */
record RandomQuestion(
        String list,
        String team,
        LocalDate from,
        LocalDate to,
        Map<String, Sum> now,
        Map<String, Sum> before,
        Map<String, Sum> everybodys) {
    static RandomQuestion of(List<ItemUse> uses, String list, ZoneId zone, Random random) {
        String team = RandomUses.TEAMS.get(random.nextInt(RandomUses.TEAMS.size()));
        LocalDate from = LocalDate.of(2026, 10, 20).plusDays(random.nextInt(15));
        LocalDate to = from.plusDays(random.nextInt(20));
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        NaiveLists naive = new NaiveLists(uses, zone);
        return new RandomQuestion(
                list,
                team,
                from,
                to,
                naive.items(list, team, from, to),
                naive.items(list, team, from.minusDays(days), from.minusDays(1)),
                naive.items(list, "org", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
    }

    String target(ZoneId zone, String order) {
        return "/api/v1/top/" + list + "?compare=previous&limit=10000&order=" + order + "&team=" + team + "&from="
                + from + "&to=" + to + "&zone=" + zone.getId();
    }

    Sum before(String item) {
        return before.getOrDefault(item, new Sum());
    }
}
