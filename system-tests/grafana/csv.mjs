// Holds a panel's figures against the API's CSV of the same question: another format, by another writer.
import assert from 'node:assert/strict';
import { addressOf } from './infinity.mjs';

const cells = line => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(each => each[1].replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'));

/** Rows by column of a CSV text. */
export function rowsOfCsv(text) {
  const [header, ...lines] = text.trim().split(/\r?\n/).map(cells);
  return lines.map(line => Object.fromEntries(header.map((name, index) => [name, line[index]])));
}

const hasCsv = url => /^\/api\/v1\/(kpis\/|growth$|matrix$|top\/)/.test(url);

/** Fails when a frame of people's figures isn't what the API says; tells whether it was compared. */
export async function assertEqualsCsv(target, scope, api, frame) {
  if (!hasCsv(target.url) || target.root_selector !== 'rows') {
    return false;
  }
  const response = await fetch(addressOf(target, scope, api, { format: 'csv' }));
  const rows = rowsOfCsv(await response.text());
  assert.equal(frame.length, rows.length);
  for (const { selector, type } of target.columns.filter(each => each.selector in (rows[0] ?? {}))) {
    const told = rows.map(row => (row[selector] === '' ? null : type === 'number' ? Number(row[selector]) : type === 'timestamp' ? Date.parse(row[selector]) : row[selector]));
    assert.deepEqual(frame.fields[selector], told, selector);
  }
  return true;
}
