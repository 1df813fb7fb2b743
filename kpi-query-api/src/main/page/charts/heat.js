// A table whose cells are coloured by their figure: each cell is read, and may be followed, like any other.

import { h } from '../lib/dom.js'
import { chartCard } from '../parts/chart.js'
import { value } from '../parts/value.js'
import { WITHHELD } from '../parts/states.js'
import { grid } from '../parts/engine.js'
import { figure } from '../lib/format.js'

const STEPS = 6

/**
 * A card.
 *
 * @param about as of chartCard, and `corner` (what the rows are), `unit`, `top` (the figure of the deepest colour)
 * @param heads of the columns: `{ id, title, href }`
 * @param rows `{ id, title, href, depth, cells }`; a cell is `{ value, withheld, because, href, text }` or null
 */
export function heatCard(about, heads, rows) {
  const flat = rows.flatMap((row) => row.cells.map((cell, index) => ({ row, head: heads[index], cell })).filter((each) => each.cell))
  const told = flat.filter((each) => !each.cell.withheld && each.cell.value !== null)
  const top = about.top ?? Math.max(1, ...told.map((each) => each.cell.value))
  return chartCard({
    tableIsDrawn: true,
    columns: [
      { title: about.corner, get: (each) => each.row.title },
      { title: about.across, get: (each) => each.head.title },
      { title: about.valueTitle, get: (each) => each.cell.value, withheld: (each) => (each.cell.withheld ? each.cell.because || true : false) },
    ],
    rows: flat,
    withheld: flat.length > 0 && told.length === 0,
    drawing: drawing(about, heads, rows, top),
    picture: (colours) => picture(colours, about, heads, rows, top),
    pictureHeight: 90 + rows.length * 26,
    ...about,
  })
}

export function heatStep(number, top) {
  if (number === null || number <= 0 || top <= 0) return 0
  return Math.min(STEPS - 1, 1 + Math.floor((number / top) * (STEPS - 1) * 0.9999))
}

function drawing(about, heads, rows, top) {
  const head = h('tr', {}, h('td', { class: 'corner' }, about.corner), heads.map((each) => h('th', { scope: 'col' }, h('span', { class: 'slanted' }, linked(each)))))
  const body = rows.map((row) => h('tr', { class: row.depth === 0 ? 'group' : null }, h('th', { scope: 'row', 'data-depth': row.depth ?? 0 }, linked(row)), row.cells.map((cell) => heatCell(cell, about, top))))
  return h(
    'div',
    { class: 'heat-holder' },
    h(
      'div',
      { class: 'table-holder', tabindex: '0', role: 'region', 'aria-label': about.title },
      h('table', { class: `heat ${about.tableClass ?? ''}` }, h('caption', { class: 'visually-hidden' }, about.title), h('thead', {}, head), h('tbody', {}, body)),
    ),
    legend(about, top),
  )
}

function linked(each) {
  return each.href ? h('a', { href: each.href }, each.title) : each.title
}

function heatCell(cell, about, top) {
  if (!cell) return h('td', { class: 'heat-none' })
  if (cell.withheld) {
    return h('td', { class: 'heat-withheld' }, h('span', { title: WITHHELD[cell.because ?? ''] ?? WITHHELD[''] }, h('span', { 'aria-hidden': 'true' }, '·'), h('span', { class: 'visually-hidden' }, 'withheld')))
  }
  const shown = value(cell.value, about.unit)
  return h('td', { class: `heat-${heatStep(cell.value, top)} ${cell.partial ? 'partial' : ''}`, title: cell.title ?? null }, cell.href ? h('a', { href: cell.href, tabindex: '-1' }, shown) : shown)
}

function legend(about, top) {
  const steps = Array.from({ length: STEPS }, (_, step) => h('span', { class: `swatch heat-${step}` }))
  return h(
    'p',
    { class: 'heat-legend' },
    figure(0, about.unit),
    h('span', { class: 'swatches', 'aria-hidden': 'true' }, steps),
    figure(top, about.unit),
    h('span', { class: 'swatch heat-withheld', 'aria-hidden': 'true' }, '·'),
    'withheld, so that nothing is told about too few people',
  )
}

function picture(colours, about, heads, rows, top) {
  const cells = rows.flatMap((row, y) => row.cells.map((cell, x) => ({ cell, x, y })).filter((each) => each.cell))
  const labels = { show: true, fontSize: 11 }
  return {
    grid: grid({ left: 8, right: 16, top: 70, bottom: 8 }),
    xAxis: { type: 'category', position: 'top', data: heads.map((each) => each.title), axisLabel: { rotate: 40, color: colours.text, interval: 0, fontSize: 11 }, axisTick: { show: false }, axisLine: { show: false } },
    yAxis: { type: 'category', inverse: true, data: rows.map((row) => row.title), axisLabel: { color: colours.text, interval: 0 }, axisTick: { show: false }, axisLine: { show: false } },
    series: [
      {
        type: 'heatmap',
        data: cells.map(({ cell, x, y }) => {
          const step = heatStep(cell.value, top)
          return {
            value: [x, y, cell.value ?? 0],
            itemStyle: { color: cell.withheld ? colours.withheld : colours.heat[step], borderColor: colours.surface, borderWidth: 1 },
            label: { ...labels, color: cell.withheld ? colours.quiet : colours.heatText[step], formatter: cell.withheld ? '·' : figure(cell.value, about.unit) },
          }
        }),
      },
    ],
  }
}
