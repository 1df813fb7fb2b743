// Whom, what and when: each choice is a new address.

import { h, freshId } from '../lib/dom.js'
import { go, linkHere, ORGANISATION, WHOLE } from '../lib/address.js'
import { quiet } from '../parts/states.js'
import { presets, span, shortSpan, isDay } from '../lib/period.js'

const INDENT = '\u2003'

export function filters(state, view, known) {
  const has = (name) => view.filters.includes(name)
  return h(
    'form',
    { class: 'filters', 'aria-label': 'Filters', onsubmit: (event) => event.preventDefault() },
    has('team') && teamChoice(state, known.teams),
    has('feature') && featureChoice(state, known.features),
    periodChoice(state),
    has('granularity') && choice('Steps', 'granularity', [['day', 'Days'], ['week', 'Weeks'], ['month', 'Months']], state.granularity, (value) => ({ granularity: value === 'week' ? null : value })),
    zoneChoice(state, known.kpis),
    has('compare') && compareChoice(state),
  )
}

function field(label, control, id) {
  return h('div', { class: 'field' }, h('label', { for: id }, label), control)
}

function choice(label, name, options, chosen, changes) {
  const id = freshId(name)
  const select = h('select', { id, name, onchange: () => go(linkHere(changes(select.value))) }, options.map(([value, title]) => h('option', { value, selected: value === chosen }, title)))
  return field(label, select, id)
}

function later(label, name, promise, optionsOf, chosen, changes, standing) {
  const id = freshId(name)
  const select = h('select', { id, name, onchange: () => go(linkHere(changes(select.value))) }, h('option', { value: chosen, selected: true }, standing))
  promise.then(
    (answer) => {
      const options = optionsOf(answer)
      if (!options.some(([value]) => value === chosen)) options.unshift([chosen, `${chosen} (unknown)`])
      select.replaceChildren(...options.map(([value, title]) => h('option', { value, selected: value === chosen }, title)))
    },
    () => {},
  )
  return field(label, select, id)
}

function teamChoice(state, teams) {
  return later(
    'Team',
    'team',
    teams,
    (all) => [
      [ORGANISATION, 'Everyone'],
      ...all.tree().map((team) => [team.team, INDENT.repeat(team.depth) + team.title]),
      ...(all.get('unassigned') ? [['unassigned', 'People without a team']] : []),
    ],
    state.team,
    (team) => ({ team }),
    state.team === ORGANISATION ? 'Everyone' : state.team,
  )
}

function featureChoice(state, features) {
  return later('Feature', 'feature', features, (all) => [[WHOLE, 'All features'], ...all.rows.map((row) => [row.feature, row.title])], state.feature, (feature) => ({ feature }), state.feature === WHOLE ? 'All features' : state.feature)
}

function periodChoice(state) {
  const all = presets(state.zone)
  const same = all.find((preset) => preset.from === state.from && preset.to === state.to)
  const id = freshId('period')
  const days = customDays(state)
  days.hidden = Boolean(same)
  const select = h(
    'select',
    {
      id,
      name: 'period',
      onchange: () => {
        const preset = all.find((each) => each.id === select.value)
        days.hidden = Boolean(preset)
        if (preset) go(linkHere({ from: preset.from, to: preset.to }))
        else days.querySelector('input').focus()
      },
    },
    all.map((preset) => h('option', { value: preset.id, selected: preset === same }, `${preset.title}: ${shortSpan(preset.from, preset.to)}`)),
    h('option', { value: 'custom', selected: !same }, same ? 'Other days…' : span(state.from, state.to)),
  )
  return h('div', { class: 'field period' }, h('label', { for: id }, 'Days'), select, days)
}

function customDays(state) {
  const from = h('input', { type: 'date', name: 'from', value: state.from, 'aria-label': 'First day', required: true })
  const to = h('input', { type: 'date', name: 'to', value: state.to, 'aria-label': 'Last day', required: true })
  const apply = () => {
    to.setCustomValidity(isDay(from.value) && isDay(to.value) && from.value > to.value ? 'The last day comes before the first' : '')
    if (isDay(from.value) && isDay(to.value) && to.reportValidity()) go(linkHere({ from: from.value, to: to.value }))
  }
  return h('div', { class: 'days' }, from, h('span', {}, 'to'), to, h('button', { type: 'button', class: 'button', onclick: apply }, 'Show'))
}

function zoneChoice(state, kpis) {
  return later(
    'Time zone',
    'zone',
    kpis.then(async (catalogue) => {
      // There are hundreds, and the figures go before.
      await quiet()
      return catalogue.zone
    }),
    (standard) => [['', `${standard} (standard)`], ...zones().filter(([zone]) => zone !== standard)],
    state.zone,
    (zone) => ({ zone: zone || null }),
    state.zone || 'Standard',
  )
}

function zones() {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => [zone, zone.replaceAll('_', ' ')])
}

function compareChoice(state) {
  const id = freshId('compare')
  const box = h('input', { id, type: 'checkbox', name: 'compare', checked: state.compare, onchange: () => go(linkHere({ compare: box.checked ? null : 'none' })) })
  return h('div', { class: 'field check' }, box, h('label', { for: id, title: 'With as many days just before' }, 'Compare'))
}
