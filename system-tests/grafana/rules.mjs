// Works alert rules out as Grafana does: queries to numbers with labels, then expressions, then a threshold.
import jsonata from 'jsonata';

/** Numbers of a frame: one for each row, labelled by its text columns. A frame of several number columns is none. */
export function numbersOf(frame) {
  if (frame.labels) {
    return frame.fields.value.map((value, index) => ({ labels: frame.labels[index], value }));
  }
  const rows = Array.from({ length: frame.length }, (_, index) => Object.entries(frame.fields).map(([name, values]) => [name, values[index]]));
  const textual = name => frame.fields[name].some(value => typeof value === 'string');
  const numeric = Object.keys(frame.fields).filter(name => !textual(name));
  if (numeric.length !== 1) {
    throw new Error(`an alert needs one number column, not ${numeric.join(', ') || 'none'}`);
  }
  const numbers = rows.map(row => ({ labels: Object.fromEntries(row.filter(([name]) => textual(name))), value: Object.fromEntries(row)[numeric[0]] }));
  if (new Set(numbers.map(each => JSON.stringify(each.labels))).size < numbers.length) {
    throw new Error('rows that nothing tells apart');
  }
  return numbers;
}

const CONDITIONS = { gt: (value, [limit]) => value > limit, lt: (value, [limit]) => value < limit };

async function expressionOf(model, results) {
  if (model.type === 'reduce') {
    return results[model.expression];
  }
  if (model.type === 'math') {
    const names = [...new Set([...model.expression.matchAll(/\$([A-Z])/g)].map(each => each[1]))];
    const formula = jsonata(model.expression);
    const others = Object.fromEntries(names.map(name => [name, new Map(results[name].map(each => [JSON.stringify(each.labels), each.value]))]));
    return Promise.all(results[names[0]].filter(each => names.every(name => others[name].has(JSON.stringify(each.labels)))).map(async ({ labels }) => {
      const given = names.map(name => [name, others[name].get(JSON.stringify(labels))]);
      return { labels, value: given.some(([, value]) => value === null) ? null : await formula.evaluate({}, Object.fromEntries(given)) };
    }));
  }
  if (model.type === 'threshold') {
    const [{ evaluator: { type, params } }] = model.conditions;
    return results[model.expression].map(each => ({ ...each, fires: each.value !== null && CONDITIONS[type](each.value, params) }));
  }
  throw new Error(`unknown expression ${model.type}`);
}

/**
 * A rule's instances, {labels, value, fires}.
 *
 * @param run gives a query's frame, from the query and its {from, to} in seconds before now
 */
export async function instancesOf(rule, run) {
  const results = {};
  for (const { refId, model, relativeTimeRange } of rule.data) {
    results[refId] = model.datasource.uid === '__expr__' ? await expressionOf(model, results) : numbersOf(await run(model, relativeTimeRange));
  }
  return results[rule.condition];
}
