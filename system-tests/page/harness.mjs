// What must hold of every view, and the browser that the tests share.

import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { launch } from './chromium.mjs'
import { API, OUT } from './options.mjs'
import { wholeWeeks } from './api.mjs'

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
    // The tests' own scripts are put into the page, which its policy forbids; that it is sent is held by a test of its own.
    bypassCSP: options.bypassPolicy ?? false,
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  page.faults = []
  page.on('console', (message) => message.type() === 'error' && page.faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => page.faults.push(`error: ${error.message}`))
  page.on('requestfailed', (request) => page.faults.push(`failed: ${request.url()}`))
  page.on('response', (response) => response.status() >= 400 && page.faults.push(`${response.status()}: ${response.url()}`))
  if (options.before) await options.before(page)
  await page.goto(API + path)
  await settled(page)
  return page
}

/** Waits until everything asked for is there and every chart is drawn. */
export async function settled(page) {
  await page.waitForFunction(
    () => {
      const content = document.querySelector('#content')
      const canvases = [...content.querySelectorAll('.canvas')].filter((canvas) => canvas.offsetParent !== null)
      return content.querySelector('h1') && !content.querySelector('.loading') && canvases.every((canvas) => canvas.dataset.drawn)
    },
    null,
    { timeout: PATIENCE },
  )
}

export async function close(page) {
  await page.context().close()
}

/** A page, something done with it, and no fault in it. */
export async function using(path, options, use) {
  const page = await open(path, options)
  try {
    await use(page)
    assert.deepEqual(page.faults, [], `${path} had faults`)
  } finally {
    await close(page)
  }
}

/** Registers what must hold of every view, then what only this one must. */
export function view(name, path, more) {
  describe(name, () => {
    before(async () => {
      mkdirSync(OUT, { recursive: true })
      browser = await launch()
    })
    after(() => browser?.close())

    test('is drawn without a fault and the same after a reload', () =>
      using(path, {}, async (page) => {
        const first = await figures(page)
        assert.ok((await page.locator('h1').textContent()).length > 0)
        await page.screenshot({ path: join(OUT, `${name}-light.png`), fullPage: true })
        await page.reload()
        await settled(page)
        assert.deepEqual(await figures(page), first)
      }))

    for (const scheme of ['light', 'dark']) {
      test(`has no serious accessibility fault in ${scheme} colours`, () =>
        using(path, { dark: scheme === 'dark', bypassPolicy: true }, async (page) => {
          if (scheme === 'dark') await page.screenshot({ path: join(OUT, `${name}-dark.png`), fullPage: true })
          assert.deepEqual(await seriousFaults(page), [])
        }))
    }

    test('fits a phone', () =>
      using(path, { phone: true }, async (page) => {
        await page.screenshot({ path: join(OUT, `${name}-phone.png`), fullPage: true })
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
        await page.getByRole('button', { name: 'Menu' }).click()
        assert.ok(await page.locator('#navigation a[data-view=overview]').isVisible())
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
      }))

    test('is used by keyboard alone', () => using(path, {}, keyboard))

    test('gives each chart as a table, as CSV and as a picture', () => using(path, {}, takeAway))

    test('says what a figure means', () =>
      using(path, {}, async (page) => {
        const term = page.locator('#content .term').first()
        if ((await term.count()) === 0) return
        await term.focus()
        const bubble = page.locator('.bubble')
        await bubble.waitFor()
        assert.ok((await bubble.textContent()).length > 20)
        const described = await term.evaluate((element) => document.getElementById(element.getAttribute('aria-describedby')).textContent)
        assert.equal(await bubble.textContent(), described)
        await page.keyboard.press('Escape')
        assert.ok(await bubble.isHidden())
      }))

    test('says so when the figures can’t be read, and tries again', () => unavailable(path))

    test('says so when there is nothing', () => {
      const nothing = path + (path.includes('?') ? '&' : '?') + 'from=2020-01-06&to=2020-01-12'
      return using(nothing, {}, async (page) => {
        const text = await page.locator('#content').innerText()
        assert.doesNotMatch(text, /NaN|undefined|Infinity|Invalid|null|\[object/)
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
  await page.addScriptTag({ content: AXE })
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

async function takeAway(page) {
  const cards = page.locator('[data-chart]:has(.tools)')
  for (let index = 0; index < (await cards.count()); index++) {
    const card = cards.nth(index)
    const name = await card.getAttribute('data-chart')
    const csv = (await download(page, card.locator('.tool', { hasText: 'CSV' }))).toString('utf8')
    const lines = csv.trim().split('\r\n')
    assert.ok(lines.length > 1, `${name}: the CSV has rows`)
    assert.ok(lines[0].split(',').length > 1, `${name}: the CSV has columns`)
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

/** The figure of a tile equals the API's, in value and in words. */
export async function assertTile(page, kpi, row, words) {
  const tile = page.locator(`.tile[data-kpi="${kpi}"] .tile-figure`)
  if (row.withheld) {
    assert.match(await tile.innerText(), /withheld/)
    return
  }
  assert.equal(Number(await tile.locator('data').getAttribute('value')), row.value, kpi)
  assert.equal(await tile.innerText(), words, kpi)
}

/** Chooses in a filter, and waits for what that brings. */
export async function choose(page, name, value) {
  await page.waitForFunction(([filter, wanted]) => [...(document.querySelector(`.filters select[name=${filter}]`)?.options ?? [])].some((option) => option.value === wanted), [name, value])
  await page.locator(`.filters select[name=${name}]`).selectOption(value)
  await settled(page)
}
