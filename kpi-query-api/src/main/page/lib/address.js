// What is shown is said by the address: reading it, linking to it, moving on.

import { defaultPeriod, isDay } from './period.js'

export const ORGANISATION = 'org'
export const WHOLE = '*'
const KEPT = ['team', 'from', 'to', 'zone', 'compare', 'granularity']
const GRANULARITIES = ['day', 'week', 'month']

const listeners = new Set()

/** The state that an address means, with defaults filled in. `given` are the parameters as they stand there. */
export function read(search = location.search) {
  const given = Object.fromEntries(new URLSearchParams(search))
  const zone = given.zone || ''
  const whole = isDay(given.from) && isDay(given.to) && given.from <= given.to
  const view = given.view || 'overview'
  const period = whole ? { from: given.from, to: given.to } : defaultPeriod(view, zone)
  return {
    given,
    view,
    team: given.team || ORGANISATION,
    feature: given.feature || WHOLE,
    zone,
    ...period,
    chosenPeriod: whole,
    granularity: GRANULARITIES.includes(given.granularity) ? given.granularity : 'week',
    compare: given.compare !== 'none',
  }
}

/** The address of a view. What is true of every view is kept, the rest must be said. */
export function linkTo(view, changes = {}, state = read()) {
  const kept = Object.fromEntries(KEPT.filter((name) => state.given[name]).map((name) => [name, state.given[name]]))
  return address({ ...kept, ...changes, view })
}

/** The address of the same view with some things changed; null takes one out. */
export function linkHere(changes, state = read()) {
  return address({ ...state.given, ...changes })
}

function address(parameters) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    const standard =
      (name === 'view' && value === 'overview') ||
      (name === 'team' && value === ORGANISATION) ||
      (name === 'feature' && value === WHOLE)
    if (value !== null && value !== undefined && value !== '' && !standard) query.set(name, value)
  }
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/')
  return text === '' ? '/' : `/?${text}`
}

/** The same view with the days written out, so that it shows the same next month. */
export function lastingLink(state = read()) {
  return new URL(linkHere({ from: state.from, to: state.to }, state), location.href).href
}

export function go(href) {
  history.pushState(null, '', href)
  tell()
}

/** Calls the listener whenever the address says something new. */
export function onChange(listener) {
  listeners.add(listener)
}

function tell() {
  for (const listener of listeners) listener()
}

/** Links within the page change what is shown without loading it anew; with a modifier key they stay the browser's. */
export function followLinks() {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    const link = event.target.closest?.('a[href]')
    if (!link || link.target || link.hasAttribute('download')) return
    const target = new URL(link.href)
    if (target.origin !== location.origin || target.pathname !== '/') return
    if (target.hash && target.search === location.search) return
    event.preventDefault()
    go(target.pathname + target.search)
  })
  addEventListener('popstate', tell)
}
