// A rate as a small bar with its figure.

import { h } from '../lib/dom.js'
import { value } from './value.js'

export function meter(rate, unit, withheld = false, because = '', top = 1) {
  const fill = h('div', { class: 'meter-fill' })
  fill.style.width = `${Math.min(100, (100 * (rate ?? 0)) / (top || 1))}%`
  return h('div', { class: 'meter' }, h('div', { class: 'meter-track', 'aria-hidden': 'true' }, withheld ? null : fill), value(rate, unit, withheld, because))
}
