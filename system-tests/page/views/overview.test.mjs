import { ask, dayBefore, total, totals, written } from '../api.mjs'
import { DAYS, assert, assertTiles, choose, csvOf, settled, tableOf, test, using, view } from '../harness.mjs'

const KPIS = ['active-users', 'adoption-rate', 'stickiness', 'minutes-saved', 'template-runs']

view('overview', '/', () => {
  test('tiles say what the API says, and how that compares', () =>
    using('/', {}, async (page) => {
      await assertTiles(page, KPIS, DAYS)
      const row = await total('active-users', { ...DAYS, compare: 'previous' })
      assert.equal(Number(await page.locator('.tile[data-kpi=active-users] .change data').getAttribute('value')), row.value - row.previous)
      const money = await ask('/api/v1/kpis/money-saved', { ...DAYS, granularity: 'total' })
      assert.equal(await page.locator('.tile [data-kpi=money-saved] data').innerText(), written(money.rows[0].value, money.unit))
    }))

  test('growth is the API’s, with the weeks compared with', () =>
    using('/', {}, async (page) => {
      const { rows } = await ask('/api/v1/growth', { from: dayBefore(DAYS.from, 28), to: DAYS.to, granularity: 'week' })
      const shown = await tableOf(page, 'growth')
      const parts = ['active', 'returning', 'resurrected', 'new', 'dormant']
      assert.equal(shown.length, 8)
      assert.deepEqual(shown.map((cells) => cells.slice(1)), rows.map((row) => parts.map((part) => row[part] ?? 'withheld')))
    }))

  test('what moved most is the largest rise of the API’s', () =>
    using('/', {}, async (page) => {
      const features = [...(await totals('active-users', 'feature', { ...DAYS, compare: 'previous' })).values()]
      const rises = features.filter((row) => row.value !== null && row.previous != null).map((row) => row.value - row.previous)
      const first = page.locator('[data-chart=moved-features] li').first()
      assert.equal(Number(await first.locator('.change data').getAttribute('value')), Math.max(...rises))
      await first.locator('a').click()
      await settled(page)
      const feature = new URL(page.url()).searchParams.get('feature')
      const row = features.find((each) => each.feature === feature)
      assert.equal(row.value - row.previous, Math.max(...rises))
    }))

  test('the CSV of what moved has every feature in use, as the API says', () =>
    using('/', {}, async (page) => {
      const { rows: features } = await ask('/api/v1/features', { limit: 10_000 })
      const used = new Map(features.filter((each) => each.used).map((each) => [each.feature, each.title]))
      const told = [...(await totals('active-users', 'feature', { ...DAYS, compare: 'previous' })).values()].filter((row) => used.has(row.feature))
      const expected = told.map((row) => {
        const known = !row.withheld && !row.previousWithheld
        return [used.get(row.feature), row.withheld ? 'withheld' : `${row.value}`, row.previousWithheld ? 'withheld' : `${row.previous}`, known ? `${row.value - row.previous}` : '']
      })
      const [head, ...lines] = await csvOf(page, 'moved-features')
      assert.deepEqual(head, ['Feature', 'People', 'People before', 'Change'])
      assert.deepEqual(lines.sort(), expected.sort())
    }))

  test('a feature and a team narrow it', () =>
    using('/', {}, async (page) => {
      await choose(page, 'team', 'group:default/commerce')
      await choose(page, 'feature', 'templates')
      assert.match(page.url(), /team=group:default\/commerce/)
      await assertTiles(page, KPIS, { ...DAYS, team: 'group:default/commerce', feature: 'templates' })
    }))
})
