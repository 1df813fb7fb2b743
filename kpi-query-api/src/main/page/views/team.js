// One team: how far it is on board, what it uses, who could help it.

import { h } from '../lib/dom.js'
import { ask } from '../lib/api.js'
import { linkTo, ORGANISATION } from '../lib/address.js'
import { teamScope, growthOf, annotationsWithBefore, listDays, listDaysNote, totalsBy, untilToday } from '../lib/question.js'
import { several, percent, entityName } from '../lib/format.js'
import { kpiTiles } from '../parts/tile.js'
import { eventually, empty, emptyList, lacking, namedOnly, told } from '../parts/states.js'
import { pairColumns } from '../parts/pairs.js'
import { chartCard } from '../parts/chart.js'
import { table } from '../parts/table.js'
import { barsCard, barsPicture } from '../charts/bars.js'
import { growthCard } from '../charts/growth.js'

const MOST_ITEMS = 8

export function teamPage(page, hierarchy) {
  const { state, known, heading, lead } = page
  const growth = growthOf(state, teamScope(state))
  breadcrumb(known, state, heading, lead)
  return h(
    'div',
    { class: 'stack' },
    kpiTiles(state, known.kpis, [
      { kpi: 'adoption-rate', note: (row) => (row?.headcount !== undefined ? `of ${several(row.headcount, 'person', 'people')}` : '') },
      { kpi: 'active-users' },
      { kpi: 'stickiness' },
      { kpi: 'checklist-progress', title: 'Checklist progress, today', days: untilToday(state) },
      { kpi: 'minutes-saved', title: 'Time saved' },
    ]),
    eventually(async () => [await growth, await annotationsWithBefore(state).catch(() => [])], ([answer, marks]) => growthCard(state, answer, marks)),
    h('div', { class: 'columns' }, features(state, known), helpers(state)),
    below(state, known, hierarchy),
    h('div', { class: 'columns' }, topList(state, 'templates', 'Templates they run', 'Runs'), topList(state, 'docs', 'Documentation they read', 'Page views')),
  )
}

function breadcrumb(known, state, heading, lead) {
  known.teams.then(
    (teams) => {
      const above = teams.path(state.team).filter((team) => team.team !== state.team && team.team !== ORGANISATION)
      const links = [h('li', {}, h('a', { href: linkTo('teams', { team: null }) }, 'All teams')), ...above.map((team) => h('li', {}, h('a', { href: linkTo('teams', { team: team.team }) }, team.title)))]
      heading.textContent = teams.title(state.team)
      document.title = `${teams.title(state.team)} · Footlights`
      lead.append(h('nav', { class: 'crumbs', 'aria-label': 'Teams above' }, h('ol', { class: 'breadcrumb' }, links)))
    },
    () => {},
  )
}

function features(state, known) {
  return eventually(
    async () => [await totalsBy(state, 'adoption-rate', 'feature', { team: state.team, order: 'value' }), await known.features],
    ([answer, names]) =>
      barsCard(
        {
          id: 'team-features',
          title: 'What the team uses',
          lead: 'Share of the team’s people who used each feature.',
          nameTitle: 'Feature',
          valueTitle: 'Adoption rate',
          unit: answer.unit,
          max: 1,
        },
        answer.rows.map((row) => ({ name: names.title(row.feature), value: row.value, withheld: row.withheld, because: row.withheldBecause, href: linkTo('features', { feature: row.feature }) })),
      ),
  )
}

/** Champions of this team, or for it. */
function helpers(state) {
  return eventually(
    async () => (await ask('/api/v1/champions', { from: state.from, to: state.to, zone: state.zone, team: state.team, limit: 200 })).rows,
    (rows) => {
      const helped = rows.filter((row) => row.weak.team === state.team).sort((a, b) => b.gap - a.gap)
      const helping = rows.filter((row) => row.strong.team === state.team).sort((a, b) => b.gap - a.gap)
      const list = (title, entries, other) =>
        entries.length > 0 && [
          h('h3', { class: 'moves-title' }, title),
          h('ul', { class: 'plain-list' }, entries.slice(0, 5).map((row) => h('li', {}, h('strong', {}, row.title), ' · ', h('a', { href: linkTo('teams', { team: row[other].team }) }, row[other].title), h('span', { class: 'quiet' }, ` (${percent(row.strong.rate)} there use it, ${row.weak.withheld || row.weak.rate === null ? 'few' : percent(row.weak.rate)} ${other === 'strong' ? 'here' : 'in the other team'})`)))),
        ]
      return chartCard({
        id: 'helpers',
        title: 'Who could show whom',
        lead: 'Teams nearby that are strong where another is weak.',
        tableIsDrawn: true,
        columns: pairColumns(true),
        rows: [...helped, ...helping],
        drawing: h('div', {}, list('Could show this team', helped, 'strong'), list('This team could show', helping, 'weak')),
        nothing: empty('No pair was found', 'Pairs are made of teams without teams below them, of five people or more, whose use of a feature differs clearly.'),
      })
    },
  )
}

function below(state, known, hierarchy) {
  const place = h('div', {})
  known.teams.then(
    (teams) => {
      if (!teams.isLeaf(state.team)) place.append(hierarchy(state, known))
      else place.remove()
    },
    () => {},
  )
  return place
}

function topList(state, list, title, valueTitle) {
  return eventually(
    () => ask(`/api/v1/top/${list}`, { ...listDays(teamScope(state)), limit: MOST_ITEMS }),
    (answer) => {
      const columns = [
        { title: 'Name', get: (row) => entityName(row.item) },
        { title: valueTitle, unit: 'count', get: (row) => row.count, withheld: namedOnly },
        { title: 'People', unit: 'people', get: (row) => row.people, withheld: namedOnly },
      ]
      return chartCard({
        id: `top-${list}`,
        title,
        lead: listDaysNote(teamScope(state)).trim() || null,
        tableIsDrawn: true,
        columns,
        rows: answer.rows,
        drawing: table(title, columns, answer.rows),
        picture: (colours) => barsPicture(colours, told(answer.rows).map((row) => ({ name: entityName(row.item), value: row.count })), 'count'),
        pictureHeight: 20 + told(answer.rows).length * 32,
        nothing: emptyList(answer, 'Nothing in these days'),
        foot: lacking(answer),
      })
    },
  )
}
