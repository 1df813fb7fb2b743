// Every KPI that can be counted from what was sent, family by family.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as activity from './families/activity.mjs';
import * as adoption from './families/adoption.mjs';
import * as finding from './families/finding.mjs';
import * as goldenPaths from './families/golden-paths.mjs';
import * as health from './families/health.mjs';
import * as maturity from './families/maturity.mjs';
import * as onboarding from './families/onboarding.mjs';
import * as outcomes from './families/outcomes.mjs';
import * as reach from './families/reach.mjs';
import * as visits from './families/visits.mjs';

const FAMILIES = [reach, adoption, visits, activity, goldenPaths, outcomes, finding, onboarding, maturity, health];

/** Ids of the KPIs, as the API has them. */
export const KPIS = FAMILIES.flatMap(({ kpis }) => kpis);

/**
 * For each asked KPI a function (team, feature, place of the period in the frame) => figure; feature is '*' for all.
 *
 * @param facts what factsOf gave
 * @param frame what frameOf gave
 */
export function figuresOf(facts, frame, kpis) {
  const figures = {};
  for (const family of FAMILIES) {
    const asked = family.kpis.filter(kpi => kpis.includes(kpi));
    if (asked.length === 0) continue;
    const counted = family.count(facts, frame);
    for (const kpi of asked) figures[kpi] = counted[kpi];
  }
  return figures;
}

/** Reads of kpis.yaml what each KPI can be grouped by and its shortest period: id => {dimensions, finest}. */
export function readCatalogue(file) {
  const catalogue = {};
  for (const { id, dimensions, finest = 'hour' } of parse(readFileSync(file, 'utf8')).kpis) {
    catalogue[id] = { dimensions, finest };
  }
  return catalogue;
}

/** KPIs that can't be told without an option that wasn't given, with the option's name. */
export function untold(facts) {
  const missing = {};
  if (facts.hourlyRate === null) missing['money-saved'] = '--hourly-rate';
  if (facts.checklist === null) {
    for (const kpi of ['unlocked-features', 'checklist-progress']) missing[kpi] = '--onboarding';
  }
  if (!facts.receivedTogether) {
    for (const kpi of health.kpis) missing[kpi] = '--received-at';
  }
  return missing;
}
