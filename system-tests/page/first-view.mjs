// Measures how soon the first view is there, figures and chart drawn, in a browser that has seen nothing before.

import { launch } from './chromium.mjs'
import { API } from './options.mjs'
import { settled } from './harness.mjs'

const TIMES = 9
// To look at every frame makes the browser draw every frame, which takes time from what is measured.
const PAUSE = 20
const browser = await launch()
const times = []
for (let time = 0; time <= TIMES; time++) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 860 } })).newPage()
  const start = performance.now()
  await page.goto(`${API}/`)
  await settled(page, PAUSE)
  // The first warms the service and the browser up.
  if (time > 0) times.push(Math.round(performance.now() - start))
  await page.context().close()
}
await browser.close()
times.sort((a, b) => a - b)
console.log(`First view: median ${times[(TIMES - 1) / 2]} ms of ${TIMES}, ${times[0]} to ${times.at(-1)} ms`)
