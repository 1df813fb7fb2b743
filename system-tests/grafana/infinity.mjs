// Runs queries of the Infinity data source as its backend parser does: one HTTP request, a root selector, columns by gjson path.
import jsonata from 'jsonata';

const PLAIN_PATH = /^[A-Za-z0-9_.]+$/;

/** What a gjson path of plain names and numbers leads to, or undefined. */
export const atPath = (value, path) => path.split('.').reduce((found, step) => (found === null || typeof found !== 'object' ? undefined : found[step]), value);

/** Which gjson would take part of it for itself, so that JSONata never saw it. */
export function gjsonTakes(selector) {
  const first = selector.search(/[.|]/);
  return /^[@{[]/.test(selector) || (first >= 0 && (selector[first] === '|' || /[@{[]/.test(selector[first + 1] ?? '')));
}

/** The rows of an answer: gjson first, then JSONata. */
export async function rowsOf(answer, selector) {
  if (selector === '') {
    return [answer].flat();
  }
  if (PLAIN_PATH.test(selector)) {
    const found = atPath(answer, selector);
    if (found === undefined) {
      throw new Error(`the answer has no ${selector}`);
    }
    return [found].flat();
  }
  if (gjsonTakes(selector)) {
    throw new Error(`gjson would read a part of ${selector}`);
  }
  const found = await jsonata(selector).evaluate(answer);
  return found === undefined ? [] : JSON.parse(JSON.stringify([found].flat()));
}

const CASTS = {
  number: value => (typeof value === 'number' ? value : typeof value === 'string' && value !== '' && !Number.isNaN(Number(value)) ? Number(value) : null),
  string: value => (['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null),
  timestamp: value => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? Date.parse(value) : null),
  boolean: value => (typeof value === 'boolean' ? value : null),
};

/** A frame, {fields, length, seen}: values by column, and the columns that some row has. */
export function frameOf(rows, columns) {
  if (columns.length === 0) {
    const names = typeof rows[0] === 'object' ? [...new Set(rows.flatMap(row => Object.keys(row)))].sort() : ['A'];
    const fields = Object.fromEntries(names.map(name => [name, rows.map(row => (typeof row === 'object' ? row[name] ?? null : row))]));
    return { fields, length: rows.length, seen: names };
  }
  const fields = {};
  const seen = [];
  for (const { selector, text, type } of [...columns].sort((one, other) => (one.selector < other.selector ? -1 : 1))) {
    if (text !== '') {
      throw new Error(`versions of the plugin differ in what a column with a text is called: ${text}`);
    }
    const found = rows.map(row => atPath(row, selector));
    fields[selector] = found.map(value => CASTS[type](value));
    const told = found.filter(value => value !== undefined && value !== null);
    if (told.some(value => CASTS[type](value) === null)) {
      throw new Error(`${selector} is no ${type}: ${JSON.stringify(told[0])}`);
    }
    if (found.some(value => value !== undefined)) {
      seen.push(selector);
    }
  }
  return { fields, length: rows.length, seen };
}

/** The address a query asks for. */
export function addressOf(target, scope, api, more = {}) {
  const address = new URL(api + scope.fill(target.url));
  for (const { key, value } of target.url_options.params) {
    address.searchParams.append(key, scope.fill(value));
  }
  Object.entries(more).forEach(([key, value]) => address.searchParams.set(key, value));
  return address;
}

/** Runs a query. */
export async function runInfinity(target, scope, api) {
  const expected = { type: 'json', source: 'url', parser: 'backend', format: 'table' };
  for (const [name, value] of Object.entries(expected)) {
    if (target[name] !== value) {
      throw new Error(`${name} is ${target[name]} and not ${value}`);
    }
  }
  const address = addressOf(target, scope, api);
  const response = await fetch(address);
  const body = await response.text();
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}: ${body}`);
  }
  return frameOf(await rowsOf(JSON.parse(body), target.root_selector), target.columns);
}
