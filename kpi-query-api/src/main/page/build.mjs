// Bundles the page: node build.mjs FOLDER. Names carry a hash of what is in them, so browsers may keep such files for good.

import { build } from 'esbuild'
import { basename, join } from 'node:path'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const folder = process.argv[2]
if (!folder) throw new Error('Say where to: node build.mjs FOLDER')
const here = fileURLToPath(new URL('.', import.meta.url))

await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const library = await bundle(['parts/library.js'])
const page = await bundle(['app.js', 'scheme.js', 'page.css'], [apart('./library.js', library['parts/library.js'])])
await writeFile(join(folder, 'index.html'), calledByName(await readFile(join(here, 'index.html'), 'utf8'), { ...library, ...page }))
await cp(join(here, 'icon.svg'), join(folder, 'icon.svg'))
// What the bundle is made of asks that its terms go with it.
for (const words of ['echarts/LICENSE', 'echarts/NOTICE', 'zrender/LICENSE', 'tslib/LICENSE.txt']) await cp(join(here, 'node_modules', words), join(folder, 'licences', words))

/** Each entry with all that it imports in one file. Gives the files' names by those of the entries. */
async function bundle(entryPoints, plugins = []) {
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints,
    plugins,
    outdir: folder,
    entryNames: '[name]-[hash]',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  })
  return Object.fromEntries(Object.entries(metafile.outputs).map(([output, { entryPoint }]) => [entryPoint, basename(output)]))
}

/** What stays a file of its own, fetched when it is needed. */
function apart(imported, name) {
  const filter = new RegExp(`^${imported.replaceAll('.', '\\.')}$`)
  return { name: 'apart', setup: (bundling) => bundling.onResolve({ filter }, () => ({ path: `./${name}`, external: true })) }
}

/** The page with the files that it was written with called by the names they have now. */
function calledByName(html, names) {
  for (const [entry, name] of Object.entries(names)) {
    const written = `"/page/${entry}"`
    if (!html.includes(written)) throw new Error(`index.html doesn't name ${written}`)
    html = html.replaceAll(written, `"/page/${name}"`)
  }
  return html
}
