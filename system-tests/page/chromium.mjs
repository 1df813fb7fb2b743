// Finds and starts the installed Chromium; Playwright's own download is never used.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const APPLICATIONS = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

const QUIET = ['--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-component-update', '--disable-sync']

export function launch() {
  const named = process.env.FOOTLIGHTS_CHROMIUM
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const executablePath = named || [...onPath, ...APPLICATIONS].find((place) => existsSync(place))
  if (!executablePath || !existsSync(executablePath)) {
    throw new Error(
      named
        ? `FOOTLIGHTS_CHROMIUM names ${named}, which isn't there.`
        : 'The page is tested in Chromium, which is not installed: install your system’s package "chromium" (Debian: apt-get install chromium) or Google Chrome, or set FOOTLIGHTS_CHROMIUM to its executable, or to "none" to leave these tests out.',
    )
  }
  // Chromium's sandbox refuses to work for root.
  const root = process.getuid?.() === 0
  return chromium.launch({ executablePath, args: root ? ['--no-sandbox', ...QUIET] : QUIET })
}
