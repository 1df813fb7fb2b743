package dev.footlights.streams.sink.rows;

import dev.footlights.schemas.avro.KpiRollup;
import java.util.List;

/** One row per team, feature, period and shard. */
public final class RollupRows implements TableRows<KpiRollup> {
    @Override
    public Class<KpiRollup> type() {
        return KpiRollup.class;
    }

    @Override
    public String table() {
        return "kpi_rollups";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "team",
                "feature",
                "period_kind",
                "period_start",
                "shard",
                "active_users",
                "new_users",
                "events",
                "views",
                "interactions",
                "template_runs",
                "saved_micro_minutes",
                "searches",
                "zero_result_searches",
                "opened_searches",
                "sessions",
                "revision");
    }

    @Override
    public long revision(KpiRollup rollup) {
        return rollup.getRevision();
    }

    @Override
    public int write(KpiRollup rollup, RecordPosition position, RowBinary out) {
        out.string(rollup.getTeam());
        out.string(rollup.getFeature());
        out.string(rollup.getPeriodKind());
        out.dateTime(rollup.getPeriodStart());
        out.shard(rollup.getShard());
        out.count(rollup.getActiveUsers());
        out.number(rollup.getNewUsers());
        out.count(rollup.getEvents());
        out.count(rollup.getViews());
        out.count(rollup.getInteractions());
        out.count(rollup.getTemplateRuns());
        out.number(rollup.getSavedMicroMinutes());
        out.count(rollup.getSearches());
        out.count(rollup.getZeroResultSearches());
        out.count(rollup.getOpenedSearches());
        out.count(rollup.getSessions());
        out.count(revision(rollup));
        return 1;
    }
}
