import { ask } from '../api.mjs'
import { DAYS, assert, assertTiles, cells, said, settled, tableOf, test, using, view } from '../harness.mjs'

const PATH = '/?view=templates'

view('templates', PATH, () => {
  test('tiles and templates are the API’s', () =>
    using(PATH, {}, async (page) => {
      await assertTiles(page, ['template-runs', 'minutes-saved', 'money-saved', 'template-conversion', 'template-success-rate', 'days-to-first-run'], DAYS)
      const { rows } = await ask('/api/v1/templates', DAYS)
      const shown = await cells(page.locator('[data-chart=templates]'))
      assert.deepEqual(
        shown.map((row) => row.slice(1, 5)),
        rows.map((row) => [said(row, 'runs'), said(row, 'people'), said(row, 'successRate', row.successRateWithheld), said(row, 'minutesSaved')]),
      )
    }))

  test('the funnel of the template that is followed is the API’s', () =>
    using(PATH, {}, async (page) => {
      const { rows } = await ask('/api/v1/templates/funnel', DAYS)
      const row = rows.at(-1)
      await page.locator(`[data-chart=templates] tr[data-template="${row.template}"] a`).click()
      await settled(page)
      assert.equal(new URL(page.url()).searchParams.get('template'), row.template)
      const shown = await tableOf(page, 'funnel')
      assert.deepEqual(
        shown.map((line) => line.slice(1, 4)),
        row.stages.map((stage) => [said(stage, 'people'), stage.lost, said(stage, 'events')]),
      )
    }))

  test('the way from searching to creating is the API’s', () =>
    using(PATH, {}, async (page) => {
      const { rows } = await ask('/api/v1/funnel', { ...DAYS, steps: 'search,templates:open,templates:create' })
      assert.deepEqual((await tableOf(page, 'journey')).map((line) => line[1]), rows.map((row) => said(row, 'people')))
    }))

  test('time saved over time is the API’s', () =>
    using(PATH, {}, async (page) => {
      const { rows } = await ask('/api/v1/kpis/minutes-saved', { ...DAYS, granularity: 'week' })
      assert.deepEqual((await tableOf(page, 'saved')).map((line) => line[1]), rows.map((row) => said(row)))
    }))
})
