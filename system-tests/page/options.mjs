// Options of the command line: --api, where the service under test is, and --out, where pictures go.

import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'

const { values } = parseArgs({
  options: {
    api: { type: 'string', default: 'http://127.0.0.1:8481' },
    out: { type: 'string', default: fileURLToPath(new URL('../target/page', import.meta.url)) },
  },
  strict: false,
})

export const API = values.api.replace(/\/$/, '')
export const OUT = values.out
