// Of the people who came for the first time in a week, how many still come later.

import { h } from '../lib/dom.js'
import { ask } from '../lib/api.js'
import { go, linkHere } from '../lib/address.js'
import { scopeOf } from '../lib/question.js'
import { periodWords, periodName } from '../lib/period.js'
import { eventually, empty } from '../parts/states.js'
import { heatCard } from '../charts/heat.js'
import { linesCard } from '../charts/lines.js'

export function view({ state }) {
  const granularity = state.given.granularity === 'month' ? 'month' : 'week'
  const select = h('select', { id: 'cohorts', onchange: () => go(linkHere({ granularity: select.value === 'week' ? null : select.value })) }, h('option', { value: 'week', selected: granularity === 'week' }, 'Weeks'), h('option', { value: 'month', selected: granularity === 'month' }, 'Months'))
  return h(
    'div',
    { class: 'stack' },
    h('p', { class: 'headline' }, `Each row is the people whose first ${granularity} on the portal it was. Reading along it shows how many of them came again.`),
    h('div', { class: 'choices' }, h('div', { class: 'field' }, h('label', { for: 'cohorts' }, 'People by their first'), select)),
    eventually(
      () => ask('/api/v1/retention', { ...scopeOf(state), granularity }),
      (answer) => [cohorts(answer, granularity), h('div', { class: 'stack-gap' }), curve(answer, granularity)],
    ),
  )
}

function cohorts(answer, granularity) {
  const used = answer.rows.filter((row) => row.withheld || row.people > 0)
  const longest = Math.max(0, ...used.map((row) => row.cells.length))
  const heads = Array.from({ length: longest }, (_, offset) => ({ id: offset, title: offset === 0 ? 'First' : `+${offset}` }))
  const rows = used.map((row) => ({
    id: row.cohort,
    title: `${periodName(row.cohort, granularity)} · ${row.withheld ? 'withheld' : `${row.people} people`}`,
    depth: 1,
    cells: heads.map((head) => {
      const cell = row.cells[head.id]
      return cell ? { value: cell.rate, withheld: cell.withheld, because: 'few-people', partial: cell.partial, title: cell.withheld ? null : `${cell.value} people, ${periodWords(row.cohort, granularity)} + ${head.id}${cell.partial ? ', not over yet' : ''}` } : null
    }),
  }))
  return heatCard(
    {
      id: 'cohorts',
      title: 'Who comes again',
      lead: `Share of each group still active, by ${granularity}s since their first. * not over yet, or cut by the days.`,
      tableClass: 'flat',
      corner: `First ${granularity}`,
      across: `${granularity === 'week' ? 'Weeks' : 'Months'} later`,
      valueTitle: 'Share',
      unit: 'ratio',
      top: 1,
      nothing: empty('Nobody came for the first time in these days', 'Choose a longer time: everyone who used the portal then had used it before.'),
    },
    heads,
    rows,
  )
}

/** All groups together, each weighing as many people as it has. */
function curve(answer, granularity) {
  const told = answer.rows.filter((row) => !row.withheld && row.people > 0)
  const longest = Math.max(0, ...told.map((row) => row.cells.length))
  const points = []
  for (let offset = 0; offset < longest; offset++) {
    const cells = told.map((row) => ({ people: row.people, cell: row.cells[offset] })).filter(({ cell }) => cell && !cell.withheld && !cell.partial)
    const people = cells.reduce((sum, each) => sum + each.people, 0)
    if (people > 0) points.push({ offset, rate: cells.reduce((sum, each) => sum + each.cell.value, 0) / people, people })
  }
  if (points.length < 2) return null
  const words = (offset) => (offset === 0 ? `First ${granularity}` : `+${offset}`)
  return linesCard(
    {
      id: 'curve',
      title: 'On average',
      words: (period) => period,
      lead: `All groups together that are old enough and may be told; each point is about the people whose ${granularity} it is over for.`,
      columns: [
        { title: `${granularity === 'week' ? 'Weeks' : 'Months'} later`, get: (row) => words(points[row.index].offset) },
        { title: 'Share', unit: 'ratio', get: (row) => points[row.index].rate },
        { title: 'People', unit: 'people', get: (row) => points[row.index].people },
      ],
      rows: points.map((_, index) => ({ index })),
    },
    [{ title: 'Still active', unit: 'ratio', rows: points.map((point) => ({ period: words(point.offset), value: point.rate, withheld: false })) }],
    'offset',
  )
}
