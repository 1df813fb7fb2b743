package dev.footlights.streams.sink.rows;

import dev.footlights.schemas.avro.ActivityFact;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** One row per team, so that every scope can be read by its team alone. */
public final class ActivityRows implements TableRows<ActivityFact> {
    @Override
    public Class<ActivityFact> type() {
        return ActivityFact.class;
    }

    @Override
    public String table() {
        return "activity_facts";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "team",
                "day",
                "feature",
                "slot",
                "item",
                "action",
                "actor",
                "import_id",
                "attribution",
                "events",
                "views",
                "interactions",
                "template_runs",
                "saved_micro_minutes",
                "searches",
                "zero_result_searches",
                "opened_searches",
                "first_at",
                "last_at",
                "revision");
    }

    @Override
    public long revision(ActivityFact fact) {
        return fact.getRevision();
    }

    @Override
    public int write(ActivityFact fact, RecordPosition position, RowBinary out) {
        List<String> teams = fact.getTeams().stream().distinct().sorted().toList();
        long attribution = attribution(teams);
        LocalDate day = LocalDate.ofInstant(fact.getSlot(), ZoneOffset.UTC);
        for (String team : teams) {
            out.string(team);
            out.date(day);
            out.string(fact.getFeature());
            out.dateTime(fact.getSlot());
            out.string(fact.getItem());
            out.string(fact.getAction());
            out.uuid(fact.getActor());
            out.string(fact.getImportId());
            out.hash(attribution);
            out.count(fact.getEvents());
            out.count(fact.getViews());
            out.count(fact.getInteractions());
            out.count(fact.getTemplateRuns());
            out.number(fact.getSavedMicroMinutes());
            out.count(fact.getSearches());
            out.count(fact.getZeroResultSearches());
            out.count(fact.getOpenedSearches());
            out.dateTime64(fact.getFirstAt());
            out.dateTime64(fact.getLastAt());
            out.count(revision(fact));
        }
        return teams.size();
    }

    /** First 8 bytes of the SHA-256 of the team set, each team ended by a line feed. */
    static long attribution(List<String> sortedTeams) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String team : sortedTeams) {
                sha256.update(team.getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) '\n');
            }
            return ByteBuffer.wrap(sha256.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
