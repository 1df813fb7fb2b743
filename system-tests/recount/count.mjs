// The counting rules of the KPIs, as plain loops over the events in order of arrival.
import { featureOf, pluginOf } from './features.mjs';
import { teamsOf } from './roster.mjs';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const NO_INTERACTION = ['navigate', 'search', 'not-found', 'signIn', 'signOut'];
const HIGHEST_RANK = 100;

/**
 * What each counted event adds, and to whom, in order of arrival: who, teams, feature and time, and numbers such as
 * events, pageViews or searches. fates, when given, gets how many events were refused, late or repeated.
 *
 * @param events as read by readEvents, in order of arrival
 * @param receivedAt when they arrived, milliseconds; one time for all
 */
export function countEvents(events, { features, roster, receivedAt, lateAfterDays = 7, importDays = 400, fates = {} }) {
  const seen = new Set();
  const previousNavigate = new Map();
  const previousSearch = new Map();
  const unanswered = new Map();
  const counted = [];
  Object.assign(fates, { refused: 0, late: 0, repeated: 0 });
  for (const event of events) {
    const tooOld = event.usable && event.at < receivedAt - (event.batch === '' ? lateAfterDays : importDays) * DAY;
    const ahead = event.usable && event.at > receivedAt + 5 * MINUTE;
    if (!event.usable || tooOld || ahead) {
      fates.refused++;
      if (tooOld && event.batch === '') fates.late++;
      continue;
    }
    const once = `${event.person}\n${event.id}`;
    if (seen.has(once)) {
      fates.repeated++;
      continue;
    }
    seen.add(once);

    const addition = additionOf(event, features, roster);
    // Live events and each import are told by themselves: what was "previous" in one says nothing in another.
    const chain = `${event.person}\n${event.batch}`;
    if (event.action === 'navigate') {
      const before = previousNavigate.get(chain);
      const elsewhere = before === undefined || before.subject !== event.subject;
      if (elsewhere || event.at - before.at >= 30 * MINUTE) addition.pageViews = 1;
      previousNavigate.set(chain, event);
    }
    if (event.action === 'search') {
      const before = previousSearch.get(chain);
      if (before !== undefined && continues(before.event, event)) {
        before.addition.searches = 0;
        before.addition.zeroResultSearches = 0;
      }
      addition.searches = 1;
      if (event.value === 0) addition.zeroResultSearches = 1;
      previousSearch.set(chain, { event, addition });
      unanswered.set(chain, addition);
    } else {
      previousSearch.delete(chain);
    }
    if (event.action === 'discover') {
      const search = unanswered.get(chain);
      if (search !== undefined && Math.abs(event.at - search.at) < 30 * MINUTE) search.openedSearches = 1;
      unanswered.delete(chain);
      if (typeof event.value === 'number') addition.rank = Math.min(event.value, HIGHEST_RANK);
    }
    counted.push(addition);
  }
  return counted;
}

/** What an event adds whatever came before it. */
function additionOf(event, features, roster) {
  const { action, subject } = event;
  const scaffolder = pluginOf(event) === 'scaffolder';
  const run = scaffolder && action === 'create';
  const startedOver = action === 'click' && subject === 'Task has been started over';
  return {
    person: event.person,
    teams: teamsOf(roster, event.person, event.groups),
    feature: featureOf(features, event),
    at: event.at,
    batch: event.batch,
    sessionId: event.sessionId,
    action,
    subject,
    scaffolder,
    template: event.entityRef.startsWith('template:') ? event.entityRef : '',
    events: 1,
    pageViews: 0,
    interactions: NO_INTERACTION.includes(action) ? 0 : 1,
    templateOpens: scaffolder && action === 'click' && subject === 'Template has been opened' ? 1 : 0,
    templateRuns: run ? 1 : 0,
    templateRetries: scaffolder && (action === 'retried' || startedOver) ? 1 : 0,
    templateCancels: scaffolder && action === 'cancelled' ? 1 : 0,
    microMinutes: run ? Math.round((event.value ?? 0) * 1_000_000) : 0,
    searches: 0,
    zeroResultSearches: 0,
    openedSearches: 0,
    rank: null,
    notFound: action === 'not-found' ? 1 : 0,
  };
}

/** Two searches with nothing in between are one when they are less than 2 s apart and one term begins with the other. */
function continues(before, next) {
  const near = Math.abs(next.at - before.at) < 2000;
  return near && (next.subject.startsWith(before.subject) || before.subject.startsWith(next.subject));
}
