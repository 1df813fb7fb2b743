// Apache ECharts, fetched when the first chart is drawn, and its colours from the style sheet.

import { h } from '../lib/dom.js'

let library = null

export function engine() {
  library ??= import('./library.js')
  return library
}

/** The colours of the scheme that is on now. */
export function palette() {
  const probe = document.body.appendChild(h('span', { hidden: true }))
  const colour = (name) => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const colours = {
    text: colour('ink'),
    quiet: colour('ink-quiet'),
    line: colour('line'),
    surface: colour('surface'),
    accent: colour('accent'),
    series: [1, 2, 3, 4, 5, 6].map((number) => colour(`series-${number}`)),
    heat: [0, 1, 2, 3, 4, 5].map((number) => colour(`heat-${number}`)),
    heatText: [0, 1, 2, 3, 4, 5].map((number) => colour(`heat-ink-${number}`)),
    lost: colour('lost'),
    withheld: colour('withheld'),
    font: getComputedStyle(document.body).fontFamily,
  }
  probe.remove()
  return colours
}

/** Where the chart lies: its axes' labels stay within. */
export function grid(more) {
  return { left: 8, right: 16, top: 40, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel', ...more }
}

/** What all charts have alike. */
export function base(colours) {
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 250,
    color: colours.series,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: colours.font, color: colours.text },
    grid: grid({}),
  }
}

export function valueAxis(colours, format, more = {}) {
  return {
    type: 'value',
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.quiet, formatter: format },
    splitNumber: 4,
    ...more,
  }
}

export function categoryAxis(colours, names, more = {}) {
  return {
    type: 'category',
    data: names,
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { color: colours.quiet, hideOverlap: true },
    ...more,
  }
}
