// How the portal is doing, on one screen.

import { h } from '../lib/dom.js'
import { ask } from '../lib/api.js'
import { linkTo, WHOLE } from '../lib/address.js'
import { growthOf, annotationsWithBefore, totalsBy } from '../lib/question.js'
import { periodWords, plusDays, periodEnd } from '../lib/period.js'
import { several } from '../lib/format.js'
import { kpiTiles } from '../parts/tile.js'
import { eventually, empty } from '../parts/states.js'
import { value, difference } from '../parts/value.js'
import { kpiTerm } from '../parts/term.js'
import { growthCard } from '../charts/growth.js'

const MOST_MOVED = 3

export function view({ state, known }) {
  const growth = growthOf(state)
  const annotations = annotationsWithBefore(state).catch(() => [])
  const scope = { feature: state.feature === WHOLE ? null : state.feature }
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
        { kpi: 'minutes-saved', title: 'Time saved', also: () => money(state, scope), note: (row, answer) => moneyNote(answer, known) },
        { kpi: 'template-runs' },
      ],
      scope,
    ),
    eventually(async () => [await growth, await annotations], ([answer, marks]) => growthCard(state, answer, marks)),
    moved(state, known),
  )
}

function money(state, scope) {
  return ask('/api/v1/kpis/money-saved', { from: state.from, to: state.to, zone: state.zone, team: state.team, ...scope, granularity: 'total' }).catch(() => null)
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
    card('What moved most: features', 'People using each feature, against as many days before.', async () => {
      const [answer, names] = [await features(), await known.features]
      const rows = answer.rows.filter((row) => names.get(row.feature)?.used !== false)
      return moves('feature', rows, answer, (row) => [names.title(row.feature), linkTo('features', { feature: row.feature })])
    }),
    card('What moved most: teams', 'Active people in each team, against as many days before.', async () => {
      const [answer, names] = [await teams(), await known.teams]
      const below = new Set(names.tree(state.team).map((team) => team.team))
      const rows = answer.rows.filter((row) => below.has(row.team) && names.isLeaf(row.team))
      return moves('team', rows, answer, (row) => [names.title(row.team), linkTo('teams', { team: row.team })])
    }),
  )
}

function card(title, lead, load) {
  return h('section', { class: 'card', 'data-card': title }, h('header', { class: 'card-head' }, h('div', {}, h('h2', {}, title), h('p', { class: 'lead' }, lead))), eventually(load, (content) => content))
}

/** The rows come with the largest rise first. */
function moves(what, rows, answer, name) {
  const known = rows.filter((row) => row.value !== null && row.previous !== null && row.previous !== undefined)
  const rise = (row) => row.value - row.previous
  const up = known.filter((row) => rise(row) > 0).slice(0, MOST_MOVED)
  const down = known.filter((row) => rise(row) < 0).slice(-MOST_MOVED).reverse()
  const kept = rows.length - known.length
  if (up.length + down.length === 0) {
    return known.length === 0
      ? empty('Nothing to compare', rows.length === 0 ? `There is no ${what} here.` : 'All of it is withheld, in these days or those before.')
      : empty('Nothing moved', `Every ${what} has as many people as before.`)
  }
  return [
    list('Up', up, answer, name),
    list('Down', down, answer, name),
    kept > 0 && h('p', { class: 'card-foot' }, `${several(kept, what)} left out, because the figure now or before is withheld.`),
  ]
}

function list(title, rows, answer, name) {
  if (rows.length === 0) return h('p', { class: 'moves-title' }, `Nothing went ${title.toLowerCase()}`)
  return [
    h('h3', { class: 'moves-title' }, title),
    h(
      'ul',
      { class: 'moves' },
      rows.map((row) => {
        const [title, href] = name(row)
        return h('li', { 'data-item': row.feature === WHOLE ? row.team : row.feature }, h('a', { href }, title), h('span', { class: 'now' }, value(row.value, answer.unit)), difference(row, answer.unit, 'up'))
      }),
    ),
  ]
}
