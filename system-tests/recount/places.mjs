// Which figures there are: each team and feature that must be answered for, and how the API names periods.
import { periodOf } from './periods.mjs';

/** The ways a KPI can be asked for, by its dimensions. */
export function groupingsOf(dimensions) {
  if (dimensions.length === 2) return ['team', 'feature', 'team,feature'];
  if (dimensions[0] === 'team') return ['team'];
  return dimensions[0] === 'feature' ? ['', 'feature'] : [''];
}

/** Whether a KPI has a meaning for periods of that length. */
export function isTold(finest, granularity) {
  return finest === 'hour' || granularity !== 'hour';
}

/**
 * Every {team, feature} that an answer must have rows for when there is something to tell: teams of the catalog, org, and
 * teams with events in the asked days; features of the rules, and those with events in the asked days.
 */
export function placesOf(facts, frame, groupBy) {
  const teams = new Set(['org']);
  const features = new Set();
  if (groupBy.includes('team')) {
    for (const team of facts.roster.groups) teams.add(team);
  }
  for (const { id } of facts.features) features.add(id);
  for (const addition of facts.counted) {
    if (frame.indexOf(addition.at) < 0) continue;
    features.add(addition.feature);
    if (groupBy.includes('team')) {
      for (const team of addition.teams) teams.add(team);
    }
  }
  const places = [];
  for (const team of teams) {
    for (const feature of groupBy.includes('feature') ? features : ['*']) places.push({ team, feature });
  }
  return places;
}

/** The API's name of a period in the recount's words: hours as instants, the rest by their first day. */
export function labelOf(period, granularity, zone) {
  if (granularity === 'total') return 'total';
  return granularity === 'hour' ? periodOf(Date.parse(period), 'hour', zone) : period.slice(0, 10);
}
