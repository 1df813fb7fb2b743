// What is around the views: filters and the address, links, the colours, states that every view shares, the service's own answers.

import { describe } from 'node:test'
import { dayBefore, wholeWeeks } from '../api.mjs'
import { API, DAYS, assert, assertTiles, choose, close, csvOf, fewPeople, figures, open, settled, sharesBrowser, test, using } from '../harness.mjs'

const PEOPLE = ['active-users', 'adoption-rate']
const parameters = (page) => Object.fromEntries(new URL(page.url()).searchParams)

describe('shell', () => {
  sharesBrowser()

  test('each filter is in the address, changes the figures, and is taken back', () =>
    using('/', {}, async (page) => {
      const everyone = await figures(page)
      await choose(page, 'team', 'group:default/larkspur')
      await choose(page, 'period', 'week')
      await choose(page, 'zone', 'Pacific/Auckland')
      const week = wholeWeeks(1)
      assert.deepEqual(parameters(page), { team: 'group:default/larkspur', ...week, zone: 'Pacific/Auckland' })
      await assertTiles(page, PEOPLE, { ...week, team: 'group:default/larkspur', zone: 'Pacific/Auckland' })
      await choose(page, 'granularity', 'day')
      assert.equal(parameters(page).granularity, 'day')
      assert.equal((await csvOf(page, 'growth')).length, 1 + 14)
      await page.getByLabel('Compare').uncheck()
      await settled(page)
      assert.equal(parameters(page).compare, 'none')
      assert.equal(await page.locator('.tile .change').count(), 0)
      assert.equal((await csvOf(page, 'growth')).length, 1 + 7)
      for (let step = 0; step < 5; step++) await page.goBack()
      await settled(page)
      assert.deepEqual(parameters(page), {})
      assert.deepEqual(await figures(page), everyone)
      await page.goForward()
      await settled(page)
      assert.deepEqual(parameters(page), { team: 'group:default/larkspur' })
    }))

  test('days of one’s own', () =>
    using('/', {}, async (page) => {
      await page.locator('.filters select[name=period]').selectOption('custom')
      const days = { from: dayBefore(DAYS.to, 9), to: dayBefore(DAYS.to, 2) }
      await page.getByLabel('First day').fill(days.from)
      await page.getByLabel('Last day').fill(days.to)
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await settled(page)
      assert.deepEqual(parameters(page), days)
      await assertTiles(page, PEOPLE, days)
    }))

  test('the menu keeps team, days and zone', () =>
    using(`/?team=group:default/data&from=${DAYS.from}&to=${DAYS.to}&zone=Asia/Tokyo`, {}, async (page) => {
      for (const view of ['Teams', 'Features', 'Retention', 'Golden paths', 'Finding things', 'Getting on board', 'Campaigns', 'Surveys', 'Data health']) {
        await page.locator('#navigation').getByRole('link', { name: view, exact: true }).click()
        await settled(page)
        const { view: id, ...kept } = parameters(page)
        assert.deepEqual(kept, { team: 'group:default/data', ...DAYS, zone: 'Asia/Tokyo' })
        assert.equal(await page.locator('#navigation [aria-current=page]').innerText(), view)
        assert.equal(await page.locator('h1').evaluate((heading) => heading === document.activeElement), true, `${id}: the heading has the focus`)
      }
    }))

  test('the link to share writes the days out', () =>
    using('/?view=finding', {}, async (page) => {
      await page.getByRole('button', { name: 'Copy link' }).click()
      await page.getByRole('button', { name: 'Link copied' }).waitFor()
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${API}/?view=finding&from=${DAYS.from}&to=${DAYS.to}`)
    }))

  test('colours are chosen, and remembered', () =>
    using('/', {}, async (page) => {
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const light = await background()
      await page.getByRole('button', { name: 'Dark colours' }).click()
      const dark = await background()
      assert.notEqual(dark, light)
      await page.reload()
      await settled(page)
      assert.equal(await background(), dark)
    }))

  test('loading is said, and shows no figure', async () => {
    let release
    const held = new Promise((resolve) => (release = resolve))
    const page = await open('/', {
      unsettled: true,
      before: (fresh) =>
        fresh.route('**/api/v1/**', async (route) => {
          await held
          await route.continue()
        }),
    })
    try {
      await page.locator('.state.loading').first().waitFor()
      assert.ok((await page.locator('[aria-busy=true]').count()) > 4)
      assert.deepEqual(await figures(page), [])
      release()
      await settled(page)
      assert.equal(await page.locator('[aria-busy=true]').count(), 0)
      assert.ok((await figures(page)).length > 10)
      assert.deepEqual(page.faults, [])
    } finally {
      await close(page)
    }
  })

  test('a chart all of which is withheld says so', async () => {
    const { team, day } = await fewPeople()
    await using(`/?view=teams&team=${team}&from=${day}&to=${day}&granularity=day&compare=none`, {}, async (page) => {
      const chart = page.locator('[data-chart=growth]')
      assert.match(await chart.innerText(), /All of this is withheld[\s\S]*so few people/)
      assert.equal(await chart.locator('.canvas').count(), 0)
      assert.equal(await page.locator('.tile[data-kpi=active-users] .withheld').count(), 1)
    })
  })

  test('a view, a team and days that aren’t there explain themselves', async () => {
    await using('/?view=nowhere', {}, async (page) => assert.match(await page.locator('#content').innerText(), /There is no such view[\s\S]*nowhere/))
    await using('/?team=group:default/payment', { expect: 404 }, async (page) => {
      await page.getByRole('link', { name: 'group:default/payments' }).first().click()
      await settled(page)
      assert.equal(parameters(page).team, 'group:default/payments')
      await assertTiles(page, PEOPLE, { ...DAYS, team: 'group:default/payments' })
    })
    await using('/?from=2026-13-45&to=yesterday', {}, (page) => assertTiles(page, PEOPLE, DAYS))
  })

  test('the page may load nothing from elsewhere and be framed nowhere', async () => {
    const response = await fetch(`${API}/`)
    const policy = response.headers.get('content-security-policy')
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /script-src 'self'(;|$)/)
    assert.match(policy, /style-src 'self'(;|$)/)
    assert.match(policy, /frame-ancestors 'none'/)
  })
})
