// Figures on the page. Each carries the API's own number, so that what is read can be checked.

import { h } from '../lib/dom.js'
import { figure, change, NOTHING } from '../lib/format.js'
import { withheldMark } from './states.js'

/** A figure, or why there is none. */
export function value(number, unit, withheld = false, because = '') {
  if (withheld) return withheldMark(because)
  if (number === null || number === undefined) return h('span', { class: 'nothing', title: 'There is nothing to work this out from' }, NOTHING)
  return h('data', { class: 'figure', value: number }, figure(number, unit))
}

/** The figure of a row of a KPI. */
export function rowValue(row, unit) {
  return row ? value(row.value, unit, row.withheld, row.withheldBecause) : value(null, unit)
}

/** How a figure compares with the period before; coloured by whether that is better. */
export function difference(row, unit, better = 'none') {
  if (!row || row.withheld) return null
  if (row.previousWithheld) return h('span', { class: 'change' }, 'before: ', withheldMark())
  const moved = change(row.value, row.previous, unit)
  if (!moved) return null
  const good = moved.difference === 0 || better === 'none' ? '' : (moved.difference > 0) === (better === 'up') ? 'good' : 'bad'
  return h(
    'span',
    { class: `change ${good}` },
    h('span', { 'aria-hidden': 'true', class: 'arrow' }, moved.difference === 0 ? '' : `${moved.arrow} `),
    h('data', { value: moved.difference }, moved.text),
    h('span', { class: 'visually-hidden' }, good === 'good' ? ' better' : good === 'bad' ? ' worse' : ''),
  )
}
