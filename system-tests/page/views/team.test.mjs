import { ask, totals } from '../api.mjs'
import { DAYS, TODAY, assert, assertTiles, cells, said, settled, tableOf, test, using, view } from '../harness.mjs'

/** The first day of the month of whole weeks that begins nearest to a Monday; a week is of the month of its Thursday. */
function monthOfWeeks(day) {
  const plus = (date, days) => new Date(date.getTime() + days * 86_400_000)
  const begins = (monday) => plus(monday, 3).getUTCDate() <= 7
  const monday = new Date(`${day}T00:00:00Z`)
  for (let weeks = 0; ; weeks++) {
    for (const date of [plus(monday, -7 * weeks), plus(monday, 7 * weeks)]) if (begins(date)) return date.toISOString().slice(0, 10)
  }
}

const TEAM = 'group:default/payments'
const PATH = `/?view=teams&team=${TEAM}`

view('team', PATH, () => {
  test('its figures are the API’s', () =>
    using(PATH, {}, async (page) => {
      await assertTiles(page, ['adoption-rate', 'active-users', 'stickiness', 'minutes-saved'], { ...DAYS, team: TEAM })
      await assertTiles(page, ['checklist-progress'], { ...DAYS, to: TODAY, team: TEAM })
      const answers = await totals('adoption-rate', 'feature', { ...DAYS, team: TEAM })
      const { rows } = await ask('/api/v1/features', { limit: 1000 })
      const titles = new Map(rows.map((row) => [row.title, row.feature]))
      const shown = await tableOf(page, 'team-features')
      assert.equal(shown.length, answers.size)
      for (const [title, rate] of shown) assert.equal(rate, said(answers.get(titles.get(title))), title)
    }))

  test('says who could show it what', () =>
    using(PATH, {}, async (page) => {
      const { rows } = await ask('/api/v1/champions', { ...DAYS, team: TEAM, limit: 200 })
      const items = await page.locator('[data-chart=helpers] li').allInnerTexts()
      assert.equal(items.length, Math.min(5, rows.filter((row) => row.weak.team === TEAM).length) + Math.min(5, rows.filter((row) => row.strong.team === TEAM).length))
    }))

  test('lists whole months of weeks, what is only named last', () =>
    using(PATH, {}, async (page) => {
      const days = { from: monthOfWeeks(DAYS.from), to: TODAY }
      for (const list of ['templates', 'docs']) {
        const { rows } = await ask(`/api/v1/top/${list}`, { ...days, team: TEAM, limit: 8 })
        const card = page.locator(`[data-chart=top-${list}]`)
        assert.deepEqual((await cells(card)).map((line) => line.slice(1)), rows.map((row) => [said(row, 'count'), said(row, 'people')]))
        assert.match(await card.innerText(), /to today/)
      }
    }))

  test('leads to the teams above it', () =>
    using(PATH, {}, async (page) => {
      await page.getByRole('link', { name: 'Finance Technology' }).click()
      await settled(page)
      assert.equal(await page.locator('h1').innerText(), 'Finance Technology')
      assert.equal(await page.locator(`[data-chart=teams] tr[data-team="${TEAM}"]`).count(), 1)
    }))
})
