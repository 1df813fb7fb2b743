// Adding a campaign, and taking one out.

import { h, replace } from '../lib/dom.js'
import { send } from '../lib/api.js'
import { go, linkHere } from '../lib/address.js'
import { today } from '../lib/period.js'

const KINDS = ['demo', 'hackathon', 'talk', 'training', 'release', 'other']

export function campaignForm(state, known) {
  const now = today(state.zone)
  const fields = {
    title: h('input', { id: 'campaign-title', name: 'title', required: true, maxlength: 200 }),
    kind: h('select', { id: 'campaign-kind', name: 'kind' }, KINDS.map((kind) => h('option', { value: kind }, kind))),
    firstDay: h('input', { id: 'campaign-first', name: 'firstDay', type: 'date', required: true, value: now }),
    lastDay: h('input', { id: 'campaign-last', name: 'lastDay', type: 'date', value: now }),
    teams: h('select', { id: 'campaign-teams', name: 'teams', multiple: true, size: 5, 'aria-describedby': 'campaign-teams-help' }),
    features: h('select', { id: 'campaign-features', name: 'features', multiple: true, size: 5, 'aria-describedby': 'campaign-teams-help' }),
    note: h('textarea', { id: 'campaign-note', name: 'note', rows: 2, maxlength: 2000 }),
    link: h('input', { id: 'campaign-link', name: 'link', type: 'url', placeholder: 'https://', maxlength: 2000 }),
  }
  known.teams.then(
    (teams) => fields.teams.append(...teams.tree().map((team) => h('option', { value: team.team }, '\u2003'.repeat(team.depth) + team.title))),
    () => {},
  )
  known.features.then(
    (features) => fields.features.append(...features.rows.map((row) => h('option', { value: row.feature }, row.title))),
    () => {},
  )
  const said = h('div', { role: 'status' })
  const form = h(
    'form',
    {
      class: 'campaign-form',
      onsubmit: (event) => {
        event.preventDefault()
        add(fields, said, form.querySelector('button'))
      },
    },
    h(
      'div',
      { class: 'form-grid' },
      row('What it is called', fields.title, 'wide'),
      row('Kind', fields.kind),
      row('First day', fields.firstDay),
      row('Last day', fields.lastDay),
      row('Invited teams', fields.teams),
      row('About these features', fields.features),
      h('p', { id: 'campaign-teams-help', class: 'wide quiet' }, 'None chosen means everyone, and everything. A lift can be told only when some teams were not invited.'),
      row('Note', fields.note, 'wide'),
      row('Link', fields.link, 'wide'),
    ),
    said,
    h('div', { class: 'form-actions' }, h('button', { class: 'button primary' }, 'Add the campaign')),
  )
  return h('details', { class: 'card add-campaign' }, h('summary', {}, 'Add a campaign'), form)
}

function row(label, control, more = '') {
  return h('div', { class: `field ${more}` }, h('label', { for: control.id }, label), control)
}

async function add(fields, said, button) {
  const chosen = (select) => [...select.selectedOptions].map((option) => option.value)
  button.disabled = true
  replace(said)
  try {
    const added = await send('POST', '/api/v1/annotations', {
      title: fields.title.value,
      kind: fields.kind.value,
      firstDay: fields.firstDay.value,
      lastDay: fields.lastDay.value || fields.firstDay.value,
      teams: chosen(fields.teams),
      features: chosen(fields.features),
      note: fields.note.value,
      link: fields.link.value,
    })
    go(linkHere({ annotation: added.id }))
  } catch (error) {
    replace(said, h('p', { class: 'form-error', role: 'alert' }, `${error.title || 'It was not added'}: ${error.message}`))
  } finally {
    button.disabled = false
  }
}

/** Asks once more before it does so. */
export function removeButton(annotation) {
  const said = h('span', { role: 'status', class: 'form-error' })
  const button = h('button', { type: 'button', class: 'tool' }, 'Delete this campaign')
  let sure = false
  button.addEventListener('click', async () => {
    if (!sure) {
      sure = true
      button.textContent = 'Really delete it?'
      setTimeout(() => {
        sure = false
        button.textContent = 'Delete this campaign'
      }, 5000)
      return
    }
    try {
      await send('DELETE', `/api/v1/annotations/${annotation.id}`)
      go(linkHere({ annotation: null }))
    } catch (error) {
      said.textContent = error.message
    }
  })
  return h('span', {}, button, ' ', said)
}
