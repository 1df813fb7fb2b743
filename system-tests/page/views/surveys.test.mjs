import { ask } from '../api.mjs'
import { DAYS, assert, choose, figure, said, tableOf, test, using, view } from '../harness.mjs'

const PATH = '/?view=surveys'

async function assertSurvey(page, team) {
  const { rows } = await ask('/api/v1/surveys')
  const { questions } = await ask(`/api/v1/surveys/${rows[0].survey}`, { ...DAYS, team, granularity: 'week' })
  assert.ok(questions.length > 2)
  for (const question of questions) {
    const place = `[data-question="${question.id}"]`
    assert.equal(await page.locator(`${place} > h2`).innerText(), question.text)
    assert.equal(await figure(page, 'response', place), said(question, 'responseRate'))
    if (question.kind === 'nps') assert.equal(await figure(page, 'nps', place), said(question, 'nps'))
    if (question.kind === 'five-point') assert.equal(await figure(page, 'mean', place), said(question, 'mean'))
    if (question.distribution?.some((row) => !row.withheld)) assert.deepEqual((await tableOf(page, `distribution-${question.id}`)).map((line) => line[1]), question.distribution.map((row) => said(row, 'people')))
    if (question.texts?.length > 0) assert.ok((await page.locator(`${place} .quotes`).innerText()).includes(question.texts[0]))
  }
}

view('surveys', PATH, () => {
  test('each question’s figures are the API’s', () => using(PATH, {}, (page) => assertSurvey(page, 'org')))

  test('and those of a team', () =>
    using(PATH, {}, async (page) => {
      await choose(page, 'team', 'group:default/commerce')
      await assertSurvey(page, 'group:default/commerce')
    }))
})
