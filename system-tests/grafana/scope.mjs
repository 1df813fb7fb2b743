// Fills variables in as Grafana does: ${name}, ${name:format}, $name, and the built-in ones of time.

const pad = (number, width = 2) => String(number).padStart(width, '0');

const dateText = (time, format) => format
  .replaceAll('YYYY', time.getUTCFullYear()).replaceAll('MM', pad(time.getUTCMonth() + 1)).replaceAll('DD', pad(time.getUTCDate()));

const FORMATS = {
  raw: value => value,
  percentencode: value => encodeURIComponent(value),
  sqlstring: value => `'${value.replaceAll('\'', '\'\'')}'`,
  queryparam: (value, name) => `var-${name}=${encodeURIComponent(value)}`,
};

/**
 * Values for variables, and a time.
 *
 * @param values by variable
 * @param from and to, dates; intervalSeconds is what a panel of usual width would get
 */
export class Scope {
  constructor(values, from, to, intervalSeconds = 3600) {
    Object.assign(this, { values, from, to, intervalSeconds });
  }

  /** Text with everything filled in; what can't be is an error, where Grafana would leave it as it is. */
  fill(text) {
    const filled = text.replaceAll(/\$\{(\w+)(?::([^}]+))?\}|\$(\w+)/g, (all, braced, format, plain) => this.#value(braced ?? plain, format) ?? all);
    const left = filled.match(/\$\{\w[^}]*\}/);
    if (left) {
      throw new Error(`nothing fills ${left[0]} in: ${text}`);
    }
    return filled;
  }

  #value(name, format) {
    if (name === '__from' || name === '__to') {
      return this.#time(name === '__from' ? this.from : this.to, format);
    }
    if (name === '__rate_interval') {
      return `${Math.max(4 * 15, this.intervalSeconds)}s`;
    }
    if (name === '__url_time_range') {
      return `from=${this.from.getTime()}&to=${this.to.getTime()}`;
    }
    if (name.startsWith('__') || !(name in this.values)) {
      return undefined;
    }
    const write = FORMATS[format ?? 'raw'];
    if (!write) {
      throw new Error(`unknown format ${format}`);
    }
    return write(this.values[name], name);
  }

  #time(time, format) {
    return format?.startsWith('date:') ? dateText(time, format.slice('date:'.length)) : String(time.getTime());
  }
}

const DAY = 86_400_000;

/** Whole ISO weeks in UTC that ended last: now-<weeks>w/w to now-1w/w. */
export function wholeWeeks(weeks, now = new Date()) {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const monday = today - ((now.getUTCDay() + 6) % 7) * DAY;
  return [new Date(monday - weeks * 7 * DAY), new Date(monday - 1)];
}

/** The times that dashboards open with, and no others. */
export function timesOf({ from, to }, now = new Date()) {
  const weeks = from.match(/^now-(\d+)w\/w$/);
  if (weeks && to === 'now-1w/w') {
    return wholeWeeks(Number(weeks[1]), now);
  }
  const hours = from.match(/^now-(\d+)h$/);
  if (hours && to === 'now') {
    return [new Date(now.getTime() - Number(hours[1]) * 3_600_000), now];
  }
  throw new Error(`unknown time ${from} to ${to}`);
}
