import { ask, totals } from '../api.mjs'
import { DAYS, assert, cells, csvOf, fewPeople, said, settled, test, using, view } from '../harness.mjs'

const PATH = '/?view=features'

/** The matrix as it is shown, `team title feature title` to figure, is the API's. */
async function assertMatrix(page, kpi) {
  const { rows } = await ask('/api/v1/matrix', { ...DAYS, kpi, limit: 10_000 })
  const titles = async (path, key) => new Map((await ask(path, { limit: 1000 })).rows.map((row) => [row[key], row.title]))
  const [teams, features] = [await titles('/api/v1/teams', 'team'), await titles('/api/v1/features', 'feature')]
  const figures = new Map(rows.map((row) => [`${teams.get(row.team)} ${features.get(row.feature)}`, said(row)]))
  const card = page.locator('[data-chart=matrix]')
  const heads = await card.locator('thead th').allTextContents()
  const shown = await cells(card)
  assert.ok(heads.length > 10 && shown.length > 20)
  for (const [team, ...values] of shown) values.forEach((value, index) => figures.has(`${team} ${heads[index]}`) && assert.equal(value, figures.get(`${team} ${heads[index]}`), `${team} ${heads[index]}`))
  const [, ...csv] = await csvOf(page, 'matrix')
  for (const [team, feature, value] of csv) assert.equal(value, String(figures.get(`${team} ${feature}`) ?? ''), `${team} ${feature}`)
  assert.ok(csv.length > 200)
}

view('features', PATH, () => {
  test('each cell of the matrix is the API’s, on the page and in the CSV', () => using(PATH, {}, (page) => assertMatrix(page, 'adoption-rate')))

  test('the matrix shows another figure', () =>
    using(PATH, {}, async (page) => {
      await page.locator('#matrix-kpi').selectOption('events')
      await settled(page)
      assert.equal(new URL(page.url()).searchParams.get('kpi'), 'events')
      await assertMatrix(page, 'events')
    }))

  test('each feature’s row is the API’s', () =>
    using(PATH, {}, async (page) => {
      const [rates, people, events] = await Promise.all(['adoption-rate', 'active-users', 'events'].map((kpi) => totals(kpi, 'feature', DAYS)))
      const card = page.locator('[data-chart=features]')
      const features = await card.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.dataset.feature))
      const shown = await cells(card)
      assert.equal(features.length, people.size)
      features.forEach((feature, index) => {
        const [, rate, , active, uses] = shown[index]
        assert.deepEqual([rate, active, uses], [rates, people, events].map((answers) => said(answers.get(feature))), feature)
      })
    }))

  test('what is withheld says why', async () => {
    const { team, day } = await fewPeople()
    await using(`${PATH}&team=${team}&from=${day}&to=${day}`, {}, async (page) => {
      await page.locator('[data-chart=features] .meter .withheld:visible .term').first().hover()
      assert.match(await page.locator('.bubble').innerText(), /^Withheld: (this is about so few people that|with this figure, one about too few people)/)
    })
  })

  test('leads to a feature', () =>
    using(PATH, {}, async (page) => {
      await page.locator('[data-chart=features] tr[data-feature=techdocs] a').click()
      await settled(page)
      assert.equal(await page.locator('h1').innerText(), 'TechDocs')
    }))
})
