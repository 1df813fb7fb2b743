// A chart in a card: drawn, readable as a table, to be taken away as CSV and as PNG.

import { h, freshId } from '../lib/dom.js'
import { read } from '../lib/address.js'
import { span } from '../lib/period.js'
import { engine, palette, base } from './engine.js'
import { table, plainRows } from './table.js'
import { saveCsv, savePng, fileName } from './download.js'
import { empty, allWithheld } from './states.js'

/**
 * A card.
 *
 * @param about `title`, `lead` (a sentence), `columns` and `rows` (see table.js), `option(colours, width)` of ECharts,
 *     `height` in pixels, `summary` for those who don't see it, `onclick(parameters)`, `nothing` to say without rows;
 *     or in place of `option` a `drawing` made of elements, with `picture(colours)` for the PNG; `before`, `after` and
 *     `foot` stand around it
 */
export function chartCard(about) {
  const title = freshId('chart')
  const head = h('header', { class: 'card-head' }, h('div', {}, h('h2', { id: title }, about.title), about.lead && h('p', { class: 'lead' }, about.lead)))
  const card = h('section', { class: `card ${about.class ?? ''}`, 'aria-labelledby': title, 'data-chart': about.id ?? fileName(about.title) }, head)
  if (about.rows.length === 0) {
    if (about.before) card.append(about.before)
    card.append(about.nothing ?? empty('Nothing here in these days', 'Choose other days, another team or another feature.'))
    return card
  }
  if (about.withheld) {
    card.append(about.withheldState ?? allWithheld())
  }
  if (about.before) card.append(about.before)
  const body = h('div', { class: 'card-body' })
  const drawn = about.withheld ? h('div') : drawing(about, title)
  body.append(drawn)
  head.append(tools(about, body, drawn))
  card.append(body)
  if (about.after) card.append(about.after)
  if (about.foot) card.append(h('p', { class: 'card-foot' }, about.foot))
  return card
}

function drawing(about, title) {
  return about.drawing ?? canvas(about, title)
}

function tools(about, body, drawn) {
  const name = fileName(about.title, read().from, read().to)
  let asTable = null
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'tool',
      'aria-pressed': 'false',
      onclick: () => {
        asTable ??= body.appendChild(table(about.title, about.columns, about.rows))
        drawn.hidden = !drawn.hidden
        asTable.hidden = !drawn.hidden
        toggle.setAttribute('aria-pressed', String(drawn.hidden))
      },
    },
    'Table',
  )
  const forms = plainRows(about.columns, about.rows)
  const takeCsv = h('button', { type: 'button', class: 'tool', onclick: () => saveCsv(name, forms.header, forms.rows) }, 'CSV')
  const takePng = h('button', { type: 'button', class: 'tool', onclick: () => picture(about, name) }, 'PNG')
  for (const [button, what] of [
    [toggle, 'as a table'],
    [takeCsv, 'download'],
    [takePng, 'download'],
  ]) {
    button.append(h('span', { class: 'visually-hidden' }, ` ${what}: ${about.title}`))
  }
  const hasPicture = !about.withheld && (about.option || about.picture)
  const hasTable = !about.withheld && !about.tableIsDrawn
  return h('div', { class: 'tools' }, hasTable && toggle, takeCsv, hasPicture && takePng)
}

function canvas(about, title) {
  const place = h('div', { class: 'canvas', role: 'img', 'aria-labelledby': title, 'aria-description': about.summary ?? null })
  place.style.height = `${about.height ?? 300}px`
  let chart = null
  const draw = async () => {
    const echarts = await engine()
    if (!place.isConnected) return
    if (!chart) {
      chart = echarts.init(place)
      if (about.onclick) chart.on('click', about.onclick)
    }
    const colours = palette()
    chart.setOption({ ...base(colours), ...about.option(colours, place.clientWidth) }, true)
    place.dataset.drawn = 'true'
  }
  let width = 0
  const watch = new ResizeObserver(() => {
    if (place.clientWidth === 0 || place.clientWidth === width) return
    width = place.clientWidth
    chart?.resize()
    draw()
  })
  watch.observe(place)
  const repaint = () => (place.isConnected ? draw() : stop())
  const stop = () => {
    removeEventListener('footlights:scheme', repaint)
    watch.disconnect()
    chart?.dispose()
  }
  addEventListener('footlights:scheme', repaint)
  addEventListener('footlights:leave', stop, { once: true })
  return place
}

const PICTURE_WIDTH = 960

/** The chart with its title and what it is about, as a picture that can be forwarded. */
async function picture(about, name) {
  const echarts = await engine()
  const colours = palette()
  const height = (about.pictureHeight ?? about.height ?? 300) + 80
  const place = h('div', { class: 'off-screen', 'aria-hidden': 'true' })
  place.style.width = `${PICTURE_WIDTH}px`
  place.style.height = `${height}px`
  document.body.append(place)
  const chart = echarts.init(place, null, { devicePixelRatio: 2 })
  const option = { ...base(colours), ...(about.option ?? about.picture)(colours, PICTURE_WIDTH) }
  const { from, to } = read()
  const grid = [option.grid ?? []].flat().map((each) => ({ ...each, left: 24, right: 40, top: (each.top ?? 40) + 64, bottom: 24 }))
  chart.setOption({
    ...option,
    grid: grid.length === 1 ? grid[0] : grid,
    legend: option.legend && { ...option.legend, top: 66, left: 18 },
    animation: false,
    title: {
      text: about.title,
      subtext: `${document.querySelector('#scope')?.textContent ?? ''}${span(from, to)} · Footlights`,
      left: 20,
      top: 16,
      textStyle: { color: colours.text, fontSize: 18, fontWeight: 600 },
      subtextStyle: { color: colours.quiet, fontSize: 13 },
    },
  })
  savePng(name, chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colours.surface }))
  chart.dispose()
  place.remove()
}

/** What a tooltip shows, as elements, so that names stay text. */
export function tip(title, lines) {
  return h(
    'div',
    { class: 'tip' },
    h('p', { class: 'tip-title' }, title),
    h(
      'table',
      {},
      lines.filter(Boolean).map(([name, text, colour]) => {
        const key = h('span', { class: 'key' })
        if (colour) key.style.background = colour
        return h('tr', {}, h('th', {}, colour && key, name), h('td', {}, text))
      }),
    ),
  )
}

/** How tooltips look and behave in every chart. */
export function tooltip(colours, trigger, formatter) {
  return {
    trigger,
    confine: true,
    backgroundColor: colours.surface,
    borderColor: colours.line,
    borderWidth: 1,
    padding: 10,
    textStyle: { color: colours.text, fontSize: 13 },
    axisPointer: { type: 'shadow', shadowStyle: { color: colours.line, opacity: 0.35 } },
    formatter,
  }
}
