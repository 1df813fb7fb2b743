// Campaigns on charts over time: a band over every period they touch, with their name.

import { periodEnd } from '../lib/period.js'

/** A series that draws the bands behind the others. */
export function campaignBands(colours, annotations, periods, granularity) {
  const bands = annotations
    .map((annotation) => {
      const inside = periods.flatMap((period, index) => (touches(annotation, period, granularity) ? [index] : []))
      return { title: annotation.title, first: inside[0], last: inside.at(-1) }
    })
    .filter((band) => band.first !== undefined)
  return {
    name: 'Campaigns',
    type: 'custom',
    silent: true,
    z: 0,
    data: bands.map((band) => [band.first, 0, band.last]),
    encode: { x: [0, 2], y: -1 },
    renderItem: (parameters, api) => drawBand(colours, bands[parameters.dataIndex], parameters, api),
  }
}

function drawBand(colours, band, { coordSys, dataIndex }, api) {
  const step = coordSys.width / Math.max(1, Math.round(coordSys.width / api.size([1, 0])[0]))
  const left = Math.max(coordSys.x, api.coord([band.first, 0])[0] - step / 2)
  const right = Math.min(coordSys.x + coordSys.width, api.coord([band.last, 0])[0] + step / 2)
  const row = dataIndex % 3
  return {
    type: 'group',
    children: [
      { type: 'rect', shape: { x: left, y: coordSys.y, width: right - left, height: coordSys.height }, style: { fill: colours.accent, opacity: 0.1 } },
      { type: 'rect', shape: { x: left, y: coordSys.y, width: 2, height: coordSys.height }, style: { fill: colours.accent, opacity: 0.5 } },
      { type: 'text', style: { x: left + 7, y: coordSys.y + 4 + row * 15, text: short(band.title), fill: colours.quiet, font: `11px ${colours.font}` } },
    ],
  }
}

function touches(annotation, period, granularity) {
  return period <= annotation.lastDay && periodEnd(period, granularity) >= annotation.firstDay
}

/** Campaigns that touch a period, for tooltips. */
export function campaignsIn(annotations, period, granularity) {
  return annotations.filter((annotation) => touches(annotation, period, granularity))
}

function short(text) {
  return text.length > 28 ? `${text.slice(0, 27)}…` : text
}
