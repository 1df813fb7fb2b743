// How many people come from stage to stage, and where the rest stop.

import { chartCard, tip, tooltip } from '../parts/chart.js'
import { grid, valueAxis, categoryAxis } from '../parts/engine.js'
import { figure, percent } from '../lib/format.js'

const ROW = 46
const NARROW = 480

/** Why a stage isn't told, where that is known; false when it is told. */
const reason = (stage) => stage.withheld && (stage.because ?? true)

/** A card. `stages` each `{ name, people, events, withheld, because, lost, note }` in their order. */
export function funnelCard(about, stages) {
  return chartCard({
    columns: [
      { title: 'Stage', get: (stage) => stage.name },
      { title: 'People', unit: 'people', get: (stage) => stage.people, withheld: reason },
      { title: 'Stopped before it', unit: 'ratio', get: (stage) => stage.lost },
      ...(stages.some((stage) => stage.events !== undefined) ? [{ title: 'Times', unit: 'events', get: (stage) => stage.events ?? null, withheld: reason }] : []),
      ...(stages.some((stage) => stage.note) ? [{ title: 'Time from the stage before (median)', get: (stage) => stage.note ?? '' }] : []),
    ],
    rows: stages,
    withheld: stages.length > 0 && stages.every((stage) => stage.people === null),
    height: 20 + stages.length * ROW,
    summary: stages.map((stage) => `${stage.name}: ${stage.people ?? 'withheld'}`).join('; '),
    option: (colours, width) => option(colours, width, stages),
    ...about,
  })
}

function option(colours, width, stages) {
  const worst = Math.max(...stages.map((stage) => stage.lost ?? 0))
  return {
    grid: grid({ left: 4, right: Math.min(190, width * 0.36), top: 4, bottom: 4 }),
    xAxis: valueAxis(colours, String, { axisLabel: { show: false }, splitLine: { show: false }, min: 0 }),
    yAxis: categoryAxis(colours, stages.map((stage) => stage.name), { inverse: true, axisLine: { show: false }, axisLabel: { color: colours.text, interval: 0, width: Math.min(180, width * 0.34), overflow: 'truncate' } }),
    tooltip: tooltip(colours, 'item', (point) => {
      const stage = stages[point.dataIndex]
      return tip(stage.name, [
        ['People', stage.people === null ? 'withheld' : figure(stage.people, 'people')],
        stage.lost !== null && stage.lost !== undefined && ['Stopped before it', percent(stage.lost)],
        stage.note && ['From the stage before', stage.note],
      ])
    }),
    series: [
      {
        type: 'bar',
        barWidth: '64%',
        data: stages.map((stage) => ({
          value: stage.people ?? 0,
          itemStyle: { color: colours.series[0], borderRadius: [0, 3, 3, 0] },
          label: {
            show: true,
            position: 'right',
            formatter: label(stage, width < NARROW),
            rich: { n: { fontWeight: 600, color: colours.text }, l: { color: stage.lost > 0 && stage.lost === worst ? colours.lost : colours.quiet, fontWeight: stage.lost > 0 && stage.lost === worst ? 600 : 400 } },
          },
        })),
      },
    ],
  }
}

function label(stage, short) {
  if (stage.people === null) return '{l|withheld}'
  const lost = stage.lost ? `{l|  −${percent(stage.lost)}${short ? '' : ' stopped'}}` : ''
  return `{n|${figure(stage.people, 'people')}}${lost}`
}
