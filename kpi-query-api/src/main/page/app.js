// Starts the page: what never changes around the views, then the view that the address names, again at each change.

import { read, onChange, followLinks, WHOLE } from './lib/address.js'
import { span, daysBefore } from './lib/period.js'
import { replace, h } from './lib/dom.js'
import * as names from './lib/names.js'
import { failure } from './parts/states.js'
import { engine } from './parts/engine.js'
import { navigation, markCurrent } from './shell/navigation.js'
import { filters } from './shell/filters.js'
import { VIEWS, viewNamed } from './shell/views.js'

const content = document.querySelector('#content')
const announcer = document.querySelector('#announcer')
let last = null

function show() {
  const state = read()
  const view = viewNamed(state.view)
  dispatchEvent(new Event('footlights:leave'))
  markCurrent(view?.id)
  document.title = view ? `${view.title} · Footlights` : 'Footlights'
  const heading = h('h1', { tabindex: '-1' }, view?.title ?? 'There is no such view')
  try {
    replace(content, view ? shown(view, state, heading) : [heading, h('p', {}, `This address asks for “${state.view}”. The views are on the menu.`)])
  } catch (error) {
    replace(content, heading, failure(error, show))
  }
  arrived(state, heading)
}

function shown(view, state, heading) {
  const known = { kpis: names.kpis(), teams: names.teams(), features: names.features() }
  // Who needs an answer says what went wrong with it; not every view needs each.
  for (const answer of Object.values(known)) answer.catch(() => {})
  const lead = h('div', { class: 'view-lead' })
  // First, so that what it asks for is on its way before the rest is made.
  const body = view.view({ state, known, heading, lead })
  return [filters(state, view, known), h('header', { class: 'view-head' }, lead, heading, nameScope(state, known, view)), body]
}

/** Whom, what and which days the figures are about. */
function nameScope(state, known, view) {
  const whom = h('span', { id: 'scope' })
  const days = [span(state.from, state.to)]
  if (state.compare && view.filters.includes('compare')) {
    const before = daysBefore(state.from, state.to)
    days.push(`compared with ${span(before.from, before.to)}`)
  }
  if (view.filters.includes('team')) {
    known.teams.then(
      (teams) => whom.append(teams.title(state.team) === 'Organisation' ? 'Everyone' : teams.title(state.team), ' · '),
      () => {},
    )
  }
  if (view.filters.includes('feature') && state.feature !== WHOLE) {
    known.features.then(
      (features) => whom.append(features.title(state.feature), ' · '),
      () => {},
    )
  }
  return h('p', { class: 'scope' }, whom, days.join(', '))
}

/** After a change of view whoever reads with the keyboard or by ear is taken to its heading. */
function arrived(state, heading) {
  if (last !== null && last !== state.view) {
    scrollTo(0, 0)
    heading.focus({ preventScroll: true })
  }
  announcer.textContent = `${heading.textContent}: shown`
  last = state.view
}

navigation(document.querySelector('#navigation'), VIEWS)
followLinks()
onChange(show)
show()
// Nearly every view draws a chart once its figures are there. The library is large: it is read while they are on their way.
engine().catch(() => {})
