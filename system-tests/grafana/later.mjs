// Metrics that a service has only once something happened, and where its source names them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { metricsOf } from './promql.mjs';

const INGEST = 'ingest-service/src/main/java/dev/footlights/ingest/metrics/IngestMetrics.java';

const LATER = { footlights_ingest_rejected_total: { file: INGEST, words: ['"footlights.ingest.rejected"', '"reason"'] } };

/** Fails when an expression selects a metric that there isn't, now or later. */
export function assertMetricsExist(expression, names) {
  for (const name of metricsOf(expression)) {
    if (!names.has(name)) {
      assert.ok(LATER[name], `there is no metric ${name}`);
      const source = readFileSync(fileURLToPath(new URL(`../../${LATER[name].file}`, import.meta.url)), 'utf8');
      LATER[name].words.forEach(word => assert.ok(source.includes(word), `${name}: its source doesn't name ${word}`));
    }
  }
}
