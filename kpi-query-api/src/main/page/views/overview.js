// How the portal is doing, on one screen.

import { h } from '../lib/dom.js'
import { linkTo, WHOLE } from '../lib/address.js'
import { growthOf, annotationsWithBefore, totalsBy } from '../lib/question.js'
import { periodWords, plusDays, periodEnd } from '../lib/period.js'
import { several } from '../lib/format.js'
import { kpiTiles } from '../parts/tile.js'
import { eventually, empty } from '../parts/states.js'
import { value, difference } from '../parts/value.js'
import { kpiTerm } from '../parts/term.js'
import { chartCard } from '../parts/chart.js'
import { growthCard } from '../charts/growth.js'
import { barsPicture } from '../charts/bars.js'

const MOST_MOVED = 3

export function view({ state, known }) {
  const growth = growthOf(state)
  const annotations = annotationsWithBefore(state).catch(() => [])
  return h(
    'div',
    { class: 'stack' },
    headline(state, growth),
    kpiTiles(
      state,
      known.kpis,
      [
        { kpi: 'active-users' },
        { kpi: 'adoption-rate', note: (row) => (row?.headcount !== undefined ? `of ${several(row.headcount, 'person', 'people')} in the roster` : '') },
        { kpi: 'stickiness' },
        { kpi: 'minutes-saved', title: 'Time saved', also: 'money-saved', note: (row, answer) => moneyNote(answer, known) },
        { kpi: 'template-runs' },
      ],
      { feature: state.feature === WHOLE ? null : state.feature },
    ),
    eventually(async () => [await growth, await annotations], ([answer, marks]) => growthCard(state, answer, marks)),
    moved(state, known),
  )
}

function moneyNote(answer, known) {
  const row = answer?.rows[0]
  return row ? h('span', { 'data-kpi': 'money-saved' }, 'worth ', value(row.value, answer.unit, row.withheld, row.withheldBecause), ' ', h('span', {}, '(', kpiTerm('money-saved', known.kpis, 'how'), ')')) : null
}

/** What the last whole period was like, in a sentence. */
function headline(state, growth) {
  const place = h('p', { class: 'headline' })
  growth.then(
    (answer) => {
      const whole = answer.rows.filter((row) => !row.partial && row.active !== null)
      const last = whole.at(-1)
      if (!last) return
      const before = answer.rows[answer.rows.indexOf(last) - 1]
      const words = periodWords(last.period, answer.granularity)
      place.append(`${{ day: 'On', week: 'In the', month: 'In' }[answer.granularity]} ${words}, `, h('strong', {}, several(last.active, 'person', 'people')), ` used ${state.feature === WHOLE ? 'the portal' : 'this feature'}`)
      if (state.compare && before?.active != null && adjacent(before, last, answer.granularity)) place.append(`, ${compared(last.active - before.active)} the ${answer.granularity} before`)
      if (last.returning !== null) place.append(`; ${last.returning} of them had also been there the ${answer.granularity} before`)
      place.append('.')
    },
    () => {},
  )
  return place
}

function adjacent(before, last, granularity) {
  return plusDays(periodEnd(before.period, granularity), 1) === last.period.slice(0, 10)
}

function compared(difference) {
  if (difference === 0) return 'as many as'
  return `${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} than`
}

function moved(state, known) {
  const features = () => totalsBy(state, 'active-users', 'feature', { team: state.team, compare: 'previous', order: 'change' })
  const teams = () => totalsBy(state, 'active-users', 'team', { feature: state.feature === WHOLE ? null : state.feature, compare: 'previous', order: 'change' })
  return h(
    'div',
    { class: 'columns' },
    eventually(
      async () => [await features(), await known.features],
      ([answer, names]) =>
        movesCard(
          { id: 'moved-features', title: 'What moved most: features', lead: 'People using each feature, against as many days before.', what: 'feature', unit: answer.unit },
          answer.rows.filter((row) => names.get(row.feature)?.used !== false).map((row) => ({ ...row, id: row.feature, title: names.title(row.feature), href: linkTo('features', { feature: row.feature }) })),
        ),
    ),
    eventually(
      async () => [await teams(), await known.teams],
      ([answer, names]) => {
        const below = new Set(names.tree(state.team).map((team) => team.team))
        return movesCard(
          { id: 'moved-teams', title: 'What moved most: teams', lead: 'Active people in each team, against as many days before.', what: 'team', unit: answer.unit },
          answer.rows.filter((row) => below.has(row.team) && names.isLeaf(row.team)).map((row) => ({ ...row, id: row.team, title: names.title(row.team), href: linkTo('teams', { team: row.team }) })),
        )
      },
    ),
  )
}

const isKnown = (row) => row.value !== null && row.previous !== null && row.previous !== undefined
const rise = (row) => row.value - row.previous

/** The rows come with the largest rise first. All of them are in the CSV. */
function movesCard(about, rows) {
  const known = rows.filter(isKnown)
  const up = known.filter((row) => rise(row) > 0).slice(0, MOST_MOVED)
  const down = known.filter((row) => rise(row) < 0).slice(-MOST_MOVED).reverse()
  const kept = rows.length - known.length
  return chartCard({
    ...about,
    tableIsDrawn: true,
    columns: [
      { title: about.what === 'team' ? 'Team' : 'Feature', get: (row) => row.title },
      { title: 'People', get: (row) => row.value, withheld: (row) => row.withheld },
      { title: 'People before', get: (row) => row.previous, withheld: (row) => row.previousWithheld === true },
      { title: 'Change', get: (row) => (isKnown(row) ? rise(row) : null) },
    ],
    rows,
    drawing: drawnMoves(about, known, up, down),
    picture: up.length + down.length > 0 && ((colours) => barsPicture(colours, [...up, ...down.toReversed()].map((row) => ({ name: row.title, value: rise(row) })), 'change')),
    pictureHeight: 40 + (up.length + down.length) * 32,
    nothing: empty('Nothing to compare', `There is no ${about.what} here.`),
    foot: kept > 0 && known.length > 0 ? `${several(kept, about.what)} left out, because the figure now or before is withheld.` : null,
  })
}

function drawnMoves(about, known, up, down) {
  if (known.length === 0) return empty('Nothing to compare', 'All of it is withheld, in these days or those before.')
  if (up.length + down.length === 0) return empty('Nothing moved', `Every ${about.what} has as many people as before.`)
  return h('div', {}, list('Up', up, about.unit), list('Down', down, about.unit))
}

function list(title, rows, unit) {
  if (rows.length === 0) return h('p', { class: 'moves-title' }, `Nothing went ${title.toLowerCase()}`)
  return [
    h('h3', { class: 'moves-title' }, title),
    h(
      'ul',
      { class: 'moves' },
      rows.map((row) => h('li', { 'data-item': row.id }, h('a', { href: row.href }, row.title), h('span', { class: 'now' }, value(row.value, unit)), difference(row, unit, 'up'))),
    ),
  ]
}
