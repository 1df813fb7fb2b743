// The counting rules of the KPIs, as plain loops over the events in order of arrival.
import { featureOf, pluginOf } from './features.mjs';
import { teamsOf } from './roster.mjs';

const DAY = 24 * 60 * 60 * 1000;
const NO_INTERACTION = ['navigate', 'search', 'not-found', 'signIn', 'signOut'];

/**
 * What each counted event adds, and to whom: [{person, teams, feature, at, events, pageViews, interactions,
 * templateRuns, microMinutes, searches}].
 *
 * @param events as read by readEvents, in order of arrival
 * @param receivedAt when they arrived, milliseconds; one time for all
 */
export function countEvents(events, { features, roster, receivedAt, lateAfterDays = 7, importDays = 400 }) {
  const seen = new Set();
  const previousNavigate = new Map();
  const previousSearch = new Map();
  const counted = [];
  for (const event of events) {
    if (!event.usable || !inTime(event, receivedAt, lateAfterDays, importDays)) continue;
    const once = `${event.person}\n${event.id}`;
    if (seen.has(once)) continue;
    seen.add(once);

    const addition = {
      person: event.person,
      teams: teamsOf(roster, event.person, event.groups),
      feature: featureOf(features, event),
      at: event.at,
      events: 1,
      pageViews: 0,
      interactions: NO_INTERACTION.includes(event.action) ? 0 : 1,
      templateRuns: 0,
      microMinutes: 0,
      searches: 0,
    };
    // Live events and each import are told by themselves: what was "previous" in one says nothing in another.
    const chain = `${event.person}\n${event.batch}`;
    if (event.action === 'navigate') {
      const before = previousNavigate.get(chain);
      const elsewhere = before === undefined || before.subject !== event.subject;
      if (elsewhere || event.at - before.at >= 30 * 60 * 1000) addition.pageViews = 1;
      previousNavigate.set(chain, event);
    }
    if (event.action === 'search') {
      const before = previousSearch.get(chain);
      if (before !== undefined && continues(before.event, event)) before.addition.searches = 0;
      addition.searches = 1;
      previousSearch.set(chain, { event, addition });
    } else {
      previousSearch.delete(chain);
    }
    if (event.action === 'create' && pluginOf(event) === 'scaffolder') {
      addition.templateRuns = 1;
      addition.microMinutes = Math.round((event.value ?? 0) * 1_000_000);
    }
    counted.push(addition);
  }
  return counted;
}

/** Late live events, history older than is kept, and anything more than five minutes ahead are refused. */
function inTime(event, receivedAt, lateAfterDays, importDays) {
  const oldest = receivedAt - (event.batch === '' ? lateAfterDays : importDays) * DAY;
  return event.at >= oldest && event.at <= receivedAt + 5 * 60 * 1000;
}

/** Two searches with nothing in between are one when they are less than 2 s apart and one term begins with the other. */
function continues(before, next) {
  const near = Math.abs(next.at - before.at) < 2000;
  return near && (next.subject.startsWith(before.subject) || before.subject.startsWith(next.subject));
}
