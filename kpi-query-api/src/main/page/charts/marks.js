// Campaigns on charts over time: a band over every period they touch, with their name.

import { periodEnd } from '../lib/period.js'

/** Pixels that a letter of a band's name takes, at most. */
const LETTER = 7

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
  // The first name stands above the drawing, where nothing else is; others that may meet it step down.
  const top = coordSys.y - 15 + (dataIndex % 3) * 15
  const title = short(band.title)
  const fits = left + title.length * LETTER < coordSys.x + coordSys.width
  return {
    type: 'group',
    children: [
      { type: 'rect', shape: { x: left, y: coordSys.y, width: right - left, height: coordSys.height }, style: { fill: colours.accent, opacity: 0.1 } },
      { type: 'rect', shape: { x: left, y: coordSys.y, width: 2, height: coordSys.height }, style: { fill: colours.accent, opacity: 0.5 } },
      { type: 'text', style: { x: fits ? left : coordSys.x + coordSys.width, y: top, align: fits ? 'left' : 'right', text: title, fill: colours.quiet, font: `11px ${colours.font}` } },
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
