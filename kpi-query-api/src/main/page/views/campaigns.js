// What was done to spread the portal, and whether it helped.

import { h } from '../lib/dom.js'
import { ask } from '../lib/api.js'
import { go, linkHere, ORGANISATION, WHOLE } from '../lib/address.js'
import { scopeOf, annotationsOf, seriesOf } from '../lib/question.js'
import { span, today, daysBetween } from '../lib/period.js'
import { figure, several } from '../lib/format.js'
import { eventually, empty } from '../parts/states.js'
import { term } from '../parts/term.js'
import { chartCard } from '../parts/chart.js'
import { linesCard } from '../charts/lines.js'
import { intervalCard } from '../charts/interval.js'
import { campaignForm, removeButton } from './campaign-form.js'

const KPIS = ['active-users', 'adoption-rate', 'events', 'page-views', 'interactions', 'template-runs', 'searches', 'minutes-saved']
const RATES = ['active-users', 'adoption-rate']
const MOST_WEEKS = 4

export function view({ state, known }) {
  const kpi = KPIS.includes(state.given.kpi) ? state.given.kpi : 'active-users'
  const annotations = ask('/api/v1/annotations', { team: state.team === ORGANISATION ? null : state.team, limit: 200 })
  return h(
    'div',
    { class: 'stack' },
    h('p', { class: 'headline' }, 'Demo days, hackathons, talks and releases, on the same days as the figures they were meant to move.'),
    choices(known, kpi),
    eventually(
      async () => [await seriesOf(state, kpi, scopeOf(state)), await annotationsOf(state), await known.kpis],
      ([answer, marks, kpis]) => linesCard({ id: 'campaigns-over-time', title: kpis.get(kpi)?.name ?? kpi, lead: 'Bands mark the campaigns in these days.' }, [{ title: kpis.get(kpi)?.name ?? kpi, unit: answer.unit, rows: answer.rows }], answer.granularity, marks),
    ),
    eventually(
      async () => [await annotations, await known.teams, await known.features],
      ([answer, teams, features]) => [
        list(answer.rows, state, teams, features),
        chosenOf(answer.rows, state) && [h('div', { class: 'stack-gap' }), liftOf(chosenOf(answer.rows, state), state, known, kpi)],
      ],
    ),
    campaignForm(state, known),
  )
}

function choices(known, kpi) {
  const select = h('select', { id: 'campaign-kpi', onchange: () => go(linkHere({ kpi: select.value === 'active-users' ? null : select.value })) })
  known.kpis.then(
    (kpis) => select.append(...KPIS.map((id) => h('option', { value: id, selected: id === kpi }, kpis.get(id)?.name ?? id))),
    () => {},
  )
  return h('div', { class: 'choices' }, h('div', { class: 'field' }, h('label', { for: 'campaign-kpi' }, 'Figure'), select))
}

function chosenOf(rows, state) {
  return rows.find((row) => row.id === state.given.annotation) ?? rows[0]
}

function list(rows, state, teams, features) {
  const chosen = chosenOf(rows, state)
  const names = (ids, title, none) => (ids.length === 0 ? none : ids.map(title).join(', '))
  return chartCard({
    id: 'campaigns',
    title: 'Campaigns',
    tableIsDrawn: true,
    columns: [
      { title: 'Campaign', get: (row) => row.title },
      { title: 'Kind', get: (row) => row.kind },
      { title: 'First day', get: (row) => row.firstDay },
      { title: 'Last day', get: (row) => row.lastDay },
      { title: 'Teams', get: (row) => names(row.teams, (ref) => teams.title(ref), 'everyone') },
      { title: 'Features', get: (row) => names(row.features, (id) => features.title(id), 'everything') },
      { title: 'Note', get: (row) => row.note },
      { title: 'Link', get: (row) => row.link },
    ],
    rows,
    drawing: h(
      'ul',
      { class: 'campaigns' },
      rows.map((row) =>
        h(
          'li',
          { 'data-annotation': row.id, class: row === chosen ? 'chosen' : null },
          h('a', { href: linkHere({ annotation: row.id }), 'aria-current': row === chosen ? 'true' : null }, row.title),
          h('span', { class: 'badge' }, row.kind),
          h('span', { class: 'quiet' }, span(row.firstDay, row.lastDay)),
          h('p', { class: 'quiet' }, `For ${names(row.teams, (ref) => teams.title(ref), 'everyone')}, about ${names(row.features, (id) => features.title(id), 'everything')}.`),
          row.note && h('p', {}, row.note),
          row === chosen && h('p', {}, removeButton(row)),
          row.link && h('p', {}, h('a', { href: row.link, target: '_blank', rel: 'noopener noreferrer' }, 'More about it', h('span', { class: 'visually-hidden' }, ' (opens a new tab)'))),
        ),
      ),
    ),
    nothing: empty('No campaign is recorded yet', 'Add the first below: it is then marked on every chart over time.'),
  })
}

