// Whether people find what they look for.

import { h, svg } from '../lib/dom.js'
import { ask } from '../lib/api.js'
import { teamScope, annotationsOf, listDays, listDaysNote, seriesOf } from '../lib/question.js'
import { entityName } from '../lib/format.js'
import { kpiTiles } from '../parts/tile.js'
import { eventually, emptyList, lacking, namedOnly, told } from '../parts/states.js'
import { chartCard } from '../parts/chart.js'
import { table } from '../parts/table.js'
import { linesCard } from '../charts/lines.js'
import { barsPicture } from '../charts/bars.js'

const MOST_TERMS = 15

export function view({ state, known }) {
  const scope = teamScope(state)
  return h(
    'div',
    { class: 'stack' },
    kpiTiles(state, known.kpis, [{ kpi: 'searches' }, { kpi: 'search-success-rate' }, { kpi: 'zero-result-rate', title: 'Searches without result' }, { kpi: 'result-rank' }, { kpi: 'docs-not-found' }]),
    eventually(
      async () => {
        const [success, zero] = await Promise.all([seriesOf(state, 'search-success-rate', scope), seriesOf(state, 'zero-result-rate', scope)])
        return { success, zero, marks: await annotationsOf(state).catch(() => []) }
      },
      ({ success, zero, marks }) =>
        linesCard(
          { id: 'search-rates', title: 'Found, and not found', lead: 'Share of searches after which a result was opened, and of those that had none.' },
          [
            { title: 'Result opened', unit: success.unit, rows: success.rows },
            { title: 'No result', unit: zero.unit, rows: zero.rows },
          ],
          success.granularity,
          marks,
        ),
    ),
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        { class: 'stack' },
        terms(scope, 'zero-result-terms', 'Searched for, and nothing there', 'Each is a page to write, a synonym to add, or a tool to tell people about.'),
        terms(scope, 'not-found-docs', 'Documentation that wasn’t there', 'Pages people came to in vain: a link to mend or a page to write.', 8),
      ),
      terms(scope, 'search-terms', 'Searched for most', 'What people come for.'),
    ),
  )
}

function terms(scope, list, title, lead, limit = MOST_TERMS) {
  return eventually(
    () => ask(`/api/v1/top/${list}`, { ...listDays(scope), limit }),
    (answer) => {
      const columns = [
        { title: list === 'not-found-docs' ? 'Page' : 'Term', get: (row) => row.item, show: (row) => (list === 'not-found-docs' ? entityName(row.item) : row.item) },
        { title: 'Times', unit: 'count', get: (row) => row.count, withheld: namedOnly },
        { title: 'People', unit: 'people', get: (row) => row.people, withheld: namedOnly },
        ...(answer.rows.some((row) => row.trend.some((week) => week.count > 0)) ? [{ title: 'By week', show: (row) => trend(row.trend) }] : []),
      ]
      return chartCard({
        id: list,
        title,
        lead: lead + listDaysNote(scope),
        tableIsDrawn: true,
        columns,
        rows: answer.rows,
        drawing: table(title, columns, answer.rows, { attributes: (row) => ({ 'data-item': row.item }) }),
        picture: (colours) => barsPicture(colours, told(answer.rows).map((row) => ({ name: row.item, value: row.count })), 'count'),
        pictureHeight: 20 + told(answer.rows).length * 28,
        nothing: emptyList(answer, 'Nothing in these days'),
        foot: [
          answer.nextOffset !== null && `The first ${answer.rows.length} of ${answer.total}.`,
          lacking(answer),
        ]
          .filter(Boolean)
          .join(' ') || null,
      })
    },
  )
}

/** Weeks as small columns; a withheld one is a gap. */
function trend(weeks) {
  const top = Math.max(1, ...weeks.map((week) => week.count ?? 0))
  const words = weeks.map((week) => `${week.period}: ${week.count ?? 'withheld'}`).join(', ')
  return svg(
    'svg',
    { viewBox: `0 0 ${weeks.length * 8} 18`, class: 'columns-trend', role: 'img', 'aria-label': words },
    weeks.map((week, index) => week.count !== null && svg('rect', { x: index * 8, width: 6, y: 18 - (17 * week.count) / top, height: Math.max(1, (17 * week.count) / top) })),
  )
}
