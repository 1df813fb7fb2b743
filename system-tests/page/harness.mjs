// What must hold of every view, and the browser that the tests share.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { launch } from './chromium.mjs'
import { API, OUT } from './options.mjs'
import { ask, dayBefore, wholeWeeks, written } from './api.mjs'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PATIENCE = 20_000

export { API, assert, test }

let browser = null

/** A page that remembers every fault it had. */
export async function open(path, options = {}) {
  const context = await browser.newContext({
    viewport: options.phone ? { width: 360, height: 740 } : { width: 1280, height: 860 },
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  page.faults = []
  page.on('console', (message) => message.type() === 'error' && page.faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => page.faults.push(`error: ${error.message}`))
  // What the page asked for is given up when it is left.
  page.on('requestfailed', (request) => request.failure().errorText === 'net::ERR_ABORTED' || page.faults.push(`failed: ${request.url()}`))
  page.on('request', (request) => new RegExp(`^(${API}/|data:|blob:)`).test(request.url()) || page.faults.push(`elsewhere: ${request.url()}`))
  page.on('response', (response) => response.status() >= 400 && page.faults.push(`${response.status()}: ${response.url()}`))
  if (options.before) await options.before(page)
  await page.goto(API + path)
  if (!options.unsettled) await settled(page)
  return page
}

/** Waits until everything asked for is there and every chart is drawn, looking at every frame or every so many milliseconds. */
export async function settled(page, polling = 'raf') {
  await page.waitForFunction(
    () => {
      const content = document.querySelector('#content')
      const canvases = [...content.querySelectorAll('.canvas')].filter((canvas) => canvas.offsetParent !== null)
      return content.querySelector('h1') && !content.querySelector('.loading') && canvases.every((canvas) => canvas.dataset.drawn)
    },
    null,
    { timeout: PATIENCE, polling },
  )
}

export async function close(page) {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.context().close()
}

/** A page, something done with it, and no fault in it but answers of the status to expect. */
export async function using(path, options, use) {
  const page = await open(path, options)
  try {
    await use(page)
    const faults = page.faults.filter((fault) => !options.expect || !fault.includes(`${options.expect}`))
    assert.deepEqual(faults, [], `${path} had faults`)
  } finally {
    await close(page)
  }
}

/** One browser for the tests of a suite. */
export function sharesBrowser() {
  before(async () => {
    mkdirSync(OUT, { recursive: true })
    browser = await launch()
  })
  after(() => browser?.close())
}

/** Registers what must hold of every view, then what only this one must. */
export function view(name, path, more) {
  describe(name, () => {
    sharesBrowser()

    test('is drawn without a fault and the same after a reload', () =>
      using(path, {}, async (page) => {
        const first = await figures(page)
        assert.ok((await page.locator('h1').textContent()).length > 0)
        await page.screenshot({ path: join(OUT, `${name}-light.png`), fullPage: true })
        await page.reload()
        await settled(page)
        assert.deepEqual(await figures(page), first)
        assert.deepEqual(await seriousFaults(page), [])
      }))

    test('has no serious fault in dark colours either', () =>
      using(path, { dark: true }, async (page) => {
        await page.screenshot({ path: join(OUT, `${name}-dark.png`), fullPage: true })
        assert.deepEqual(await seriousFaults(page), [])
      }))

    test('fits a phone', () =>
      using(path, { phone: true }, async (page) => {
        await page.screenshot({ path: join(OUT, `${name}-phone.png`), fullPage: true })
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
        await page.getByRole('button', { name: 'Menu' }).click()
        assert.ok(await page.locator('#navigation a[data-view=overview]').isVisible())
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
      }))

    test('is used by keyboard alone, and says what its figures mean', () =>
      using(path, {}, async (page) => {
        await keyboard(page)
        await definitions(page)
      }))

    test('gives each chart as a table, as CSV and as a picture', () => using(path, {}, takeAway))

    test('says so when the figures can’t be read, and tries again', () => unavailable(path))

    test('says so when there is nothing', () => {
      const nothing = path + (path.includes('?') ? '&' : '?') + 'from=2020-01-06&to=2020-01-12'
      return using(nothing, {}, async (page) => {
        const text = await page.locator('#content').innerText()
        assert.doesNotMatch(text, /NaN|undefined|Infinity|Invalid|null|\[object/)
        const explained = await page.locator('.state.empty .state-title').allInnerTexts()
        const zeros = (await figures(page)).filter((figure) => figure.startsWith('0='))
        const drawn = await page.locator('.canvas').evaluateAll((canvases) => canvases.filter((canvas) => / 0\b/.test(canvas.getAttribute('aria-description'))))
        assert.ok(explained.length + zeros.length + drawn.length > 0, text)
        assert.ok(explained.every((title) => title.length > 10))
      })
    })

    test('keeps hostile names text', () => hostile(path))

    more?.()
  })
}

export async function figures(page) {
  return page.locator('#content data').evaluateAll((all) => all.map((each) => `${each.value}=${each.textContent}`))
}

async function seriousFaults(page) {
  await page.evaluate(AXE)
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  return result.violations
    .filter((fault) => ['serious', 'critical'].includes(fault.impact))
    .map((fault) => `${fault.id}: ${fault.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary.split('\n')[1] ?? ''}`).slice(0, 4).join(' | ')}`)
}

/** Everything that can be used is reached with Tab, in order, and can be seen to have the focus. */
async function keyboard(page) {
  await page.evaluate(() => {
    globalThis.wanted = [...document.querySelectorAll('a[href], button, select, input, summary')].filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }) && !element.closest('[hidden]'))
  })
  const wanted = await page.evaluate(() => globalThis.wanted.length)
  const reached = new Set()
  for (let presses = 0; presses < wanted * 2 + 40 && reached.size < wanted; presses++) {
    await page.keyboard.press('Tab')
    const index = await page.evaluate(() => {
      const active = document.activeElement
      if (active === document.body) return -1
      if (getComputedStyle(active).outlineStyle === 'none') throw new Error(`no outline: ${active.outerHTML.slice(0, 80)}`)
      return globalThis.wanted.indexOf(active)
    })
    if (presses === 0) assert.equal(index, 0, 'the first stop is the link past the navigation')
    if (index >= 0) reached.add(index)
  }
  const missed = await page.evaluate((seen) => globalThis.wanted.filter((_, index) => !seen.includes(index)).map((element) => element.outerHTML.slice(0, 100)), [...reached])
  assert.deepEqual(missed, [])
}

/** Every term explains itself, to the eye as to the ear. */
async function definitions(page) {
  for (const term of await page.locator('#content .term:visible').all()) {
    await term.focus()
    const bubble = page.locator('.bubble')
    await bubble.waitFor()
    const words = await bubble.textContent()
    assert.ok(words.length > 20, words)
    assert.equal(await term.evaluate((element) => document.getElementById(element.getAttribute('aria-describedby')).textContent), words)
    await page.keyboard.press('Escape')
    assert.ok(await bubble.isHidden())
  }
}

async function takeAway(page) {
  const cards = page.locator('[data-chart]:has(.tools)')
  for (let index = 0; index < (await cards.count()); index++) {
    const card = cards.nth(index)
    const name = await card.getAttribute('data-chart')
    const lines = await csvOf(page, name)
    assert.ok(lines.length > 1, `${name}: the CSV has rows`)
    assert.ok(lines[0].length > 1, `${name}: the CSV has columns`)
    const png = card.locator('.tool', { hasText: 'PNG' })
    if ((await png.count()) > 0) assertPicture(await download(page, png), name)
    const table = card.locator('.tool', { hasText: 'Table' })
    if ((await table.count()) > 0) {
      await table.click()
      const rows = card.locator('.card-body > .table-holder tbody tr')
      assert.equal(await rows.count(), lines.length - 1, `${name}: the table has the CSV's rows`)
      assert.ok(await rows.first().isVisible())
      await table.click()
      assert.ok(await card.locator('.canvas').isVisible())
    } else {
      assert.ok((await card.locator('table, ol, ul').count()) > 0, `${name} is a table or a list itself`)
    }
  }
}

