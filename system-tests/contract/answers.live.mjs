// Holds the answers of a running demo against the API's own document:
//   node contract/answers.live.mjs --api URL
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Document } from './document.mjs';

const { values: { api } } = parseArgs({ options: { api: { type: 'string', default: 'http://127.0.0.1:8481' } } });

const document = new Document(readFileSync(fileURLToPath(new URL('../../schemas/src/main/resources/footlights/openapi/query.yaml', import.meta.url)), 'utf8'));

const day = days => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const weeks = `from=${day(-56)}&to=${day(-1)}`;
const json = async path => (await fetch(api + path)).json();

const teams = (await json('/api/v1/teams?limit=10000')).rows.filter(each => each.active && each.team !== 'org');
const leaf = teams.find(each => !teams.some(other => other.parent === each.team)).team;
const [survey] = (await json('/api/v1/surveys')).rows;
const [annotation] = (await json('/api/v1/annotations')).rows;
const insights = type => `?type=${type}&start_date=${day(-28)}&end_date=${day(-1)}&timezone=UTC`;
const sample = 'a-contract-sample';
const body = change => JSON.stringify({ title: 'A sample', kind: 'talk', firstDay: '2001-01-01', ...change });

/** What is asked of each operation, in this order: paths from where the operation's own ends, or {path, body, status, why there is no other}. */
const QUESTIONS = {
  'get /api/v1/kpis': ['', { path: '?x=y', status: 200 }],
  'get /api/v1/kpis/{id}': [
    ...document.choices('get /api/v1/kpis/{id}', 'id').map(id => `/${id}?${weeks}&granularity=total&compare=previous`),
    `/active-users?${weeks}&granularity=week&groupBy=team,feature&compare=previous`,
    `/adoption-rate?${weeks}&granularity=month&groupBy=team&zone=Asia/Kolkata`,
    { path: '/active-user', status: 404 }, { path: '/active-users?from=x', status: 400 }, { path: `/active-users?${weeks}&format=csv`, status: 200 },
  ],
  'get /api/v1/scorecard': [
    `?kpis=active-users,adoption-rate,stickiness,minutes-saved,template-runs,money-saved&${weeks}&granularity=total&compare=previous`, `?kpis=events&team=${leaf}&${weeks}&granularity=week`,
    { path: '', status: 400 }, { path: '?kpis=active-users,x', status: 404 }, { path: `?kpis=searches&${weeks}&format=csv`, status: 400 },
  ],
  'get /api/v1/matrix': [`?${weeks}&compare=previous`, `?kpi=adoption-rate&team=${leaf}&${weeks}`, { path: '?kpi=x', status: 404 }],
  'get /api/v1/growth': [`?${weeks}&granularity=week&groupBy=team`, `?${weeks}&granularity=month&groupBy=feature`],
  'get /api/v1/retention': [`?${weeks}`, `?${weeks}&team=${leaf}&granularity=month`],
  'get /api/v1/top/{list}': [
    ...document.choices('get /api/v1/top/{list}', 'list').flatMap(list => [`/${list}?${weeks}&compare=previous`, `/${list}?${weeks}&team=${leaf}&order=growth`]),
    { path: '/tops', status: 404 },
  ],
  'get /api/v1/inactive': [`?${weeks}`, `?team=${leaf}&${weeks}`],
  'get /api/v1/funnel': [`?steps=templates:open,templates:create&groupBy=team&${weeks}`, { path: '', status: 400 }],
  'get /api/v1/templates': [`?${weeks}`, `?team=${leaf}&${weeks}`],
  'get /api/v1/templates/funnel': [`?${weeks}`, `?team=${leaf}&${weeks}`],
  'get /api/v1/searches': [`?${weeks}`, `?team=${leaf}&${weeks}`],
  'get /api/adoption-insights/events': [
    ...document.choices('get /api/adoption-insights/events', 'type').map(insights), `${insights('active_users')}&grouping=hourly`, { path: '', status: 400 },
  ],
  'get /api/v1/teams': ['', '?search=a&limit=3'],
  'get /api/v1/features': [''],
  'get /api/v1/onboarding': [`?${weeks}`, `?team=${leaf}&${weeks}`, { path: '?path=x', status: 404 }],
  'get /api/v1/onboarding/people': [{ path: '', status: 403, why: 'the demo withholds small groups, so it tells nothing of single people' }],
  'get /api/v1/annotations': ['', `?team=${leaf}&${weeks}`],
  'post /api/v1/annotations': [{ path: '', body: body({ id: sample }), status: 201 }, { path: '', body: body({ id: sample }), status: 409 }, { path: '', body: '{}', status: 400 }],
  'get /api/v1/annotations/{id}': [`/${sample}`, { path: '/x', status: 404 }],
  'put /api/v1/annotations/{id}': [{ path: `/${sample}`, body: body({ note: 'Changed', link: 'https://footlights.example', teams: [leaf] }), status: 200 }],
  'get /api/v1/annotations/{id}/lift': [`/${annotation.id}/lift`, `/${annotation.id}/lift?kpi=events&weeks=1`, `/${sample}/lift`],
  'delete /api/v1/annotations/{id}': [{ path: `/${sample}`, status: 204 }, { path: `/${sample}`, status: 404 }],
  'get /api/v1/champions': [`?${weeks}`, `?team=${leaf}&${weeks}`, `?feature=techdocs&${weeks}`],
  'get /api/v1/surveys': [''],
  'get /api/v1/surveys/{id}': [`/${survey.survey}?${weeks}&granularity=week`, `/${survey.survey}?team=${leaf}&${weeks}&granularity=month`, { path: '/x', status: 404 }],
  'get /api/v1/checks': [`?to=${day(-1)}&weeks=8`, `?team=${leaf}&to=${day(-1)}`],
  'get /api/v1/data-health': [`?${weeks}`, ''],
  'get /api/v1/reports/weekly': ['?format=json', `?format=json&team=${leaf}`, { path: '?format=md', status: 200 }, { path: '?week=2026', status: 400 }],
  'get /api/v1/reports/deliveries': [''],
  'post /api/v1/reports/deliveries/{id}/again': [{ path: '/x/again', status: 404, why: 'the demo delivers nothing; ReportDeliveryTest of the query API does' }],
  'get /api/v1/reports/unsubscribe': [{ path: '?token=x', status: 404, why: 'the demo sends no mail' }],
  'post /api/v1/reports/unsubscribe': [{ path: '?token=x', body: '', status: 404, why: 'the demo sends no mail' }],
  'get /api/v1/alerts': [''],
  'post /api/v1/alerts/{id}/mute': [{ path: '/x/mute?until=2099-01-01', status: 404, why: 'the demo has no rules; AlertsTest of the query API does' }],
  'post /api/v1/alerts/{id}/unmute': [{ path: '/x/unmute', status: 404, why: 'the demo has no rules; AlertsTest of the query API does' }],
};

test('every operation that is described is asked for, and none else', () => {
  assert.deepEqual(Object.keys(QUESTIONS).sort(), document.operations().sort());
});

for (const operation of document.operations()) {
  test(`${operation} says what it answers with`, () => {
    assert.ok(document.describes(operation), 'an answer is no more than an object');
  });
}

for (const [operation, questions] of Object.entries(QUESTIONS)) {
  const [method, path] = operation.split(' ');
  const [start] = path.split('/{');
  for (const each of questions) {
    const { path: rest, status = 200, body: sent } = typeof each === 'string' ? { path: each } : each;
    test(`${method} ${start}${rest} answers ${status} as is described`, async () => {
      const response = await fetch(api + start + rest, {
        method: method.toUpperCase(), body: sent, headers: sent === undefined ? {} : { 'Content-Type': 'application/json' },
      });
      const text = await response.text();
      assert.equal(response.status, status, text);
      assert.deepEqual(document.differences(operation, response.status, response.headers.get('content-type'), text), []);
    });
  }
}
