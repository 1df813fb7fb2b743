// Reads answers of the API: long ones in pages.

const PAGE = 10_000;

/** Every row of a KPI answer. Throws with the API's own words when it refuses. */
export async function fetchRows(url) {
  const rows = [];
  for (let offset = 0; offset !== null;) {
    const page = new URL(url);
    page.searchParams.set('limit', String(PAGE));
    page.searchParams.set('offset', String(offset));
    const answer = await fetch(page);
    if (!answer.ok) throw new Error(`${page}: ${answer.status} ${await answer.text()}`);
    const body = await answer.json();
    for (const row of body.rows) rows.push(row);
    offset = body.nextOffset ?? null;
  }
  return rows;
}