async function download(page, button) {
  const [taken] = await Promise.all([page.waitForEvent('download'), button.click()])
  return readFileSync(await taken.path())
}

/** The lines of a chart's CSV, its head first, each a list of texts. */
export async function csvOf(page, chart) {
  const bytes = await download(page, page.locator(`[data-chart="${chart}"] .tool`, { hasText: 'CSV' }))

  const cell = /("(?:[^"]|"")*"|[^,]*)(?:,|$)/g
  const unquoted = (text) => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text)
  return bytes.toString('utf8').replace(/^\ufeff/, '').trimEnd().split('\r\n').map((line) => [...`${line},`.matchAll(cell)].slice(0, -1).map((match) => unquoted(match[1])))
}

function assertPicture(bytes, name) {
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG', name)
  assert.equal(bytes.readUInt32BE(16), 1920, `${name}: width`)
  // A blank picture of this size packs to a few kilobytes.
  assert.ok(bytes.length > 12_000, `${name}: ${bytes.length} bytes are a blank picture`)
}

async function unavailable(path) {
  const problem = { type: 'urn:footlights:problem:store-unavailable', title: 'The figures can’t be read', status: 503, detail: 'ClickHouse is away' }
  const page = await open(path, { before: (fresh) => fresh.route('**/api/v1/**', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) })) })
  try {
    const failed = page.locator('.state.failed')
    assert.ok((await failed.count()) > 0)
    assert.match(await failed.first().innerText(), /can’t be read at the moment[\s\S]*ClickHouse is away/)
    assert.ok(page.faults.every((fault) => fault.includes('503')), page.faults.join('\n'))
    await page.unroute('**/api/v1/**')
    while ((await failed.count()) > 0) {
      const before = await failed.count()
      await failed.first().getByRole('button', { name: 'Try again' }).click()
      await settled(page)
      if ((await failed.count()) >= before) break
    }
    await page.reload()
    await settled(page)
    assert.equal(await failed.count(), 0)
  } finally {
    await close(page)
  }
}

