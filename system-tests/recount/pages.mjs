// Reads answers of the API: long ones in pages, long stretches of hours in several questions.

const PAGE = 10_000;
const DAY = 86_400_000;
const MOST_DAYS_OF_HOURS = 7;

/** Every row of a KPI answer. Throws with the API's own words when it refuses. */
export async function fetchRows(url) {
  const rows = [];
  for (const stretch of stretches(url)) {
    for (let offset = 0; offset !== null;) {
      const page = new URL(stretch);
      page.searchParams.set('limit', String(PAGE));
      page.searchParams.set('offset', String(offset));
      const answer = await fetch(page);
      if (!answer.ok) throw new Error(`${page}: ${answer.status} ${await answer.text()}`);
      const body = await answer.json();
      for (const row of body.rows) rows.push(row);
      offset = body.nextOffset ?? null;
    }
  }
  return rows;
}

/** The API bounds the cells of a question; hours end with their day, so their days can be asked in parts. */
function stretches(url) {
  if (url.searchParams.get('granularity') !== 'hour') return [url];
  const parts = [];
  const end = Date.parse(url.searchParams.get('to'));
  for (let day = Date.parse(url.searchParams.get('from')); day <= end; day += MOST_DAYS_OF_HOURS * DAY) {
    const part = new URL(url);
    part.searchParams.set('from', dayText(day));
    part.searchParams.set('to', dayText(Math.min(end, day + (MOST_DAYS_OF_HOURS - 1) * DAY)));
    parts.push(part);
  }
  return parts;
}

function dayText(at) {
  return new Date(at).toISOString().slice(0, 10);
}
