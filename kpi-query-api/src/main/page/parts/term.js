// A name whose meaning is one hover or one key away.

import { h, freshId } from '../lib/dom.js'

let bubble = null
let shownFor = null

/** A word with its explanation. `words` is a text, or a promise of one. */
export function term(title, words) {
  const id = freshId('meaning')
  const meaning = h('span', { id, hidden: true })
  Promise.resolve(words).then(
    (text) => meaning.append(text || ''),
    () => {},
  )
  const button = h('button', { type: 'button', class: 'term', 'aria-describedby': id }, title)
  const show = () => open(button, meaning.textContent)
  const hide = () => close(button)
  button.addEventListener('mouseenter', show)
  button.addEventListener('focus', show)
  button.addEventListener('click', show)
  button.addEventListener('mouseleave', hide)
  button.addEventListener('blur', hide)
  return h('span', { class: 'term-holder' }, button, meaning)
}

/** The name of a KPI, or another title for it, with its definition from the promised catalogue. */
export function kpiTerm(id, catalogue, title) {
  const known = Promise.resolve(catalogue).then((kpis) => kpis.get(id))
  const name = h('span', {}, title ?? id.replaceAll('-', ' '))
  if (title === undefined) {
    known.then(
      (kpi) => kpi && (name.textContent = kpi.name),
      () => {},
    )
  }
  return term(name, known.then(definition))
}

export function definition(kpi) {
  return kpi ? `${kpi.definition} (${kpi.formula})` : ''
}

function open(button, text) {
  if (!text) return
  bubble ??= document.body.appendChild(h('div', { class: 'bubble', role: 'presentation', 'aria-hidden': 'true' }))
  bubble.textContent = text
  bubble.hidden = false
  shownFor = button
  position()
}

/** Under the word, or above it where there is no room. */
function position() {
  const place = shownFor.getBoundingClientRect()
  const size = bubble.getBoundingClientRect()
  const left = Math.max(8, Math.min(place.left, innerWidth - size.width - 8))
  const below = place.bottom + 6
  const top = below + size.height < innerHeight ? below : Math.max(8, place.top - size.height - 6)
  bubble.style.left = `${left}px`
  bubble.style.top = `${top}px`
}

function close(button) {
  if (shownFor !== button || !bubble) return
  bubble.hidden = true
  shownFor = null
}

addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && shownFor) close(shownFor)
})
addEventListener('scroll', () => shownFor && position(), { passive: true, capture: true })