const MARKUP = '"><img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>'
const NAMES = new Set(['title', 'item', 'note', 'text', 'purpose', 'owner', 'suggestion', 'name', 'definition', 'kind', 'why', 'detail', 'template'])

function spoilt(value, key) {
  if (typeof value === 'string') return NAMES.has(key) && !['five-point', 'nps'].includes(value) ? value + MARKUP : value
  if (Array.isArray(value)) return value.map((each) => (typeof each === 'string' && key === 'texts' ? each + MARKUP : spoilt(each, key)))
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoilt(each, name)]))
  return value
}

async function hostile(path) {
  const page = await open(path, {
    before: (fresh) =>
      fresh.route('**/api/v1/**', async (route) => {
        const response = await route.fetch()
        await route.fulfill({ response, json: spoilt(await response.json(), '') })
      }),
  })
  try {
    assert.deepEqual(page.faults, [])
    for (const canvas of await page.locator('.canvas').all()) {
      await canvas.scrollIntoViewIfNeeded()
      const box = await canvas.boundingBox()
      await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6)
      await page.waitForTimeout(60)
    }
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined)
    assert.equal(await page.locator('img, #content script').count(), 0)
    assert.deepEqual(page.faults, [])
  } finally {
    await close(page)
  }
}

/** The days that the page shows unless told otherwise. */
export const DAYS = wholeWeeks(4)

/** What people have come to is shown as of today. */
export const TODAY = new Date().toISOString().slice(0, 10)

/** A team and a day on which fewer people were active than may be told. */
export async function fewPeople() {
  for (let back = 0; back < 28; back++) {
    const day = dayBefore(DAYS.to, back)
    const { rows } = await ask('/api/v1/kpis/active-users', { from: day, to: day, granularity: 'day', groupBy: 'team', limit: 1000 })
    for (const row of rows.filter((each) => each.withheldBecause === 'few-people')) {
      const growth = await ask('/api/v1/growth', { from: day, to: day, granularity: 'day', team: row.team })
      if (growth.rows.every((each) => each.active === null)) return { team: row.team, day }
    }
  }
  throw new Error('The demo has no day on which few people of a team were active')
}

/** The tiles of KPIs say what the API says, in value and in words. */
export async function assertTiles(page, kpis, scope) {
  for (const kpi of kpis) {
    const { unit, rows } = await ask(`/api/v1/kpis/${kpi}`, { granularity: 'total', ...scope })
    const tile = page.locator(`.tile[data-kpi="${kpi}"] .tile-figure`)
    const expected = said(rows[0])
    if (typeof expected === 'number') {
      assert.equal(Number(await tile.locator('data').getAttribute('value')), expected, kpi)
      assert.equal(await tile.innerText(), written(expected, unit), kpi)
    } else {
      assert.equal((await tile.innerText()).trim(), expected ?? '–', kpi)
    }
  }
}

/** What the page should show of a row of the API: its figure, null, or "withheld". */
export function said(row, key = 'value', withheld = row?.withheld) {
  return withheld ? 'withheld' : (row?.[key] ?? null)
}

/** The cells of a table: figures as numbers, "withheld", null for a dash, else text. */
export function cells(place) {
  return place.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) =>
      [...row.cells].map((cell) => {
        const figure = cell.querySelector('data')
        if (figure) return Number(figure.value)
        if (cell.querySelector('.withheld') || cell.classList.contains('heat-withheld')) return 'withheld'
        return cell.querySelector('.nothing') ? null : cell.textContent.trim()
      }),
    ),
  )
}

/** The cells of a drawn chart's table. */
export async function tableOf(page, chart) {
  const card = page.locator(`[data-chart="${chart}"]`)
  await card.locator('.tool', { hasText: 'Table' }).click()
  return cells(card.locator('.card-body > .table-holder:visible'))
}

/** A figure of a tile or a line that has a name of its own. */
export async function figure(page, name, scope = '#content') {
  const place = page.locator(`${scope} [data-figure="${name}"]`)
  const shown = place.locator('data').first()
  if ((await shown.count()) > 0) return Number(await shown.getAttribute('value'))
  return (await place.locator('.withheld').count()) > 0 ? 'withheld' : null
}

/** Chooses in a filter, and waits for what that brings. */
export async function choose(page, name, value) {
  await page.waitForFunction(([filter, wanted]) => [...(document.querySelector(`.filters select[name=${filter}]`)?.options ?? [])].some((option) => option.value === wanted), [name, value])
  await page.locator(`.filters select[name=${name}]`).selectOption(value)
  await settled(page)
}
