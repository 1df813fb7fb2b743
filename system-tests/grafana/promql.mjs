// Works PromQL out over two scrapes: as much of the language as the dashboards use, read by Prometheus' own grammar. What isn't known is an error.
import { parser } from '@prometheus-io/lezer-promql';

const children = node => {
  const all = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    all.push(child);
  }
  return all;
};

const keyOf = labels => JSON.stringify(Object.entries(labels).sort());
const without = (labels, ...names) => Object.fromEntries(Object.entries(labels).filter(([name]) => !names.includes(name)));
const only = (labels, names) => Object.fromEntries(names.filter(name => name in labels).map(name => [name, labels[name]]));
const isVector = Array.isArray;

class Evaluation {
  constructor(text, scrapes) {
    Object.assign(this, { text, earlier: scrapes[0], latest: scrapes[1] });
  }

  textOf(node) {
    return this.text.slice(node.from, node.to);
  }

  unknown(node) {
    return new Error(`${node.type.name} isn't known here: ${this.textOf(node)}`);
  }

  eval(node) {
    const evaluate = {
      PromQL: () => this.eval(node.firstChild),
      ParenExpr: () => this.eval(node.firstChild),
      NumberDurationLiteral: () => Number(this.textOf(node)),
      VectorSelector: () => this.select(node, this.latest.samples),
      AggregateExpr: () => this.aggregate(node),
      FunctionCall: () => this.call(node),
      BinaryExpr: () => this.binary(node),
    }[node.type.name];
    if (!evaluate) {
      throw this.unknown(node);
    }
    return evaluate();
  }

  select(node, samples) {
    const name = this.textOf(node.getChild('Identifier'));
    const matchers = children(node.getChild('LabelMatchers') ?? { firstChild: null }).map(matcher => {
      const [label, op, value] = children(matcher).map(part => this.textOf(part));
      return { label, op, pattern: JSON.parse(value) };
    });
    const ofName = samples.filter(sample => sample.labels.__name__ === name);
    for (const { label } of matchers) {
      if (ofName.length > 0 && !ofName.some(sample => label in sample.labels)) {
        throw new Error(`${name} has no label ${label}`);
      }
    }
    return ofName.filter(sample => matchers.every(matcher => matches(sample.labels[matcher.label] ?? '', matcher)));
  }

  increase(node, perSecond) {
    const [selector, duration] = children(node);
    const range = durationOf(this.textOf(duration));
    const before = new Map(this.select(selector, this.earlier.samples).map(sample => [keyOf(sample.labels), sample.value]));
    const apart = this.latest.time - this.earlier.time;
    return this.select(selector, this.latest.samples).filter(sample => before.has(keyOf(sample.labels))).map(sample => ({
      labels: without(sample.labels, '__name__'),
      value: Math.max(0, sample.value - before.get(keyOf(sample.labels))) / apart * (perSecond ? 1 : range),
    }));
  }

  call(node) {
    const name = this.textOf(node.getChild('FunctionIdentifier'));
    const given = children(node.getChild('FunctionCallBody') ?? { firstChild: null });
    const vector = index => this.eval(given[index]);
    const functions = {
      rate: () => this.increase(given[0], true),
      increase: () => this.increase(given[0], false),
      time: () => this.latest.time,
      vector: () => [{ labels: {}, value: vector(0) }],
      abs: () => vector(0).map(sample => ({ ...sample, value: Math.abs(sample.value) })),
      clamp_min: () => vector(0).map(sample => ({ ...sample, value: Math.max(sample.value, vector(1)) })),
      histogram_quantile: () => quantiles(vector(0), vector(1)),
    };
    if (!functions[name]) {
      throw this.unknown(node);
    }
    return functions[name]();
  }

  aggregate(node) {
    const op = this.textOf(node.getChild('AggregateOp'));
    const modifier = node.getChild('AggregateModifier');
    if (modifier && !modifier.getChild('By')) {
      throw this.unknown(modifier);
    }
    const by = modifier ? children(modifier.getChild('GroupingLabels')).map(label => this.textOf(label)) : [];
    const samples = this.eval(children(node.getChild('FunctionCallBody'))[0]);
    const groups = Map.groupBy ? Map.groupBy(samples, sample => keyOf(only(sample.labels, by))) : grouped(samples, by);
    const reduce = { sum: values => values.reduce((one, other) => one + other, 0), min: values => Math.min(...values), max: values => Math.max(...values) }[op];
    if (!reduce) {
      throw this.unknown(node);
    }
    return [...groups.values()].map(group => ({ labels: only(group[0].labels, by), value: reduce(group.map(sample => sample.value)) }));
  }

