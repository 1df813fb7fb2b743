import { ask } from '../api.mjs'
import { DAYS, assert, assertTiles, cells, said, tableOf, test, using, view } from '../harness.mjs'

const PATH = '/?view=finding'

view('finding', PATH, () => {
  test('tiles and rates over time are the API’s', () =>
    using(PATH, {}, async (page) => {
      await assertTiles(page, ['searches', 'search-success-rate', 'zero-result-rate', 'result-rank', 'docs-not-found'], DAYS)
      const series = await Promise.all(['search-success-rate', 'zero-result-rate'].map((kpi) => ask(`/api/v1/kpis/${kpi}`, { ...DAYS, granularity: 'week' })))
      const [success, zero] = series.map((answer) => answer.rows.map((row) => said(row)))
      assert.deepEqual((await tableOf(page, 'search-rates')).map((line) => line.slice(1)), success.map((value, index) => [value, zero[index]]))
    }))

  for (const [list, limit] of [
    ['search-terms', 15],
    ['zero-result-terms', 15],
    ['not-found-docs', 8],
  ]) {
    test(`${list} are the API’s`, () =>
      using(PATH, {}, async (page) => {
        const { rows, withheldItems } = await ask(`/api/v1/top/${list}`, { ...DAYS, limit })
        const card = page.locator(`[data-chart=${list}]`)
        assert.ok(rows.length > 0)
        assert.deepEqual(await card.locator('tbody tr').evaluateAll((lines) => lines.map((line) => line.dataset.item)), rows.map((row) => row.item))
        assert.deepEqual((await cells(card)).map((line) => line.slice(1, 3)), rows.map((row) => [said(row, 'count'), said(row, 'people')]))
        if (withheldItems > 0) assert.match(await card.innerText(), new RegExp(`${withheldItems} more`))
      }))
  }
})
