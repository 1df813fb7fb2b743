// Teams against features, and one feature on its own.

import { h } from '../lib/dom.js'
import { ask } from '../lib/api.js'
import { go, linkHere, linkTo, ORGANISATION, WHOLE } from '../lib/address.js'
import { totalsBy } from '../lib/question.js'
import { eventually, empty } from '../parts/states.js'
import { meter } from '../parts/meter.js'
import { value, difference } from '../parts/value.js'
import { chartCard } from '../parts/chart.js'
import { barsPicture } from '../charts/bars.js'
import { heatCard } from '../charts/heat.js'
import { kpiTerm } from '../parts/term.js'
import { featurePage } from './feature.js'

const MATRIX_KPIS = ['adoption-rate', 'active-users', 'events', 'page-views', 'interactions']

export function view(page) {
  if (page.state.feature !== WHOLE) return featurePage(page)
  const { state, known } = page
  const kpi = MATRIX_KPIS.includes(state.given.kpi) ? state.given.kpi : 'adoption-rate'
  return h('div', { class: 'stack' }, h('p', { class: 'headline' }, 'Which teams use which features. Follow a column’s head to a feature, a row’s to a team.'), matrix(state, known, kpi), list(state, known))
}

function kpiChoice(kpi, known) {
  const select = h('select', { id: 'matrix-kpi', onchange: () => go(linkHere({ kpi: select.value === 'adoption-rate' ? null : select.value })) })
  known.kpis.then(
    (kpis) => select.append(...MATRIX_KPIS.map((id) => h('option', { value: id, selected: id === kpi }, kpis.get(id)?.name ?? id))),
    () => {},
  )
  return h('div', { class: 'choices' }, h('div', { class: 'field' }, h('label', { for: 'matrix-kpi' }, 'Figure in the matrix'), select))
}

function matrix(state, known, kpi) {
  return eventually(
    async () => {
      const teams = await known.teams
      const rows = teams.tree(state.team)
      const shown = rows.length > 0 ? rows : [{ ...teams.get(state.team), depth: 0 }]
      const answer = await ask('/api/v1/matrix', { kpi, from: state.from, to: state.to, zone: state.zone, team: state.team === ORGANISATION ? null : shown.map((team) => team.team).join(','), limit: 10_000 })
      return { answer, shown, features: await known.features, kpis: await known.kpis }
    },
    ({ answer, shown, features, kpis }) => h('div', {}, heat(answer, shown, features, kpis, kpi, known)),
  )
}

function heat(answer, teams, features, kpis, kpi, known) {
  const cells = new Map(answer.rows.map((row) => [`${row.team} ${row.feature}`, row]))
  const heads = features.rows.filter((row) => row.used).map((row) => ({ id: row.feature, title: row.title, href: linkTo('features', { feature: row.feature }) }))
  const rows = teams.map((team) => ({
    id: team.team,
    title: team.title,
    depth: team.depth,
    href: linkTo('teams', { team: team.team }),
    cells: heads.map((head) => {
      const row = cells.get(`${team.team} ${head.id}`)
      return row ? { value: row.value, withheld: row.withheld, because: row.withheldBecause, href: linkTo('features', { team: team.team, feature: head.id }) } : null
    }),
  }))
  return heatCard(
    {
      id: 'matrix',
      title: `${kpis.get(kpi)?.name ?? kpi} by team and feature`,
      lead: kpis.get(kpi)?.definition,
      before: kpiChoice(kpi, known),
      corner: 'Team',
      across: 'Feature',
      valueTitle: kpis.get(kpi)?.name ?? kpi,
      unit: answer.unit,
      top: answer.unit === 'ratio' ? 1 : undefined,
      nothing: empty('There is nothing to lay out', 'Footlights knows no team with a feature in use yet.'),
    },
    heads,
    rows,
  )
}

function list(state, known) {
  return eventually(
    async () => {
      const [adoption, active, events] = await Promise.all(['adoption-rate', 'active-users', 'events'].map((kpi) => totalsBy(state, kpi, 'feature', { team: state.team })))
      return { adoption, active, events, features: await known.features }
    },
    ({ adoption, active, events, features }) => {
      const by = (answer) => new Map(answer.rows.map((row) => [row.feature, row]))
      const [rates, people, uses] = [by(adoption), by(active), by(events)]
      const rows = active.rows
        .map((row) => ({ id: row.feature, title: features.title(row.feature), about: features.get(row.feature), rate: rates.get(row.feature), people: people.get(row.feature), uses: uses.get(row.feature) }))
        .sort((a, b) => (b.people.value ?? -1) - (a.people.value ?? -1) || a.title.localeCompare(b.title))
      const column = (title, answer, pick) => ({ title, unit: answer.unit, get: (row) => pick(row)?.value ?? null, withheld: (row) => (pick(row)?.withheld ? pick(row).withheldBecause || true : false) })
      return chartCard({
        id: 'features',
        title: 'All features',
        lead: 'The most used first; at the end those nobody used, which may need an introduction or a farewell.',
        tableIsDrawn: true,
        columns: [
          { title: 'Feature', get: (row) => row.title },
          column('Adoption rate', adoption, (row) => row.rate),
          column('Active people', active, (row) => row.people),
          column('Events', events, (row) => row.uses),
        ],
        rows,
        drawing: drawn(rows, adoption, active, events, known),
        picture: (colours) => barsPicture(colours, rows.map((row) => ({ name: row.title, value: row.rate?.value ?? null })), adoption.unit, 1),
        pictureHeight: 20 + rows.length * 28,
      })
    },
  )
}

function drawn(rows, adoption, active, events, known) {
  const heading = (kpi, title, number) => h('th', { scope: 'col', class: number ? 'number' : null }, kpiTerm(kpi, known.kpis, title))
  return h(
    'div',
    { class: 'table-holder', tabindex: '0', role: 'region', 'aria-label': 'All features' },
    h(
      'table',
      {},
      h('caption', { class: 'visually-hidden' }, 'All features'),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Feature'), heading('adoption-rate', 'Adoption rate'), h('th', { scope: 'col', class: 'number' }, 'Change'), heading('active-users', 'Active people', true), heading('events', 'Events', true))),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            { 'data-feature': row.id },
            h('th', { scope: 'row' }, h('a', { href: linkTo('features', { feature: row.id }) }, row.title), row.about?.purpose && h('div', { class: 'quiet purpose' }, row.about.purpose)),
            h('td', {}, row.rate && meter(row.rate.value, adoption.unit, row.rate.withheld, row.rate.withheldBecause)),
            h('td', { class: 'number' }, difference(row.rate, adoption.unit, 'up')),
            h('td', { class: 'number' }, value(row.people.value, active.unit, row.people.withheld, row.people.withheldBecause)),
            h('td', { class: 'number' }, row.uses && value(row.uses.value, events.unit, row.uses.withheld, row.uses.withheldBecause)),
          ),
        ),
      ),
    ),
  )
}
