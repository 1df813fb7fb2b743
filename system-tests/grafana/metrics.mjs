// What Prometheus would have: two scrapes of each service, a moment apart, with the jobs' names and `up`.
const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? ([^ ]+)/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;

/** Samples of the text format: {labels, value}, the name being the label __name__. */
export const samplesOf = (text, job) => text.split('\n').filter(line => line && !line.startsWith('#')).map(line => {
  const [, name, labels, value] = line.match(LINE) ?? (() => { throw new Error(`not a sample: ${line}`); })();
  const pairs = [...(labels ?? '').matchAll(LABEL)].map(([, label, content]) => [label, content.replaceAll(/\\(.)/g, '$1')]);
  return { labels: { ...Object.fromEntries(pairs), __name__: name, job, instance: job }, value: Number(value.replace('+Inf', 'Infinity')) };
});

async function scrape(services) {
  const all = await Promise.all(Object.entries(services).map(async ([job, url]) => {
    const response = await fetch(`${url}/metrics`);
    const up = { labels: { __name__: 'up', job, instance: job }, value: response.ok ? 1 : 0 };
    return [up, ...samplesOf(await response.text(), job)];
  }));
  return { time: Date.now() / 1000, samples: all.flat() };
}

/**
 * Two scrapes.
 *
 * @param services base URL by job
 */
export async function scrapes(services) {
  const first = await scrape(services);
  await new Promise(resolve => setTimeout(resolve, 1000));
  return [first, await scrape(services)];
}
