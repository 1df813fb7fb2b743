import { ask, dayBefore } from '../api.mjs'
import { assert, figure, said, test, using, view } from '../harness.mjs'

const PATH = '/?view=health'

view('health', PATH, () => {
  test('the books are the API’s, and add up', () =>
    using(PATH, {}, async (page) => {
      const today = new Date().toISOString().slice(0, 10)
      const answer = await ask('/api/v1/data-health', { from: dayBefore(today, 27), to: today })
      assert.ok(answer.received > 1000)
      assert.deepEqual(
        [await figure(page, 'received'), await figure(page, 'rejected'), await figure(page, 'without-team'), await figure(page, 'other-feature')],
        [answer.received, answer.rejected, said(answer.withoutTeam, 'share'), said(answer.otherFeature, 'share')],
      )
      for (const [id, parts] of Object.entries({ received: ['accepted', 'rejected'], accepted: ['folded', 'duplicate', 'late', 'unusable'] })) {
        const equation = page.locator(`[data-equation=${id}]`)
        const part = async (name) => Number(await equation.locator(`[data-part=${name}] data`).getAttribute('value'))
        const amounts = await Promise.all(parts.map(part))
        assert.equal(await part(id), answer.equations[id].left)
        assert.equal(amounts.reduce((sum, amount) => sum + amount), answer.equations[id].right)
        assert.equal(await equation.locator('.verdict.good').count(), answer.equations[id].holds ? 1 : 0)
      }
    }))
})