/** As many weeks as are over since, four at most. */
function weeksFor(annotation, state) {
  const asked = Number.parseInt(state.given.weeks, 10)
  if (asked >= 1 && asked <= 26) return asked
  // Neither its last day is one after it, nor is today over.
  const passed = daysBetween(annotation.lastDay, today(state.zone)) - 2
  return Math.max(1, Math.min(MOST_WEEKS, Math.floor(passed / 7)))
}

function liftOf(annotation, state, known, kpi) {
  const weeks = weeksFor(annotation, state)
  const select = h('select', { id: 'weeks', onchange: () => go(linkHere({ weeks: select.value })) }, [1, 2, 3, 4, 6, 8, 12].concat([1, 2, 3, 4, 6, 8, 12].includes(weeks) ? [] : [weeks]).map((number) => h('option', { value: number, selected: number === weeks }, several(number, 'week'))))
  const tools = h('div', { class: 'choices' }, h('div', { class: 'field' }, h('label', { for: 'weeks' }, 'Before and after'), select))
  return eventually(
    async () => [await ask(`/api/v1/annotations/${annotation.id}/lift`, { kpi, weeks, zone: state.zone, feature: state.feature === WHOLE ? null : state.feature }), await known.kpis, await known.features],
    ([answer, kpis, features]) => {
      const title = `Lift of “${annotation.title}”`
      const about = `${kpis.get(answer.kpi)?.name ?? answer.kpi}, ${features.title(answer.feature)}`
      if (answer.lift === null) {
        return h('section', { class: 'card', 'data-chart': 'lift' }, h('header', { class: 'card-head' }, h('div', {}, h('h2', {}, title), h('p', { class: 'lead' }, about))), tools, empty('There is no lift to tell', sentence(answer.why ?? 'Too few people or teams are on one of the sides.')))
      }
      const text = liftText(answer.kpi)
      return intervalCard(
        {
          id: 'lift',
          title,
          lead: `${about}, ${answer.weeks === 1 ? 'one week' : `${answer.weeks} weeks`} after against as many before.`,
          before: tools,
          after: h('p', { class: 'card-note', 'data-figure': 'lift' }, verdict(answer, text)),
          foot: h('span', {}, `${several(answer.invited.teams, 'invited team')} (${answer.invited.headcount} people), ${several(answer.others.teams, 'other team')} (${answer.others.headcount}). `, term('How this is worked out', `${answer.method}. Figures are ${answer.unit}.`)),
        },
        { lift: answer.lift, low: answer.low, high: answer.high, invited: answer.invited, others: answer.others, text },
      )
    },
  )
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.')
}

/** A change as it is written: in points of the headcount, or as an amount per person and week. */
function liftText(kpi) {
  return (change) => {
    const sign = change > 0 ? '+' : change < 0 ? '−' : ''
    return RATES.includes(kpi) ? `${sign}${figure(Math.abs(change * 100), 'number')} pts` : `${sign}${figure(Math.abs(change), 'score')}`
  }
}

function verdict(answer, text) {
  const clear = answer.low > 0 || answer.high < 0
  const unit = RATES.includes(answer.kpi) ? 'share of people active in a week' : 'amount per person and week'
  return [
    h('strong', {}, clear ? (answer.lift > 0 ? 'The invited teams gained. ' : 'The invited teams lost. ') : 'This may be chance. '),
    'Their ',
    unit,
    ' changed by ',
    h('data', { class: 'figure', value: answer.lift }, text(answer.lift)),
    ` beyond what changed for the others; with 95 % certainty the lift lies between ${text(answer.low)} and ${text(answer.high)}${clear ? '.' : ', and no effect lies within that.'}`,
  ]
}
