import { totals } from '../api.mjs'
import { DAYS, TODAY, assert, cells, said, settled, test, using, view } from '../harness.mjs'

view('teams', '/?view=teams', () => {
  test('each team’s row is the API’s', () =>
    using('/?view=teams', {}, async (page) => {
      const kpis = ['adoption-rate', 'active-users', 'minutes-saved']
      const [rates, ...others] = await Promise.all([...kpis.map((kpi) => totals(kpi, 'team', { ...DAYS, compare: 'previous' })), totals('checklist-progress', 'team', { ...DAYS, to: TODAY })])
      const card = page.locator('[data-chart=teams]')
      const teams = await card.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.dataset.team))
      const shown = await cells(card)
      assert.ok(teams.length > 20)
      teams.forEach((team, index) => {
        const [, headcount, rate, change, ...rest] = shown[index]
        const row = rates.get(team)
        assert.deepEqual(rest, others.map((answers) => said(answers.get(team))), team)
        if (headcount === 0) return
        assert.equal(headcount, row.headcount, team)
        assert.equal(rate, said(row), team)
        if (!row.withheld && !row.previousWithheld && row.previous !== null) assert.equal(change, row.value - row.previous, team)
      })
    }))

  test('leads to a team, and back', () =>
    using('/?view=teams&compare=none', {}, async (page) => {
      await page.getByRole('link', { name: 'Billing' }).click()
      await settled(page)
      const { searchParams } = new URL(page.url())
      assert.deepEqual(Object.fromEntries(searchParams), { view: 'teams', team: 'group:default/billing', compare: 'none' })
      assert.equal(await page.locator('h1').innerText(), 'Billing')
      await page.goBack()
      await settled(page)
      assert.equal(await page.locator('h1').innerText(), 'Teams')
    }))
})
