// One or more KPIs over time, in one unit, with campaigns marked.

import { chartCard, tip, tooltip } from '../parts/chart.js'
import { grid, valueAxis, categoryAxis } from '../parts/engine.js'
import { periodName, periodWords } from '../lib/period.js'
import { figure } from '../lib/format.js'
import { campaignBands, campaignsIn } from './marks.js'

/**
 * A card.
 *
 * @param series each `{ title, unit, rows }` with rows of the API: the same periods in each
 * @param about as of chartCard; `words(period)` when the rows' periods aren't days
 * @param granularity of the rows
 */
export function linesCard(about, series, granularity, annotations = []) {
  const words = about.words ?? ((period) => periodWords(period, granularity))
  const periods = (series[0]?.rows ?? []).map((row) => row.period)
  const rows = periods.map((period, index) => ({ period, points: series.map((each) => each.rows[index]) }))
  const nothingTold = rows.length > 0 && series.every((each) => each.rows.every((row) => row.value === null))
  const withheld = nothingTold && series.some((each) => each.rows.some((row) => row.withheld))
  return chartCard({
    height: 260,
    columns: [
      { title: 'Period', get: (row) => row.period, show: (row) => words(row.period) + (row.points[0]?.partial ? ' (part)' : '') },
      ...series.map((each, index) => ({
        title: each.title,
        unit: each.unit,
        get: (row) => row.points[index]?.value ?? null,
        withheld: (row) => (row.points[index]?.withheld ? row.points[index].withheldBecause ?? true : false),
      })),
    ],
    rows: nothingTold && !withheld ? [] : rows,
    withheld,
    summary: series.map((each) => `${each.title}: ${each.rows.map((row) => `${words(row.period)} ${row.withheld ? 'withheld' : figure(row.value, each.unit)}`).join(', ')}`).join('. '),
    foot: !withheld && series.some((each) => each.rows.some((row) => row.withheld)) ? 'Gaps: withheld, because these periods are about too few people or would tell of some that are.' : null,
    option: (colours, width) => option(colours, width, series, { periods, granularity, annotations, words, short: about.words ?? ((period) => periodName(period, granularity)) }),
    ...about,
  })
}

/** Round steps on the axis: a quarter of the whole, the points of a scale, or whole hours. */
export function scaleOf(unit, series) {
  const top = Math.max(0, ...series.flatMap((each) => each.rows.map((row) => row.value ?? 0)))
  if (unit === 'ratio' && top > 0.4) return { max: 1, interval: 0.25 }
  if (unit === 'net-score') return { min: -1, max: 1, interval: 0.5 }
  if (unit === 'score') return { min: 1, max: 5, interval: 1 }
  if (unit === 'minutes' && top >= 120) {
    const interval = niceStep(top / 60 / 4) * 60
    return { interval, max: Math.ceil(top / interval) * interval }
  }
  return {}
}

function niceStep(size) {
  const power = 10 ** Math.floor(Math.log10(size))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= size)
}

const DASHES = ['solid', 'dashed', 'dotted']

function option(colours, width, series, { periods, granularity, annotations, words, short }) {
  const unit = series[0].unit
  const one = series.length === 1
  return {
    grid: grid({ left: 8, right: one ? 28 : Math.min(140, width * 0.28), top: 32, bottom: 8 }),
    xAxis: categoryAxis(colours, periods.map(short), { boundaryGap: periods.length === 1 || granularity !== 'day' }),
    yAxis: valueAxis(colours, (number) => figure(number, unit), scaleOf(unit, series)),
    tooltip: tooltip(colours, 'axis', (points) => {
      const index = points[0].dataIndex
      return tip(words(periods[index]), [
        ...series.map((each, at) => {
          const row = each.rows[index]
          return [each.title, row?.withheld ? 'withheld' : figure(row?.value, each.unit), colours.series[at]]
        }),
        ...campaignsIn(annotations, periods[index], granularity).map((annotation) => ['Campaign', annotation.title]),
      ])
    }),
    series: series.map((each, at) => ({
      name: each.title,
      type: 'line',
      data: each.rows.map((row) => row.value),
      symbol: 'circle',
      symbolSize: 6,
      showSymbol: each.rows.length <= 30,
      lineStyle: { width: 2.5, type: DASHES[at % DASHES.length] },
      areaStyle: one ? { opacity: 0.08 } : undefined,
      endLabel: { show: true, formatter: one ? ({ value }) => figure(value, unit) : each.title, color: one ? colours.text : colours.series[at], fontWeight: 600, distance: 8, width: 120, overflow: 'truncate' },
      labelLayout: { moveOverlap: 'shiftY' },
    })).concat(campaignBands(colours, annotations, periods.map((period) => period.slice(0, 10)), granularity)),
  }
}
