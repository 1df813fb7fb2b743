// What stands where a figure would stand while there is none, in plain words.

import { h, replace } from '../lib/dom.js'
import { linkHere } from '../lib/address.js'
import { term } from './term.js'

export const WITHHELD = {
  'few-people':
    'Withheld: this is about so few people that it could tell what one of them did. A larger team or a longer period may be told.',
  neighbours:
    'Withheld: with this figure, one about too few people next to it could be worked out. Whole weeks and larger teams are told most often.',
  '': 'Withheld: this could tell something about too few people. Whole weeks and larger teams are told most often.',
}

/** In place of a figure that is kept back. */
export function withheldMark(because = '') {
  return h('span', { class: 'withheld' }, term('withheld', WITHHELD[because] ?? WITHHELD['']))
}

export function loading(words = 'Loading…') {
  return h('div', { class: 'state loading', 'aria-busy': 'true' }, h('span', { class: 'visually-hidden' }, words), h('div', { class: 'bar' }), h('div', { class: 'bar' }), h('div', { class: 'bar short' }))
}

export function empty(title, ...words) {
  return h('div', { class: 'state empty' }, h('p', { class: 'state-title' }, title), words.length > 0 && h('p', {}, ...words))
}

export function allWithheld() {
  return h('div', { class: 'state empty' }, h('p', { class: 'state-title' }, 'All of this is withheld'), h('p', {}, WITHHELD['few-people']))
}

const LACKING = 'so that nothing is told about too few people'

/** What stands where a list has no rows. */
export function emptyList(answer, title, ...words) {
  if (answer.withheldItems === 0) return empty(title, ...words)
  return empty('All of it is withheld', answer.withheldItems === null ? `Nothing is told of this here in these days, ${LACKING}.` : `${answer.withheldItems} in number, ${LACKING}.`)
}

/** What a list says below its rows of those it lacks; null when it lacks none. */
export function lacking(answer) {
  return answer.withheldItems > 0 ? `${answer.withheldItems} more, withheld ${LACKING}.` : null
}

/** Why a row of a list has a name only, or false. */
export function namedOnly(row) {
  return row.withheld ? 'neighbours' : false
}

/** The rows of a list that have more than a name. */
export function told(rows) {
  return rows.filter((row) => !row.withheld)
}

/** A failure that says what it is, what may help, and tries again. */
export function failure(error, again) {
  const retry = again && h('button', { type: 'button', class: 'button', onclick: again }, 'Try again')
  return h(
    'div',
    { class: 'state failed', role: 'alert' },
    h('p', { class: 'state-title' }, title(error)),
    h('p', {}, error.message),
    nearLinks(error),
    h('div', { class: 'form-actions' }, retry, error.status === 404 && h('a', { class: 'button', href: linkHere({ team: null, feature: null }) }, 'Show the whole organisation')),
  )
}

function title(error) {
  if (error.status === 503) return 'The figures can’t be read at the moment'
  if (error.status === 403) return 'This key may not do that'
  return error.title || 'This could not be shown'
}

function nearLinks(error) {
  if (error.status !== 404 || !error.near?.length) return null
  const name = error.near[0].includes(':') || error.near.includes('org') ? 'team' : 'feature'
  const links = error.near.map((near) => h('li', {}, h('a', { href: linkHere({ [name]: near }) }, near)))
  return h('div', {}, h('p', {}, 'Did you mean'), h('ul', {}, links))
}

/**
 * A place that shows loading, then what `render` makes of what `load` brings, or why there is nothing. `load` is called
 * at once, and again by "Try again".
 */
export function eventually(load, render, words) {
  const place = h('div', { class: 'eventually' })
  const start = async () => {
    replace(place, loading(words))
    try {
      const answer = await load()
      replace(place, render(answer))
    } catch (error) {
      if (!(error instanceof Error) || error.status === undefined) console.error(error)
      replace(place, failure(error, start))
    }
  }
  place.ready = start()
  return place
}

const QUIET = 300

/** Resolves once the view has all its figures, for which the service and the browser should have their hands free. */
export async function quiet() {
  do await new Promise((resolve) => setTimeout(resolve, QUIET))
  while (document.querySelector('#content .loading'))
}
