// Makes the README's pictures of the page from a running demo: node page/pictures.mjs --api http://127.0.0.1:8481

import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launch } from './chromium.mjs'
import { settled } from './harness.mjs'
import { API } from './options.mjs'
import { smaller } from './png.mjs'

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const MOST_BYTES = 300_000
const DESKTOP = { width: 1280, height: 800 }

const PICTURES = [
  { name: 'overview', path: '/', height: 1240 },
  { name: 'overview-dark', path: '/', dark: true, height: 1240 },
  { name: 'teams', path: '/?view=teams', height: 1000 },
  { name: 'features', path: '/?view=features', height: 1390 },
  { name: 'golden-paths', path: '/?view=templates', height: 1120 },
  { name: 'finding', path: '/?view=finding' },
  { name: 'onboarding', path: '/?view=onboarding', height: 1120 },
  { name: 'campaigns', path: '/?view=campaigns', height: 1120 },
  { name: 'phone', path: '/', width: 390, height: 844 },
]

async function taken(browser, { path, dark, width, height }) {
  const context = await browser.newContext({
    viewport: { width: width ?? DESKTOP.width, height: height ?? DESKTOP.height },
    deviceScaleFactor: 1.5,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(API + path)
  await settled(page)
  // The small lines in the tiles come after everything else.
  await page.waitForLoadState('networkidle')
  const picture = await page.screenshot()
  await context.close()
  return picture
}

mkdirSync(FOLDER, { recursive: true })
const browser = await launch()
for (const picture of PICTURES) {
  const bytes = smaller(await taken(browser, picture))
  if (bytes.length > MOST_BYTES) throw new Error(`${picture.name}.png has ${bytes.length} bytes, more than ${MOST_BYTES}`)
  writeFileSync(`${FOLDER}${picture.name}.png`, bytes)
  console.log(`docs/pictures/${picture.name}.png: ${Math.round(bytes.length / 1000)} kB`)
}
await browser.close()
