// The menu of views, dark and light, and the link to share.

import { h, replace } from '../lib/dom.js'
import { linkTo, lastingLink, onChange } from '../lib/address.js'

let links = []

export function navigation(place, views) {
  const groups = [...new Set(views.map((view) => view.group))]
  links = views.map((view) => h('a', { 'data-view': view.id }, view.title))
  const inner = h('div', { class: 'nav-inner' })
  replace(place, inner)
  replace(
    inner,
    groups.map((group) => h('section', { 'aria-label': group }, h('h2', { 'aria-hidden': 'true' }, group), h('ul', {}, views.map((view, index) => view.group === group && h('li', {}, links[index]))))),
    h('div', { class: 'nav-tools' }, share(), schemeButton()),
  )
  address()
  onChange(address)
  menuButton(place)
}

function address() {
  for (const link of links) link.href = linkTo(link.dataset.view)
}

export function markCurrent(view) {
  for (const link of links) {
    if (link.dataset.view === view) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}

function menuButton(place) {
  const button = document.querySelector('.menu-button')
  const open = (opened) => {
    button.setAttribute('aria-expanded', String(opened))
    place.classList.toggle('opened', opened)
  }
  button.addEventListener('click', () => open(button.getAttribute('aria-expanded') === 'false'))
  onChange(() => open(false))
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    open(false)
    button.focus()
  })
}

/** Copies a link that shows the same days whenever it is opened; where copying isn't allowed, goes to it. */
function share() {
  const title = 'Copy link'
  const say = (words) => {
    button.textContent = words
    document.querySelector('#announcer').textContent = words
    setTimeout(() => (button.textContent = title), 2500)
  }
  const copy = async () => {
    const link = lastingLink()
    try {
      await navigator.clipboard.writeText(link)
      say('Link copied')
    } catch {
      history.replaceState(null, '', link)
      say('It is in the address bar')
    }
  }
  const button = h('button', { type: 'button', class: 'tool', title: 'A link to exactly this view, with its days written out', onclick: copy }, title)
  return button
}

function schemeButton() {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const current = () => document.documentElement.dataset.scheme ?? (system.matches ? 'dark' : 'light')
  const button = h('button', { type: 'button', class: 'tool scheme' })
  const write = () => {
    button.textContent = current() === 'dark' ? 'Light colours' : 'Dark colours'
  }
  button.addEventListener('click', () => {
    document.documentElement.dataset.scheme = current() === 'dark' ? 'light' : 'dark'
    try {
      localStorage.setItem('footlights.scheme', document.documentElement.dataset.scheme)
    } catch {
      // It holds until the page is closed.
    }
    write()
    dispatchEvent(new Event('footlights:scheme'))
  })
  system.addEventListener('change', () => {
    write()
    dispatchEvent(new Event('footlights:scheme'))
  })
  write()
  return button
}
