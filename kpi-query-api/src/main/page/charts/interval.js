// A measured change with the range it may lie in.

import { chartCard, tip, tooltip } from '../parts/chart.js'
import { grid, valueAxis, categoryAxis } from '../parts/engine.js'

/** A card of the lift of a campaign. `measure` is `{ lift, low, high, invited, others, text }`; `text` writes a change. */
export function intervalCard(about, measure) {
  const rows = [
    { name: 'Invited teams', change: measure.invited.change, before: measure.invited.before, after: measure.invited.after },
    { name: 'Other teams', change: measure.others.change, before: measure.others.before, after: measure.others.after },
    { name: 'Lift', change: measure.lift, low: measure.low, high: measure.high },
  ]
  return chartCard({
    columns: [
      { title: 'Of', get: (row) => row.name },
      { title: 'Before', unit: 'score', get: (row) => row.before ?? null },
      { title: 'After', unit: 'score', get: (row) => row.after ?? null },
      { title: 'Change', unit: 'score', get: (row) => row.change },
      { title: 'Low (95 %)', unit: 'score', get: (row) => row.low ?? null },
      { title: 'High (95 %)', unit: 'score', get: (row) => row.high ?? null },
    ],
    rows,
    height: 190,
    summary: `Invited teams ${measure.text(measure.invited.change)}, other teams ${measure.text(measure.others.change)}, lift ${measure.text(measure.lift)}, between ${measure.text(measure.low)} and ${measure.text(measure.high)}`,
    option: (colours, width) => option(colours, width, rows, measure),
    ...about,
  })
}

function option(colours, width, rows, measure) {
  const widest = Math.max(...[measure.low, measure.high, ...rows.map((row) => row.change)].map(Math.abs))
  const reach = widest > 0 ? Math.ceil((widest * 1.05) / 10 ** Math.floor(Math.log10(widest))) * 10 ** Math.floor(Math.log10(widest)) : 1
  const colour = (index) => (index === 2 ? colours.accent : index === 0 ? colours.series[0] : colours.quiet)
  return {
    grid: grid({ left: 4, right: 24, top: 8, bottom: 8 }),
    xAxis: valueAxis(colours, (number) => measure.text(number), { min: -reach, max: reach, interval: width < 480 ? reach : reach / 2 }),
    yAxis: categoryAxis(colours, rows.map((row) => row.name), { inverse: true, axisLine: { show: false }, axisLabel: { color: colours.text, interval: 0 } }),
    tooltip: tooltip(colours, 'item', (point) => {
      const row = rows[point.dataIndex] ?? rows[2]
      return tip(row.name, [['Change', measure.text(row.change)], row.low !== undefined && ['95 % of the time within', `${measure.text(row.low)} to ${measure.text(row.high)}`]])
    }),
    series: [
      {
        type: 'custom',
        silent: true,
        data: [[measure.low, 2, measure.high]],
        renderItem: (parameters, api) => {
          const from = api.coord([api.value(0), 2])
          const to = api.coord([api.value(2), 2])
          const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colours.accent, lineWidth: 3, opacity: 0.5 } })
          return { type: 'group', children: [line(from[0], from[1], to[0], to[1]), line(from[0], from[1] - 8, from[0], from[1] + 8), line(to[0], to[1] - 8, to[0], to[1] + 8)] }
        },
        encode: { x: [0, 2], y: 1 },
      },
      {
        type: 'scatter',
        symbolSize: 14,
        data: rows.map((row, index) => ({
          value: [row.change, index],
          itemStyle: { color: colour(index) },
          label: { show: true, position: 'top', color: colours.text, fontWeight: 600, formatter: measure.text(row.change) },
        })),
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: colours.quiet, type: 'solid' }, data: [{ xAxis: 0 }] },
      },
    ],
  }
}
