// Teams side by side in their hierarchy, and one team on its own.

import { h } from '../lib/dom.js'
import { linkTo, ORGANISATION } from '../lib/address.js'
import { totalsBy, untilToday } from '../lib/question.js'
import { eventually, empty } from '../parts/states.js'
import { value, difference } from '../parts/value.js'
import { meter } from '../parts/meter.js'
import { chartCard } from '../parts/chart.js'
import { grid, valueAxis, categoryAxis } from '../parts/engine.js'
import { figure } from '../lib/format.js'
import { kpiTerm } from '../parts/term.js'
import { teamPage } from './team.js'

export function view(page) {
  const { state, known } = page
  if (state.team !== ORGANISATION) return teamPage(page, hierarchy)
  return h('div', { class: 'stack' }, h('p', { class: 'headline' }, 'Who is on board, from departments down to teams. Choose one to see what it uses and who could help it.'), hierarchy(state, known))
}

/** The teams below the state's, with how far each is on board. */
export function hierarchy(state, known) {
  const kpis = ['adoption-rate', 'active-users', 'minutes-saved']
  return eventually(
    async () => {
      const [adoption, active, saved, progress] = await Promise.all([...kpis.map((kpi) => totalsBy(state, kpi, 'team')), totalsBy(untilToday(state), 'checklist-progress', 'team')])
      return { names: await known.teams, adoption, active, saved, progress }
    },
    (answers) => card(state, known, answers),
  )
}

function card(state, known, { names, adoption, active, saved, progress }) {
  const by = (answer) => new Map(answer.rows.map((row) => [row.team, row]))
  const [rates, people, minutes, steps] = [by(adoption), by(active), by(saved), by(progress)]
  const rows = names.tree(state.team).map((team) => ({ ...team, rate: rates.get(team.team), people: people.get(team.team), minutes: minutes.get(team.team), steps: steps.get(team.team) }))
  const column = (title, answer, kpi, pick, extra = {}) => ({
    title,
    heading: kpiTerm(kpi, known.kpis, title),
    unit: answer.unit,
    get: (row) => pick(row)?.value ?? null,
    withheld: (row) => (pick(row)?.withheld ? pick(row).withheldBecause || true : false),
    ...extra,
  })
  return chartCard({
    id: 'teams',
    title: state.team === ORGANISATION ? 'Adoption by team' : 'Teams below it',
    lead: 'A person counts for their team and for every team above it.',
    tableIsDrawn: true,
    columns: [
      { title: 'Team', get: (row) => row.title },
      { title: 'Headcount', get: (row) => row.headcount },
      column('Adoption rate', adoption, 'adoption-rate', (row) => row.rate),
      column('Active people', active, 'active-users', (row) => row.people),
      column('Time saved', saved, 'minutes-saved', (row) => row.minutes),
      column('Checklist progress, today', progress, 'checklist-progress', (row) => row.steps),
    ],
    rows,
    nothing: empty('There is no team here', 'Footlights learns teams from the catalog: the groups and users of your Backstage. Until it knows them everyone counts for the organisation.'),
    drawing: drawnTable(rows, known, adoption, active, saved, progress),
    picture: (colours) => picture(colours, rows),
    pictureHeight: 30 + rows.length * 26,
  })
}

function drawnTable(rows, known, adoption, active, saved, progress) {
  const heading = (kpi, title, number) => h('th', { scope: 'col', class: number ? 'number' : null }, kpiTerm(kpi, known.kpis, title))
  const cells = (row) => [
    h('th', { scope: 'row', 'data-depth': row.depth }, h('a', { href: linkTo('teams', { team: row.team }) }, row.title)),
    h('td', { class: 'number spare' }, value(row.headcount, 'people')),
    h('td', {}, row.rate && row.headcount > 0 && meter(row.rate.value, adoption.unit, row.rate.withheld, row.rate.withheldBecause)),
    h('td', { class: 'number' }, difference(row.rate, adoption.unit, 'up')),
    h('td', { class: 'number' }, row.people && value(row.people.value, active.unit, row.people.withheld, row.people.withheldBecause)),
    h('td', { class: 'number' }, row.minutes && value(row.minutes.value, saved.unit, row.minutes.withheld, row.minutes.withheldBecause)),
    h('td', { class: 'number' }, row.steps && value(row.steps.value, progress.unit, row.steps.withheld, row.steps.withheldBecause)),
  ]
  return h(
    'div',
    { class: 'table-holder', tabindex: '0', role: 'region', 'aria-label': 'Teams' },
    h(
      'table',
      {},
      h('caption', { class: 'visually-hidden' }, 'Teams'),
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Team'), h('th', { scope: 'col', class: 'number spare' }, 'Headcount'), heading('adoption-rate', 'Adoption rate'), h('th', { scope: 'col', class: 'number' }, 'Change'), heading('active-users', 'Active people', true), heading('minutes-saved', 'Time saved', true), heading('checklist-progress', 'Checklist, today', true))),
      h('tbody', {}, rows.map((row) => h('tr', { class: row.depth === 0 && row.headcount > 0 ? 'group' : null, 'data-team': row.team }, cells(row)))),
    ),
  )
}

function picture(colours, rows) {
  return {
    grid: grid({ left: 8, right: 60, top: 8, bottom: 8 }),
    xAxis: valueAxis(colours, (number) => figure(number, 'ratio'), { min: 0, max: 1, axisLabel: { show: false } }),
    yAxis: categoryAxis(colours, rows.map((row) => '   '.repeat(row.depth) + row.title), { inverse: true, axisLabel: { color: colours.text, interval: 0, align: 'right' } }),
    series: [
      {
        type: 'bar',
        data: rows.map((row) => row.rate?.value ?? null),
        itemStyle: { color: colours.series[0] },
        label: { show: true, position: 'right', color: colours.text, formatter: ({ value: rate }) => figure(rate, 'ratio') },
      },
    ],
  }
}
