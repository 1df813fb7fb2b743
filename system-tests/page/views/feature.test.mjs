import { ask, dayBefore, totals } from '../api.mjs'
import { DAYS, assert, assertTiles, said, tableOf, test, using, view } from '../harness.mjs'

// So many use it that most teams are told of, whatever day it is.
const FEATURE = 'software-catalog'
const PATH = `/?view=features&feature=${FEATURE}`

view('feature', PATH, () => {
  test('its figures are the API’s', () =>
    using(PATH, {}, async (page) => {
      await assertTiles(page, ['active-users', 'adoption-rate', 'stickiness', 'page-views', 'interactions'], { ...DAYS, feature: FEATURE })
      const { rows } = await ask('/api/v1/growth', { from: dayBefore(DAYS.from, 28), to: DAYS.to, granularity: 'week', feature: FEATURE })
      assert.deepEqual((await tableOf(page, 'growth')).map((cells) => cells[1]), rows.map((row) => row.active ?? 'withheld'))
    }))

  test('its teams are the API’s', () =>
    using(PATH, {}, async (page) => {
      const rates = await totals('adoption-rate', 'team', { ...DAYS, feature: FEATURE })
      const titles = new Map((await ask('/api/v1/teams', { limit: 1000 })).rows.map((row) => [row.title, row.team]))
      const shown = await tableOf(page, 'feature-teams')
      assert.ok(shown.length > 10)
      for (const [title, rate] of shown) assert.equal(rate, said(rates.get(titles.get(title))), title)
    }))

  test('says who could show it whom', async () => {
    const pairs = async (feature) => (await ask('/api/v1/champions', { ...DAYS, feature, limit: 6 })).rows
    const features = (await ask('/api/v1/features', { limit: 1000 })).rows.map((row) => row.feature)
    const answers = await Promise.all(features.map(async (feature) => [feature, await pairs(feature)]))
    const [feature, rows] = answers.find(([, found]) => found.length > 0)
    await using(`/?view=features&feature=${feature}`, {}, async (page) => {
      const items = page.locator('[data-chart=champions] li')
      assert.equal(await items.count(), rows.length)
      for (const [index, row] of rows.entries()) assert.deepEqual(await items.nth(index).locator('a').allInnerTexts(), [row.strong.title, row.weak.title])
    })
  })
})
