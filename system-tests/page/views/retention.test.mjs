import { ask, wholeWeeks } from '../api.mjs'
import { assert, cells, said, settled, tableOf, test, using, view } from '../harness.mjs'

const PATH = '/?view=retention'
const DAYS = wholeWeeks(12)

async function assertCohorts(page, granularity) {
  const { rows } = await ask('/api/v1/retention', { ...DAYS, granularity })
  const used = rows.filter((row) => row.withheld || row.people > 0)
  const shown = await cells(page.locator('[data-chart=cohorts]'))
  assert.equal(shown.length, used.length)
  used.forEach((row, index) => {
    const [title, ...values] = shown[index]
    assert.match(title, row.withheld ? /withheld/ : new RegExp(`· ${row.people} people`))
    assert.deepEqual(values.slice(0, row.cells.length), row.cells.map((cell) => said(cell, 'rate')), title)
    assert.ok(values.slice(row.cells.length).every((value) => value === ''))
  })
  return used
}

view('retention', PATH, () => {
  test('each cell is the API’s; the curve is their weighted mean', () =>
    using(PATH, {}, async (page) => {
      const used = (await assertCohorts(page, 'week')).filter((row) => !row.withheld)
      const [, first] = await tableOf(page, 'curve')
      const told = used.filter((row) => row.cells[1] && !row.cells[1].withheld && !row.cells[1].partial)
      const sum = (values) => values.reduce((total, value) => total + value, 0)
      assert.deepEqual(first.slice(1), [sum(told.map((row) => row.cells[1].value)) / sum(told.map((row) => row.people)), sum(told.map((row) => row.people))])
    }))

  test('months are chosen', () =>
    using(PATH, {}, async (page) => {
      await page.locator('#cohorts').selectOption('month')
      await settled(page)
      assert.equal(new URL(page.url()).searchParams.get('granularity'), 'month')
      await assertCohorts(page, 'month')
    }))
})
