// One feature: how its use goes, which teams use it, who could show it to whom.

import { h } from '../lib/dom.js'
import { ask } from '../lib/api.js'
import { linkTo } from '../lib/address.js'
import { growthOf, annotationsWithBefore, totalsBy } from '../lib/question.js'
import { several, percent } from '../lib/format.js'
import { kpiTiles } from '../parts/tile.js'
import { eventually, empty } from '../parts/states.js'
import { growthCard } from '../charts/growth.js'
import { barsCard } from '../charts/bars.js'
import { chartCard } from '../parts/chart.js'
import { pairColumns } from '../parts/pairs.js'

const MOST_PAIRS = 6

export function featurePage({ state, known, heading, lead }) {
  const growth = growthOf(state)
  const one = { feature: state.feature }
  return h(
    'div',
    { class: 'stack' },
    name(state, known, heading, lead),
    kpiTiles(
      state,
      known.kpis,
      [
        { kpi: 'active-users' },
        { kpi: 'adoption-rate', note: (row) => (row?.headcount !== undefined ? `of ${several(row.headcount, 'person', 'people')}` : '') },
        { kpi: 'stickiness' },
        { kpi: 'page-views' },
        { kpi: 'interactions' },
      ],
      one,
    ),
    eventually(
      async () => [await growth, (await annotationsWithBefore(state).catch(() => [])).filter((each) => each.features.length === 0 || each.features.includes(state.feature))],
      ([answer, marks]) => growthCard(state, answer, marks, { title: 'People using it' }),
    ),
    h('div', { class: 'columns' }, teams(state, known), pairs(state, known)),
  )
}

function name(state, known, heading, lead) {
  lead.append(h('nav', { class: 'crumbs', 'aria-label': 'Features' }, h('ol', { class: 'breadcrumb' }, h('li', {}, h('a', { href: linkTo('features') }, 'All features')))))
  const purpose = h('p', { class: 'headline' })
  known.features.then(
    (features) => {
      const feature = features.get(state.feature)
      heading.textContent = features.title(state.feature)
      document.title = `${features.title(state.feature)} · Footlights`
      if (feature) purpose.append([feature.purpose, feature.owner && `Looked after by ${feature.owner}.`].filter(Boolean).join(' '))
    },
    () => {},
  )
  return purpose
}

function teams(state, known) {
  return eventually(
    async () => [await totalsBy(state, 'adoption-rate', 'team', { feature: state.feature, order: 'value' }), await known.teams],
    ([answer, names]) => {
      const below = new Set(names.tree(state.team).map((team) => team.team))
      const rows = answer.rows.filter((row) => (below.has(row.team) && names.isLeaf(row.team)) || (below.size === 0 && row.team === state.team))
      return barsCard(
        {
          id: 'feature-teams',
          title: 'Teams that use it',
          lead: 'Share of each team’s people who used it, for teams without teams below them.',
          nameTitle: 'Team',
          valueTitle: 'Adoption rate',
          unit: answer.unit,
          max: 1,
        },
        rows.map((row) => ({ name: names.title(row.team), value: row.value, withheld: row.withheld, because: row.withheldBecause, href: linkTo('teams', { team: row.team }) })),
      )
    },
  )
}

/** A team of a pair, and how many there use the feature. */
function side({ team, title, rate }) {
  return [h('a', { href: linkTo('teams', { team }) }, title), h('span', { class: 'quiet' }, ` (${rate === null ? 'few' : percent(rate)} use it)`)]
}

function pairs(state) {
  return eventually(
    () => ask('/api/v1/champions', { from: state.from, to: state.to, zone: state.zone, feature: state.feature, limit: MOST_PAIRS }),
    (answer) =>
      chartCard({
        id: 'champions',
        title: 'Who could show whom',
        lead: 'Neighbouring teams, one strong in this feature and one weak.',
        tableIsDrawn: true,
        columns: pairColumns(),
        rows: answer.rows,
        drawing: h('ul', { class: 'plain-list' }, answer.rows.map((row) => h('li', {}, side(row.strong), ' could show ', side(row.weak)))),
        nothing: empty('No pair was found', 'All teams use it about equally, or too few people do.'),
      }),
  )
}
