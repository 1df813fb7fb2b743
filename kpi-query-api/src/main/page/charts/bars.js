// Things compared: one bar each, with its name before it and its figure behind it.

import { chartCard, tip, tooltip } from '../parts/chart.js'
import { grid, valueAxis, categoryAxis } from '../parts/engine.js'
import { go } from '../lib/address.js'
import { figure } from '../lib/format.js'

const ROW = 30

/** Bars for the PNG of a card whose drawing is a table. */
export function barsPicture(colours, items, unit, max) {
  return option(colours, 960, { unit, max, valueTitle: '' }, items)
}

/**
 * A card. `items` each `{ name, value, withheld, because, href, note }`, in their order.
 *
 * @param about as of chartCard; `unit`, `nameTitle`, `valueTitle`, `max` of the axis; `all` draws those without a figure too
 */
export function barsCard(about, items) {
  const drawn = about.all ? items : items.filter((item) => !item.withheld && item.value !== null)
  const kept = items.length - drawn.length
  return chartCard({
    columns: [
      { title: about.nameTitle, get: (item) => item.name, href: (item) => item.href },
      { title: about.valueTitle, unit: about.unit, get: (item) => item.value, withheld: (item) => (item.withheld ? item.because || true : false) },
      ...(about.moreColumns ?? []),
    ],
    rows: items,
    withheld: items.length > 0 && items.every((item) => item.withheld),
    height: 24 + drawn.length * ROW,
    summary: items.map((item) => `${item.name}: ${item.withheld ? 'withheld' : figure(item.value, about.unit)}`).join('; '),
    foot: kept > 0 && drawn.length > 0 ? `Not drawn: ${kept} withheld or without a figure. The table lists them.` : null,
    option: (colours, width) => option(colours, width, about, drawn),
    onclick: (point) => {
      const href = drawn[point.dataIndex]?.href
      if (href) go(href)
    },
    ...about,
  })
}

function option(colours, width, about, items) {
  return {
    grid: grid({ left: 4, right: 56, top: 4, bottom: 4 }),
    xAxis: valueAxis(colours, (number) => figure(number, about.unit), { axisLabel: { show: false }, splitLine: { show: false }, max: about.max ?? null, min: Math.min(0, ...items.map((item) => item.value ?? 0)) }),
    yAxis: categoryAxis(colours, items.map((item) => item.name), {
      inverse: true,
      axisLine: { show: false },
      axisLabel: { color: colours.text, width: Math.min(220, width * 0.42), overflow: 'truncate', interval: 0 },
    }),
    tooltip: tooltip(colours, 'item', (point) => {
      const item = items[point.dataIndex]
      return tip(item.name, [[about.valueTitle, figure(item.value, about.unit)], ...(item.note ?? [])])
    }),
    series: [
      {
        type: 'bar',
        cursor: items.some((item) => item.href) ? 'pointer' : 'default',
        barWidth: '62%',
        data: items.map((item) => ({ value: item.value ?? 0, itemStyle: { color: item.colour?.(colours) ?? colours.series[0], borderRadius: [0, 3, 3, 0] } })),
        label: { show: true, position: 'right', color: colours.text, formatter: ({ dataIndex }) => (items[dataIndex].withheld ? 'withheld' : figure(items[dataIndex].value, about.unit)) },
        showBackground: about.max !== undefined,
        backgroundStyle: { color: colours.line, opacity: 0.4 },
      },
    ],
  }
}
