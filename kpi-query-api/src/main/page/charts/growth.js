// Active people, split by where they come from, and those who were lost, below the line.

import { chartCard, tip, tooltip } from '../parts/chart.js'
import { grid, valueAxis, categoryAxis } from '../parts/engine.js'
import { periodName, periodWords, periodEnd } from '../lib/period.js'
import { figure } from '../lib/format.js'
import { campaignBands, campaignsIn } from './marks.js'

const PARTS = [
  { key: 'returning', title: 'Returning', colour: 0, says: 'active in the period before as well' },
  { key: 'resurrected', title: 'Resurrected', colour: 1, says: 'back after a period away' },
  { key: 'new', title: 'New', colour: 2, says: 'here for the first time' },
]

/** What of the active people can be told only together. */
function untold(row) {
  if (row.active === null) return null
  const told = PARTS.reduce((sum, part) => sum + (row[part.key] ?? 0), 0)
  return PARTS.some((part) => row[part.key] === null) ? row.active - told : 0
}

export function growthCard(state, answer, annotations, more = {}) {
  const { rows, granularity } = answer
  const names = rows.map((row) => periodName(row.period, granularity))
  const isBefore = rows.map((row) => periodEnd(row.period.slice(0, 10), granularity) < state.from)
  const anyUntold = rows.some((row) => untold(row) > 0)
  return chartCard({
    id: 'growth',
    title: 'Active people',
    lead: `Each bar is everyone active in that period${isBefore.includes(true) ? ', the days before paler' : ''}. Below the line: who was active just before and stayed away.`,
    columns: [
      { title: 'Period', get: (row) => row.period, show: (row) => periodWords(row.period, granularity) + (row.partial ? ' (part)' : '') },
      { title: 'Active', unit: 'people', get: (row) => row.active, withheld: (row) => row.active === null },
      ...PARTS.map((part) => ({ title: part.title, unit: 'people', get: (row) => row[part.key], withheld: (row) => row[part.key] === null })),
      { title: 'Dormant', unit: 'people', get: (row) => row.dormant, withheld: (row) => row.dormant === null },
    ],
    rows,
    withheld: rows.every((row) => row.active === null),
    summary: rows.map((row) => `${periodWords(row.period, granularity)}: ${row.active ?? 'withheld'}`).join('; '),
    height: 320,
    foot: [
      anyUntold && 'Striped: people whose split into new, resurrected and returning is withheld, because a part of it is about too few people.',
      rows.some((row) => row.active === null) && 'Gaps: withheld as a whole.',
    ]
      .filter(Boolean)
      .join(' '),
    option: (colours, width) => option(colours, width, rows, { names, granularity, annotations, anyUntold, isBefore }),
    ...more,
  })
}

function option(colours, width, rows, { names, granularity, annotations, anyUntold, isBefore }) {
  const periods = rows.map((row) => row.period.slice(0, 10))
  const bar = (name, data, colour, extra = {}) => ({ name, type: 'bar', stack: 'people', barMaxWidth: 44, data: data.map((value, index) => ({ value, itemStyle: { opacity: isBefore[index] ? 0.45 : 1 } })), itemStyle: { color: colour }, emphasis: { disabled: true }, ...extra })
  const stripes = { color: colours.withheld, decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: Math.PI / 4, color: colours.quiet } }
  const parts = PARTS.filter((part) => rows.some((row) => row[part.key] > 0))
  const series = parts.map((part) => bar(part.title, rows.map((row) => row[part.key]), colours.series[part.colour]))
  if (anyUntold) series.push(bar('Split withheld', rows.map(untold), colours.withheld, { itemStyle: stripes }))
  if (rows.some((row) => row.dormant > 0)) series.push(bar('Dormant', rows.map((row) => (row.dormant === null ? null : -row.dormant)), colours.lost))
  series.push({
    name: 'Active',
    type: 'scatter',
    data: rows.map((row) => row.active),
    symbolSize: 2,
    itemStyle: { color: 'transparent' },
    silent: true,
    label: { show: rows.length <= 16, position: 'top', color: colours.text, fontWeight: 600, formatter: ({ value }) => figure(value, 'people') },
  })
  series.push(campaignBands(colours, annotations, periods, granularity))
  return {
    grid: grid({ top: width < 480 ? 76 : 48 }),
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: colours.text }, data: series.filter((each) => each.type === 'bar').map((each) => each.name), selectedMode: false },
    xAxis: categoryAxis(colours, names, { axisLine: { onZero: false, lineStyle: { color: colours.line } } }),
    yAxis: valueAxis(colours, (number) => figure(Math.abs(number), 'people')),
    tooltip: tooltip(colours, 'axis', (points) => {
      const row = rows[points[0].dataIndex]
      return tip(periodWords(row.period, granularity), [
        ['Active', figure(row.active, 'people')],
        ...PARTS.map((part) => [part.title, row[part.key] === null ? 'withheld' : figure(row[part.key], 'people'), colours.series[part.colour]]),
        ['Dormant', row.dormant === null ? 'withheld' : figure(row.dormant, 'people'), colours.lost],
        ...campaignsIn(annotations, row.period, granularity).map((annotation) => ['Campaign', annotation.title]),
      ])
    }),
    series,
  }
}
