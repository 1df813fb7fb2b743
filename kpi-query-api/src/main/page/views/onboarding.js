// How far people have come: what they have unlocked, in which order, and whether newcomers arrive.

import { h } from '../lib/dom.js'
import { ask } from '../lib/api.js'
import { go, linkHere, linkTo } from '../lib/address.js'
import { teamScope, annotationsOf, seriesOf, untilToday, lastMonths } from '../lib/question.js'
import { several } from '../lib/format.js'
import { longDay } from '../lib/period.js'
import { kpiTerm } from '../parts/term.js'
import { plainTile } from '../parts/tile.js'
import { eventually, empty, withheldMark } from '../parts/states.js'
import { value } from '../parts/value.js'
import { meter } from '../parts/meter.js'
import { chartCard } from '../parts/chart.js'
import { barsCard, barsPicture } from '../charts/bars.js'
import { linesCard } from '../charts/lines.js'

export function view({ state, known }) {
  return h(
    'div',
    { class: 'stack' },
    eventually(
      () => Promise.all([untilToday, lastMonths].map((days) => ask('/api/v1/onboarding', { ...days(teamScope(state)), path: state.given.path || null }))),
      ([answer, recent]) => h('div', { class: 'stack' }, pathChoice(answer), tiles(answer, recent, known), checklist(answer), h('div', { class: 'columns' }, ladder(answer), distribution(answer))),
    ),
    eventually(
      async () => [await seriesOf(state, 'checklist-progress', teamScope(state)), await annotationsOf(state).catch(() => [])],
      ([answer, marks]) => linesCard({ id: 'progress', title: 'Checklist progress over time', lead: 'Share of the checklist that a person had unlocked by the end of each period, on average.' }, [{ title: 'Progress', unit: answer.unit, rows: answer.rows }], answer.granularity, marks),
    ),
  )
}

function pathChoice(answer) {
  const select = h('select', { id: 'path', onchange: () => go(linkHere({ path: select.value || null })) }, h('option', { value: '' }, 'The checklist for everyone'), answer.paths.map((path) => h('option', { value: path.id, selected: path.id === answer.path }, path.title)))
  return h('div', { class: 'choices' }, h('div', { class: 'field' }, h('label', { for: 'path' }, 'Onboarding path'), select))
}

function tiles(answer, recent, known) {
  const { newcomers } = recent
  const activation = (within, days) => [
    value(within.rate, 'ratio', within.withheld),
    newcomers.joined === 0 ? 'Nobody joined' : within.withheld ? 'Too few joined in these months, or just beside them.' : within.due === 0 ? `Nobody’s ${days} days are over yet` : `${within.activated} of ${within.due} whose ${days} days are over`,
  ]
  const seven = activation(newcomers.within7Days, 7)
  const thirty = activation(newcomers.within30Days, 30)
  return h(
    'div',
    { class: 'tiles' },
    plainTile(kpiTerm('checklist-progress', known.kpis, 'Progress per person'), value(answer.progress, 'ratio', answer.withheld), `of ${several(answer.headcount, 'person', 'people')} in the roster, today`, { 'data-figure': 'progress' }),
    plainTile(kpiTerm('unlocked-features', known.kpis, 'Unlocked by anybody'), answer.unlockedWithheld ? withheldMark() : value(answer.unlocked, 'features'), `of ${several(answer.total, 'step')}, today`, { 'data-figure': 'unlocked' }),
    plainTile('Newcomers', value(newcomers.joined, 'people'), `joined since ${longDay(recent.from)}`, { 'data-figure': 'joined' }),
    plainTile(kpiTerm('activation-rate', known.kpis, 'Active within 7 days'), seven[0], seven[1], { 'data-figure': 'within-7' }),
    plainTile(kpiTerm('activation-rate-30', known.kpis, 'Active within 30 days'), thirty[0], thirty[1], { 'data-figure': 'within-30' }),
  )
}

function checklist(answer) {
  const columns = [
    { title: 'Step', get: (row) => row.title },
    { title: 'Share', unit: 'ratio', get: (row) => row.share, withheld: (row) => row.withheld },
    { title: 'People', unit: 'people', get: (row) => row.people, withheld: (row) => row.withheld },
    { title: 'Median days to unlock', unit: 'days', get: (row) => row.medianDays, withheld: (row) => row.medianWithheld },
  ]
  return chartCard({
    id: 'checklist',
    title: answer.path ? answer.paths.find((path) => path.id === answer.path)?.title ?? answer.path : 'The checklist',
    lead: 'Who has done each step at least once, as of today. The lowest bars are what to show next.',
    tableIsDrawn: true,
    columns,
    rows: answer.features,
    drawing: checklistTable(answer.features),
    picture: (colours) => barsPicture(colours, answer.features.map((row) => ({ name: row.title, value: row.share })), 'ratio', 1),
    pictureHeight: 20 + answer.features.length * 32,
    nothing: empty('There is no step on this path'),
  })
}

function checklistTable(rows) {
  return h(
    'div',
    { class: 'table-holder', tabindex: '0', role: 'region', 'aria-label': 'Steps' },
    h(
      'table',
      {},
      h('caption', { class: 'visually-hidden' }, 'Steps'),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Step'), h('th', { scope: 'col' }, 'Of the people in the roster'), h('th', { scope: 'col', class: 'number' }, 'People'), h('th', { scope: 'col', class: 'number' }, 'Median until then'), h('th', { scope: 'col' }, 'Learn'))),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            { 'data-feature': row.feature },
            h('th', { scope: 'row' }, h('a', { href: linkTo('features', { feature: row.feature }) }, row.title)),
            h('td', {}, meter(row.share, 'ratio', row.withheld)),
            h('td', { class: 'number' }, value(row.people, 'people', row.withheld)),
            h('td', { class: 'number' }, value(row.medianDays, 'days', row.medianWithheld)),
            h('td', {}, row.link && h('a', { href: row.link, target: '_blank', rel: 'noopener noreferrer' }, 'Guide', h('span', { class: 'visually-hidden' }, ` to: ${row.title} (opens a new tab)`))),
          ),
        ),
      ),
    ),
  )
}

function ladder(answer) {
  return chartCard({
    id: 'ladder',
    title: 'The unlock ladder',
    lead: 'In which order people take up the steps, on average.',
    tableIsDrawn: true,
    columns: [
      { title: 'Step', get: (row) => row.title },
      { title: 'Mean place', unit: 'rank', get: (row) => row.meanPlace, withheld: (row) => row.withheld },
    ],
    rows: answer.ladder,
    drawing: h('ol', { class: 'ladder' }, answer.ladder.map((row, index) => h('li', { 'data-feature': row.feature }, h('span', { class: 'rung', 'aria-hidden': 'true' }, index + 1), h('span', {}, row.title), h('span', { class: 'quiet' }, 'place ', value(row.meanPlace, 'rank', row.withheld))))),
    picture: (colours) => barsPicture(colours, answer.ladder.map((row) => ({ name: row.title, value: row.meanPlace })), 'rank'),
    pictureHeight: 20 + answer.ladder.length * 32,
    nothing: empty('Nobody has unlocked a step yet'),
  })
}

function distribution(answer) {
  return barsCard(
    { id: 'distribution', title: 'How far people are', lead: 'People of the roster by how many steps they have unlocked.', nameTitle: 'Steps unlocked', valueTitle: 'People', unit: 'people', all: true },
    answer.distribution.map((row) => ({ name: several(row.unlocked, 'step'), value: row.people, withheld: row.withheld })),
  )
}