  binary(node) {
    const [left, op, right] = children(node);
    if (children(node).length !== 3) {
      throw this.unknown(node);
    }
    const [one, other] = [this.eval(left), this.eval(right)];
    if (op.type.name === 'Or') {
      const taken = new Set(one.map(sample => keyOf(without(sample.labels, '__name__'))));
      return [...one, ...other.filter(sample => !taken.has(keyOf(without(sample.labels, '__name__'))))];
    }
    const work = { '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b }[this.textOf(op)];
    if (!work) {
      throw this.unknown(node);
    }
    if (!isVector(one) && !isVector(other)) {
      return work(one, other);
    }
    if (!isVector(one) || !isVector(other)) {
      return (isVector(one) ? one : other).map(sample => ({
        labels: without(sample.labels, '__name__'), value: isVector(one) ? work(sample.value, other) : work(one, sample.value),
      }));
    }
    const rights = new Map(other.map(sample => [keyOf(without(sample.labels, '__name__')), sample.value]));
    return one.filter(sample => rights.has(keyOf(without(sample.labels, '__name__')))).map(sample => ({
      labels: without(sample.labels, '__name__'), value: work(sample.value, rights.get(keyOf(without(sample.labels, '__name__')))),
    }));
  }
}

const grouped = (samples, by) => {
  const groups = new Map();
  for (const sample of samples) {
    const key = keyOf(only(sample.labels, by));
    groups.set(key, [...(groups.get(key) ?? []), sample]);
  }
  return groups;
};

const matches = (value, { op, pattern }) => ({
  '=': () => value === pattern, '!=': () => value !== pattern,
  '=~': () => new RegExp(`^(?:${pattern})$`).test(value), '!~': () => !new RegExp(`^(?:${pattern})$`).test(value),
})[op]();

const durationOf = text => {
  const [, amount, unit] = text.match(/^(\d+)([smhd])$/);
  return Number(amount) * { s: 1, m: 60, h: 3600, d: 86400 }[unit];
};

/** By linear interpolation within the bucket, as Prometheus does; NaN where nothing was counted. */
function quantiles(share, buckets) {
  const groups = new Map();
  for (const { labels, value } of buckets) {
    if (!('le' in labels)) {
      throw new Error('buckets have no le');
    }
    const key = keyOf(without(labels, 'le'));
    groups.set(key, [...(groups.get(key) ?? []), { labels, upper: Number(labels.le.replace('+Inf', 'Infinity')), value }]);
  }
  return [...groups.values()].map(group => {
    const sorted = group.sort((one, other) => one.upper - other.upper);
    const rank = share * sorted.at(-1).value;
    const index = sorted.findIndex(bucket => bucket.value >= rank);
    const { upper, value } = sorted[index];
    const [lower, below] = index === 0 ? [0, 0] : [sorted[index - 1].upper, sorted[index - 1].value];
    return { labels: without(sorted[0].labels, 'le'), value: upper === Infinity ? lower : lower + (upper - lower) * (rank - below) / (value - below) };
  });
}

const parsed = text => {
  const tree = parser.parse(text);
  tree.iterate({ enter: node => { if (node.type.isError) { throw new Error(`not PromQL at ${node.from}: ${text}`); } } });
  return tree;
};

/** The names of all metrics that an expression selects. */
export function metricsOf(text) {
  const names = new Set();
  parsed(text).iterate({
    enter: ({ node }) => {
      if (node.type.name === 'VectorSelector') {
        names.add(text.slice(node.getChild('Identifier').from, node.getChild('Identifier').to));
      }
    },
  });
  return names;
}

/** An expression's value: samples, or a number. */
export const evaluate = (text, scrapes) => new Evaluation(text, scrapes).eval(parsed(text).topNode);
