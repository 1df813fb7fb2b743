// /top/…: what was used most, with how often, by how many people, and when last. Of the whole organisation.
import { frameOf } from '../frame.mjs';
import { listUrl } from '../lists.mjs';

/** Per list the number that counts and the item's name; items without one are of no list. */
const TOPS = {
  'templates': { measure: 'templateRuns', itemOf: ({ template }) => template },
  'search-terms': { measure: 'searches', itemOf: ({ subject }) => subject.trim().toLowerCase() },
  // Pages about an entity are together under its ref, people's under a pseudonym that only the pipeline knows: they are left out.
  'pages': {
    measure: 'pageViews',
    // Coming by again within half an hour is no view, but it is the last use.
    uses: ({ action }) => action === 'navigate',
    itemOf: ({ subject }) => (/^\/(catalog|docs|create\/templates)\/[^/]+\/[^/]+|^[^/]/.test(subject) ? '' : subject),
  },
};

export async function differences(facts, question, fetchRows) {
  const found = [];
  let compared = 0;
  const frame = frameOf({ ...question, granularity: 'total' });
  for (const [top, { measure, itemOf, uses = addition => addition[measure] > 0 }] of Object.entries(TOPS)) {
    const items = itemsOf(facts, frame, { measure, itemOf, uses });
    const rows = await fetchRows(listUrl(question, `top/${top}`, { from: question.from }));
    const answered = new Map(rows.map(row => [row.item, row]));
    for (const [item, { count, people, lastUse }] of items) {
      const row = answered.get(item);
      if (row?.withheld && count > 0 && people.size >= question.floor) {
        // It may be named only, for the sake of other days: whether that is needed, nobody can tell who counts these alone.
        answered.delete(item);
        continue;
      }
      compared++;
      const counted = `${count} by ${people.size}, last ${new Date(lastUse).toISOString()}`;
      const told = row && `${row.count} by ${row.people}, last ${new Date(row.lastUse).toISOString()}`;
      const expected = count === 0 || people.size < question.floor ? undefined : counted;
      if (told !== expected) found.push({ top, item, counted: expected ?? 'too few people to name it', answered: told ?? 'no row' });
      answered.delete(item);
    }
    for (const [item, row] of answered) {
      compared++;
      if (top !== 'pages' || itemOf({ subject: item }) !== '') found.push({ top, item, counted: 'nothing', answered: row.count });
    }
  }
  return { found, compared };
}

function itemsOf(facts, frame, { measure, itemOf, uses }) {
  const items = new Map();
  for (const addition of facts.counted) {
    const item = uses(addition) && frame.indexOf(addition.at) === 0 ? itemOf(addition) : '';
    if (item === '') continue;
    if (!items.has(item)) items.set(item, { count: 0, people: new Set(), lastUse: 0 });
    const known = items.get(item);
    known.count += addition[measure];
    if (addition[measure] > 0) known.people.add(addition.person);
    known.lastUse = Math.max(known.lastUse, addition.at);
  }
  return items;
}
