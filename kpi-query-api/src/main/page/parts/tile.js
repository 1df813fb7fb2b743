// Figures at the head of a view: what it is called, how much, how it compares, how it went.

import { h, svg } from '../lib/dom.js'
import { ask } from '../lib/api.js'
import { kpiTerm } from './term.js'
import { eventually, quiet } from './states.js'
import { rowValue, difference } from './value.js'

/**
 * A row of tiles of KPIs over the days of the state, asked for together.
 *
 * @param entries each `{ kpi, title?, days?, note?, also? }`; `days` are `{ from, to }` where they aren't the state's, and `note`
 *     makes a line under the figure out of the row, and of the answer about the KPI `also`
 */
export function kpiTiles(state, catalogue, entries, scope = {}) {
  const daysOf = ({ days = state }) => `${days.from} ${days.to}`
  const tile = (entry) => {
    const { from, to } = entry.days ?? state
    const parameters = { from, to, zone: state.zone, team: state.team, ...scope }
    const together = entries.filter((each) => daysOf(each) === daysOf(entry)).flatMap((each) => [each.kpi, each.also ?? []].flat())
    return kpiTile(state, catalogue, entry, parameters, async () => {
      const { answers } = await ask('/api/v1/scorecard', { ...parameters, kpis: together.join(','), granularity: 'total', compare: state.compare ? 'previous' : null })
      return new Map(answers.map((answer) => [answer.kpi, answer]))
    })
  }
  return h('div', { class: 'tiles' }, entries.map(tile))
}

function kpiTile(state, catalogue, entry, parameters, answers) {
  const body = eventually(
    async () => [await answers(), await catalogue],
    ([all, kpis]) => {
      const answer = all.get(entry.kpi)
      const row = answer.rows[0]
      const moved = state.compare ? difference(row, answer.unit, kpis.get(entry.kpi)?.better) : null
      return [
        h('p', { class: 'tile-figure' }, rowValue(row, answer.unit)),
        moved && h('p', { class: 'tile-change' }, moved),
        entry.note && h('p', { class: 'tile-note' }, entry.note(row, all.get(entry.also))),
      ]
    },
  )
  const line = entry.line === false ? null : sparkline(entry.kpi, parameters, body.ready)
  return h('section', { class: 'tile', 'data-kpi': entry.kpi }, h('h2', { class: 'tile-title' }, kpiTerm(entry.kpi, catalogue, entry.title)), body, line)
}

/** How it went week by week: asked for after the view's figures, and left out when it can't be drawn. */
function sparkline(kpi, parameters, after) {
  const place = h('div', { class: 'spark', 'aria-hidden': 'true' })
  after
    .then(quiet)
    .then(() => ask(`/api/v1/kpis/${kpi}`, { ...parameters, granularity: 'week' }))
    .then((answer) => draw(place, answer))
    .catch(() => {})
  return place
}

const WIDTH = 120
const HEIGHT = 28

function draw(place, answer) {
  const values = answer.rows.map((row) => row.value)
  const told = values.filter((value) => value !== null)
  if (told.length < 2) return
  const top = Math.max(...told)
  const bottom = Math.min(0, ...told)
  const x = (index) => 2 + (index * (WIDTH - 4)) / (values.length - 1)
  const y = (number) => HEIGHT - 3 - ((number - bottom) / (top - bottom || 1)) * (HEIGHT - 6)
  const points = values.map((number, index) => (number === null ? null : [x(index), y(number)]))
  let path = ''
  points.forEach((point, index) => {
    if (point) path += `${index > 0 && points[index - 1] ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}`
  })
  const end = points.findLast((point) => point)
  place.append(
    svg(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'spark-line', focusable: 'false' },
      svg('path', { d: path }),
      svg('circle', { cx: end[0], cy: end[1], r: 2.5 }),
    ),
  )
}

/** A tile whose figure the view has already. */
export function plainTile(title, content, note, attributes = {}) {
  return h(
    'section',
    { class: 'tile', ...attributes },
    h('h2', { class: 'tile-title' }, title),
    h('p', { class: 'tile-figure' }, content),
    note && h('p', { class: 'tile-note' }, note),
  )
}
