// Evaluates every alert rule against a running demo, and with numbers that ought to make it fire:
//   node grafana/alerts.live.mjs --ingest URL --api URL --clickhouse URL --streams URL
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleGroups } from './files.mjs';
import { assertMetricsExist } from './later.mjs';
import { instancesOf } from './rules.mjs';
import { Scope } from './scope.mjs';
import { metricNames, run } from './stack.mjs';

const scopeOf = ({ from, to }) => new Scope({}, new Date(Date.now() - from * 1000), new Date(Date.now() - to * 1000), 60);

for (const group of ruleGroups()) {
  for (const rule of group.rules) {
    test(`${group.name}: ${rule.title}`, async () => {
      const instances = await instancesOf(rule, async (model, range) => {
        if (model.expr) {
          assertMetricsExist(model.expr, await metricNames());
        }
        const frame = await run(model, scopeOf(range));
        const missing = (model.columns ?? []).filter(each => !frame.seen.includes(each.selector));
        assert.ok(frame.length === 0 || missing.length === 0, `no answer has ${missing.map(each => each.selector)}`);
        return frame;
      });
      assert.ok(instances.length > 0, 'no answer');
      for (const { labels, value, fires } of instances) {
        assert.equal(typeof value, 'number', JSON.stringify(labels));
        assert.ok(group.name !== 'Pipeline' || !fires, `fires on a demo that is well: ${JSON.stringify({ labels, value })}`);
      }
    });

    test(`${group.name}: ${rule.title} can fire`, async () => {
      const { evaluator } = rule.data.at(-1).model.conditions[0];
      const worse = evaluator.type === 'gt' ? evaluator.params[0] * 2 + 1 : evaluator.params[0] / 2;
      const math = rule.data.find(each => each.model.type === 'math');
      const planted = { A: math ? 0 : worse, B: 1 };
      const instances = await instancesOf(rule, async model => ({ fields: { value: [planted[model.refId]] }, length: 1, seen: ['value'] }));
      assert.deepEqual(instances.map(each => each.fires), [true]);
    });
  }
}
