import { after } from 'node:test'
import { ask } from '../api.mjs'
import { API, DAYS, assert, figure, said, settled, tableOf, test, using, view } from '../harness.mjs'

const PATH = '/?view=campaigns'
const TITLE = 'Brown bag about search'

view('campaigns', PATH, () => {
  after(async () => {
    const { rows } = await ask('/api/v1/annotations', { limit: 200 })
    for (const { id } of rows.filter((row) => row.title === TITLE)) await fetch(`${API}/api/v1/annotations/${id}`, { method: 'DELETE' })
  })

  test('campaigns, the figure over time and the lift are the API’s', () =>
    using(PATH, {}, async (page) => {
      const { rows } = await ask('/api/v1/annotations', { limit: 200 })
      const campaigns = page.locator('[data-chart=campaigns] li')
      assert.deepEqual(await campaigns.evaluateAll((items) => items.map((item) => item.dataset.annotation)), rows.map((row) => row.id))
      const series = await ask('/api/v1/kpis/active-users', { ...DAYS, granularity: 'week' })
      assert.deepEqual((await tableOf(page, 'campaigns-over-time')).map((line) => line[1]), series.rows.map((row) => said(row)))
      const weeks = await page.locator('#weeks').inputValue()
      const lift = await ask(`/api/v1/annotations/${rows[0].id}/lift`, { kpi: 'active-users', weeks })
      assert.equal(await figure(page, 'lift'), lift.lift)
      assert.deepEqual((await tableOf(page, 'lift')).map((line) => line[3]), [lift.invited.change, lift.others.change, lift.lift])
    }))

  for (const [ago, weeks] of [[1, 1], [14, 1], [15, 2], [28, 3], [29, 4], [50, 4]]) {
    test(`${ago} days after a campaign, ${weeks} of its weeks can be compared`, async () => {
      const day = new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
      const added = await fetch(`${API}/api/v1/annotations`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ title: TITLE, kind: 'talk', firstDay: day, lastDay: day, teams: ['group:default/commerce'], features: [] }),
      })
      const { id } = await added.json()
      await using(`${PATH}&annotation=${id}&zone=UTC`, {}, async (page) => {
        assert.equal(await page.locator('#weeks').inputValue(), String(weeks))
        const { why } = await ask(`/api/v1/annotations/${id}/lift`, { kpi: 'active-users', weeks })
        assert.equal(why === "the weeks after it aren't over yet", ago < 8)
      })
      await fetch(`${API}/api/v1/annotations/${id}`, { method: 'DELETE' })
    })
  }

  test('another figure and other weeks are in the address', () =>
    using(PATH, {}, async (page) => {
      await page.locator('#campaign-kpi').selectOption('template-runs')
      await settled(page)
      await page.locator('#weeks').selectOption('1')
      await settled(page)
      const { searchParams } = new URL(page.url())
      assert.deepEqual([searchParams.get('kpi'), searchParams.get('weeks')], ['template-runs', '1'])
      const { rows } = await ask('/api/v1/annotations', { limit: 1 })
      const lift = await ask(`/api/v1/annotations/${rows[0].id}/lift`, { kpi: 'template-runs', weeks: 1 })
      assert.equal(await figure(page, 'lift'), lift.lift)
    }))

  test('a campaign is added, stands on the charts, and is deleted', () =>
    using(PATH, {}, async (page) => {
      await page.getByText('Add a campaign').click()
      const form = page.locator('.campaign-form')
      await form.getByLabel('What it is called').fill(TITLE)
      await form.getByLabel('Kind').selectOption('talk')
      await form.getByLabel('First day').fill(DAYS.to)
      await form.getByLabel('Last day').fill(DAYS.to)
      await form.getByLabel('Invited teams').selectOption(['group:default/billing', 'group:default/risk'])
      await form.getByLabel('About these features').selectOption(['search'])
      await form.getByLabel('Note').fill('Fifteen minutes at lunch.')
      await page.getByRole('button', { name: 'Add the campaign' }).click()
      await page.locator('[data-annotation].chosen', { hasText: TITLE }).waitFor()
      await settled(page)
      const added = async () => (await ask('/api/v1/annotations', { limit: 200 })).rows.find((row) => row.title === TITLE)
      const { id, ...rest } = await added()
      assert.deepEqual(rest, {
        title: TITLE,
        kind: 'talk',
        firstDay: DAYS.to,
        lastDay: DAYS.to,
        teams: ['group:default/billing', 'group:default/risk'],
        features: ['search'],
        note: 'Fifteen minutes at lunch.',
        link: '',
      })
      assert.equal(new URL(page.url()).searchParams.get('annotation'), id)
      const canvas = page.locator('[data-chart=campaigns-over-time] .canvas')
      const box = await canvas.boundingBox()
      await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.6)
      await page.locator('.tip', { hasText: TITLE }).waitFor()
      await page.getByRole('button', { name: 'Delete this campaign' }).click()
      await page.getByRole('button', { name: 'Really delete it?' }).click()
      await page.locator('[data-annotation]', { hasText: TITLE }).waitFor({ state: 'detached' })
      assert.equal(await added(), undefined)
    }))

  test('a campaign that can’t be is refused in words, and nothing is lost', async () => {
    await using(PATH, { expect: 400 }, async (page) => {
      await page.getByText('Add a campaign').click()
      const form = page.locator('.campaign-form')
      await form.getByLabel('What it is called').fill(TITLE)
      await form.getByLabel('First day').fill(DAYS.to)
      await form.getByLabel('Last day').fill(DAYS.from)
      await page.getByRole('button', { name: 'Add the campaign' }).click()
      const said = page.locator('.campaign-form [role=alert]')
      await said.waitFor()
      assert.match(await said.innerText(), /lastDay/)
      assert.equal(await form.getByLabel('What it is called').inputValue(), TITLE)
    })
  })
})
