// Golden paths: what is created from templates, how long that saves, and where people stop on the way.

import { h } from '../lib/dom.js'
import { ask } from '../lib/api.js'
import { go, linkHere } from '../lib/address.js'
import { teamScope, annotationsOf, listDays, listDaysNote, seriesOf } from '../lib/question.js'
import { entityName, several, percent } from '../lib/format.js'
import { longDay } from '../lib/period.js'
import { kpiTiles } from '../parts/tile.js'
import { eventually, empty, emptyList, lacking, namedOnly, told, withheldMark } from '../parts/states.js'
import { chartCard } from '../parts/chart.js'
import { table } from '../parts/table.js'
import { value } from '../parts/value.js'
import { linesCard } from '../charts/lines.js'
import { barsPicture } from '../charts/bars.js'
import { funnelCard } from '../charts/funnel.js'

export function view({ state, known }) {
  const scope = teamScope(state)
  const templates = ask('/api/v1/templates', listDays(scope))
  return h(
    'div',
    { class: 'stack' },
    kpiTiles(state, known.kpis, [
      { kpi: 'template-runs' },
      { kpi: 'minutes-saved', title: 'Time saved' },
      { kpi: 'money-saved', title: 'Worth' },
      { kpi: 'template-conversion' },
      { kpi: 'template-success-rate' },
      { kpi: 'days-to-first-run' },
    ]),
    eventually(async () => await templates, (answer) => list(answer, state)),
    funnel(state, scope),
    h('div', { class: 'columns' }, saved(state, scope), journey(scope)),
  )
}

function list(answer, state) {
  const columns = [
    { title: 'Template', get: (row) => row.template, show: (row) => h('a', { href: linkHere({ template: row.template }, state) }, entityName(row.template)) },
    { title: 'Runs', unit: 'runs', get: (row) => row.runs, withheld: namedOnly },
    { title: 'People', unit: 'people', get: (row) => row.people, withheld: namedOnly },
    { title: 'Ended well', unit: 'ratio', get: (row) => row.successRate, withheld: (row) => row.successRateWithheld },
    { title: 'Time saved', unit: 'minutes', get: (row) => row.minutesSaved, withheld: namedOnly },
    { title: 'Last run', get: (row) => row.lastRun?.slice(0, 10), withheld: namedOnly, show: (row) => (row.withheld ? withheldMark('neighbours') : longDay(row.lastRun)) },
  ]
  return chartCard({
    id: 'templates',
    title: 'Templates',
    lead: `The most run first. Follow one to see where people stop in it.${listDaysNote(teamScope(state))}`,
    tableIsDrawn: true,
    columns,
    rows: answer.rows,
    drawing: table('Templates', columns, answer.rows, { attributes: (row) => ({ 'data-template': row.template }) }),
    picture: (colours) => barsPicture(colours, told(answer.rows).map((row) => ({ name: entityName(row.template), value: row.runs })), 'runs'),
    pictureHeight: 20 + told(answer.rows).length * 32,
    nothing: emptyList(answer, 'No template was run', 'In these days nobody here ran a software template to its end.'),
    foot: lacking(answer),
  })
}

function funnel(state, scope) {
  return eventually(
    () => ask('/api/v1/templates/funnel', listDays(scope)),
    (answer) => {
      const row = answer.rows.find((each) => each.template === state.given.template) ?? answer.rows[0]
      if (!row) return h('section', { class: 'card' }, h('h2', {}, 'Where people stop'), empty('There is no funnel to draw', 'No template was used by enough people in these days.'))
      const select = h('select', { id: 'template', onchange: () => go(linkHere({ template: select.value })) }, answer.rows.map((each) => h('option', { value: each.template, selected: each === row }, entityName(each.template))))
      const worst = worstStage(row.stages)
      return funnelCard(
        {
          id: 'funnel',
          title: `Where people stop: ${entityName(row.template)}`,
          lead: worst ? `Most stop before “${stageName(worst.stage)}”: ${percent(worst.lost)} of those who came to the stage before.` : 'People by the furthest they came at least once.',
          before: h('div', { class: 'choices' }, h('div', { class: 'field' }, h('label', { for: 'template' }, 'Template'), select)),
          after: beside(row),
        },
        row.stages.map((stage) => ({ name: stageName(stage.stage), people: stage.people, events: stage.events, withheld: stage.withheld, lost: stage.lost })),
      )
    },
  )
}

function worstStage(stages) {
  const lossy = stages.filter((stage) => stage.lost > 0)
  return lossy.sort((a, b) => b.lost - a.lost)[0]
}

const STAGES = { open: 'Opened the form', create: 'Created', completed: 'Completed' }

export function stageName(stage) {
  return STAGES[stage] ?? `Step ${stage.replace('step-', '')}`
}

function beside(row) {
  const entry = (title, tally) => tally && h('li', {}, `${title}: `, value(tally.events, 'events', tally.withheld), tally.people !== null && tally.people > 0 ? h('span', { class: 'quiet' }, ` by ${several(tally.people, 'person', 'people')}`) : null)
  return h('ul', { class: 'inline-list' }, entry('Started over', row.restarts), entry('Run again', row.retries), entry('Cancelled', row.cancels), entry('Failed', row.failed))
}

function saved(state, scope) {
  return eventually(
    async () => [await seriesOf(state, 'minutes-saved', scope), await annotationsOf(state).catch(() => [])],
    ([answer, marks]) => linesCard({ id: 'saved', title: 'Time saved', lead: 'As each template stated it when it ran.' }, [{ title: 'Time saved', unit: answer.unit, rows: answer.rows }], answer.granularity, marks),
  )
}

const JOURNEY = ['search', 'templates:open', 'templates:create']
const JOURNEY_NAMES = ['Searched', 'Opened a template', 'Created from it']

function journey(scope) {
  return eventually(
    () => ask('/api/v1/funnel', { ...scope, steps: JOURNEY.join(',') }),
    (answer) =>
      funnelCard(
        { id: 'journey', title: 'From searching to creating', lead: 'People who did the first, then the next, in this order.', nothing: empty('Nobody searched in these days') },
        answer.rows.map((row, index) => ({
          name: JOURNEY_NAMES[index],
          people: row.people,
          withheld: row.withheld,
          because: row.withheldBecause,
          lost: row.shareOfPrevious === null ? null : 1 - row.shareOfPrevious,
        })),
      ),
  )
}
