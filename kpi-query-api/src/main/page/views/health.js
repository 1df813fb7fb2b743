// Whether the figures can be trusted.

import { h } from '../lib/dom.js'
import { ask } from '../lib/api.js'
import { moment, several, seconds } from '../lib/format.js'
import { eventually, empty } from '../parts/states.js'
import { plainTile } from '../parts/tile.js'
import { term } from '../parts/term.js'
import { value } from '../parts/value.js'
import { barsCard } from '../charts/bars.js'

export function view({ state }) {
  return h(
    'div',
    { class: 'stack' },
    eventually(
      () => ask('/api/v1/data-health', { from: state.from, to: state.to, zone: state.zone }),
      (answer) => h('div', { class: 'stack' }, headline(answer), tiles(answer), equation('received', answer, ['accepted', 'rejected']), equation('accepted', answer, ['folded', 'duplicate', 'late', 'unusable']), reasons(answer)),
    ),
  )
}

function headline(answer) {
  const holds = answer.equations.received.holds && answer.equations.accepted.holds
  return h(
    'p',
    { class: 'headline' },
    answer.received === 0
      ? 'No event was received in these days.'
      : holds
        ? 'Every event that was received is accounted for.'
        : 'Some events are not accounted for: they may still be on their way. If this stays so, look at the services’ logs.',
  )
}

function tiles(answer) {
  const share = (part) => value(part.share, 'ratio', part.withheld, 'few-people')
  return h(
    'div',
    { class: 'tiles' },
    plainTile(term('Figures as of', 'Every event received before this moment is in the figures.'), h('time', { class: 'moment', datetime: answer.asOf ?? '' }, moment(answer.asOf)), answer.lagSeconds === null ? null : `${seconds(answer.lagSeconds)} behind`, { 'data-figure': 'as-of' }),
    plainTile(term('Received', 'Events that reached Footlights in these days.'), value(answer.received, 'events'), null, { 'data-figure': 'received' }),
    plainTile(term('Refused', 'Events that could not be used. Each is kept with its reason, and can be sent again.'), value(answer.rejected, 'events'), null, { 'data-figure': 'rejected' }),
    plainTile(term('Without a team', 'Share of counted events whose person belongs to no team of the catalog.'), share(answer.withoutTeam), answer.withoutTeam.withheld ? null : several(answer.withoutTeam.events, 'event'), { 'data-figure': 'without-team' }),
    plainTile(term('Of no known feature', 'Share of counted events that no rule of features.yaml matches and whose plugin has no usable name.'), share(answer.otherFeature), answer.otherFeature.withheld ? null : several(answer.otherFeature.events, 'event'), { 'data-figure': 'other-feature' }),
  )
}

const WORDS = {
  received: ['Received', 'Everything that came is accepted or refused'],
  accepted: ['Accepted', 'Everything accepted is counted once, known already, too late or not usable'],
  rejected: ['Refused'],
  folded: ['Counted'],
  duplicate: ['Known already'],
  late: ['Too late'],
  unusable: ['Not usable'],
}

function equation(id, answer, parts) {
  const { holds, left, right } = answer.equations[id]
  // Late events that ingest refused are among the refused ones, so the second equation takes those set aside later.
  const amount = (part) => (part === 'late' ? answer.lateSetAside : answer[part])
  const term = (part, number) => h('span', { class: 'part', 'data-part': part }, value(number, 'events'), h('small', {}, WORDS[part][0]))
  return h(
    'section',
    { class: 'card', 'data-equation': id },
    h('header', { class: 'card-head' }, h('div', {}, h('h2', {}, WORDS[id][1])), h('span', { class: `verdict ${holds ? 'good' : 'bad'}` }, holds ? '✓ It adds up' : `✗ ${several(Math.abs(left - right), 'event')} unaccounted for`)),
    h('p', { class: 'equation' }, term(id, left), '=', parts.flatMap((part, index) => [index > 0 && '+', term(part, amount(part))])),
    h('p', { class: 'card-foot' }, answer.equations[id].says),
  )
}

function reasons(answer) {
  const items = (counts, where) => Object.entries(counts).map(([reason, count]) => ({ name: `${reason.replaceAll('_', ' ')}${where}`, value: count, withheld: false }))
  const all = [...items(answer.rejectedByReason, ''), ...items(answer.setAsideByReason, ' (set aside)')].sort((a, b) => b.value - a.value)
  return barsCard(
    { id: 'reasons', title: 'Why events were refused', lead: 'Refused events are kept and can be sent again: ./footlights replay-failed.', nameTitle: 'Reason', valueTitle: 'Events', unit: 'events', nothing: empty('Nothing was refused', 'Every event of these days could be used.') },
    all,
  )
}
