import { ask } from '../api.mjs'
import { DAYS, TODAY, assert, cells, figure, said, settled, tableOf, test, using, view } from '../harness.mjs'

const PATH = '/?view=onboarding'

/** The first day of a month, so many before this. */
function firstOfMonth(before) {
  const [year, month] = TODAY.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - before, 1)).toISOString().slice(0, 10)
}

async function assertOnboarding(page, path) {
  const answer = await ask('/api/v1/onboarding', { ...DAYS, to: TODAY, path })
  const { newcomers } = await ask('/api/v1/onboarding', { from: firstOfMonth(2), to: TODAY })
  assert.deepEqual(
    [await figure(page, 'progress'), await figure(page, 'unlocked'), await figure(page, 'joined'), await figure(page, 'within-7'), await figure(page, 'within-30')],
    [said(answer, 'progress'), said(answer, 'unlocked', answer.unlockedWithheld), newcomers.joined, said(newcomers.within7Days, 'rate'), said(newcomers.within30Days, 'rate')],
  )
  assert.deepEqual(
    (await cells(page.locator('[data-chart=checklist]'))).map((line) => line.slice(1, 4)),
    answer.features.map((row) => [said(row, 'share'), said(row, 'people'), said(row, 'medianDays', row.medianWithheld)]),
  )
  assert.deepEqual(await page.locator('[data-chart=ladder] li').evaluateAll((steps) => steps.map((step) => step.dataset.feature)), answer.ladder.map((row) => row.feature))
  assert.deepEqual((await tableOf(page, 'distribution')).map((line) => line[1]), answer.distribution.map((row) => said(row, 'people')))
}

view('onboarding', PATH, () => {
  test('everything on it is the API’s', () => using(PATH, {}, (page) => assertOnboarding(page)))

  test('a path of its own is chosen', () =>
    using(PATH, {}, async (page) => {
      await page.locator('#path').selectOption('newcomer')
      await settled(page)
      assert.equal(new URL(page.url()).searchParams.get('path'), 'newcomer')
      await assertOnboarding(page, 'newcomer')
    }))

  test('progress over time is the API’s', () =>
    using(PATH, {}, async (page) => {
      const { rows } = await ask('/api/v1/kpis/checklist-progress', { ...DAYS, granularity: 'week' })
      assert.deepEqual((await tableOf(page, 'progress')).map((line) => line[1]), rows.map((row) => said(row)))
    }))
})
