// Runs Red Hat's published Adoption Insights module, as it is, against ingest: node adoption-insights.mjs INGEST_URL USER
// The first delivery is cut off after ingest has taken it and before its answer reaches the module, which sends it again.
// Prints each event as it was posted, one JSON per line, then how often it was delivered.
import { createServer } from 'node:http';
import { AdoptionInsightsAnalyticsApi } from
  '../node_modules/@red-hat-developer-hub/backstage-plugin-analytics-module-adoption-insights/dist/api/AdoptionInsightsAnalyticsApi.esm.js';

const [ingest, user] = process.argv.slice(2);
globalThis.window = globalThis;
console.error = () => {};

const posted = new Map();
let deliveries = 0;
const proxy = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const answer = await fetch(ingest + request.url, {
    method: request.method, body,
    headers: { 'Content-Type': request.headers['content-type'], Authorization: request.headers.authorization },
  });
  const text = await answer.text();
  if (answer.status !== 200 || text.replace(/\s/g, '') !== '{"success":true,"message":"Eventreceived"}') {
    throw new Error(`ingest answered ${answer.status} ${text}`);
  }
  deliveries++;
  for (const event of JSON.parse(body)) posted.set(JSON.stringify(event), event);
  if (deliveries === 1) request.socket.destroy();
  else response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(text);
});
await new Promise(resolve => proxy.listen(0, '127.0.0.1', resolve));

const module = AdoptionInsightsAnalyticsApi.fromConfig(
  {
    getString: () => `http://127.0.0.1:${proxy.address().port}`,
    getOptionalNumber: key => (key.endsWith('flushInterval') ? 200 : 4),
    getOptionalBoolean: () => false,
  },
  { identityApi: {
    getBackstageIdentity: async () => ({ userEntityRef: user, ownershipEntityRefs: [] }),
    getCredentials: async () => ({ token: 'a.backstage.token' }),
  } });

const captured = [
  { action: 'navigate', subject: '/catalog?filters[kind]=component', context: { pluginId: 'catalog', extensionId: 'page:catalog' } },
  { action: 'navigate', subject: '/docs/default/component/service-1/', attributes: { kind: 'component', namespace: 'default', name: 'service-1' },
    context: { pluginId: 'techdocs', routeRef: 'techdocs:entity', extension: 'App' } },
  { action: 'search', subject: 'pay', value: 12, context: { pluginId: 'search', searchTypes: 'software-catalog' } },
  { action: 'create', subject: 'Task has been created', value: 42.5, attributes: { templateSteps: 3 },
    context: { pluginId: 'scaffolder', entityRef: 'template:default/service' } },
  { action: 'click', subject: 'Refresh', context: { pluginId: 'catalog', extensionId: 'entity-content:kubernetes/pods' } },
];
for (const event of captured) {
  await module.captureEvent(event);
  await new Promise(resolve => setTimeout(resolve, 5));
}
while (posted.size < captured.length || deliveries < 2) await new Promise(resolve => setTimeout(resolve, 20));
await new Promise(resolve => setTimeout(resolve, 500));

for (const event of posted.keys()) console.log(event);
console.log(`deliveries ${deliveries}`);
process.exit(0);
