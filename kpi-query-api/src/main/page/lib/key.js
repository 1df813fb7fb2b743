// The key for the API, where one is needed: asked for once, kept for this browser tab, sent to this service only.

import { h } from './dom.js'

const NAME = 'footlights.key'
let asking = null
let refused = false

export function key() {
  return sessionStorage.getItem(NAME) ?? ''
}

export function forgetKey() {
  refused = key() !== ''
  sessionStorage.removeItem(NAME)
}

/** Resolves when there is a key to try. However many answers wait for one, it is asked for once. */
export function askForKey() {
  asking ??= new Promise((resolve) => show(resolve)).finally(() => {
    asking = null
  })
  return asking
}

function show(resolve) {
  const input = h('input', { id: 'key', name: 'key', type: 'password', required: true, autocomplete: 'off', minlength: 8 })
  const dialog = h(
    'dialog',
    { class: 'key-dialog', 'aria-labelledby': 'key-title' },
    h(
      'form',
      {
        method: 'dialog',
        onsubmit: () => {
          sessionStorage.setItem(NAME, input.value.trim())
          dialog.close()
          dialog.remove()
          resolve()
        },
      },
      h('h2', { id: 'key-title' }, 'This portal’s figures need a key'),
      refused && h('p', { class: 'form-error', role: 'alert' }, 'That key isn’t known here. Check it and try again.'),
      h('p', {}, 'Ask the people who run Footlights for one. It is kept until you close this tab, and sent to this service only.'),
      h('label', { for: 'key' }, 'Key'),
      input,
      h('div', { class: 'form-actions' }, h('button', { class: 'button primary' }, 'Show the figures')),
    ),
  )
  dialog.addEventListener('cancel', (event) => event.preventDefault())
  document.body.append(dialog)
  dialog.showModal()
  input.focus()
}
