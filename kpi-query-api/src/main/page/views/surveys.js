// What people say when they are asked.

import { h } from '../lib/dom.js'
import { ask } from '../lib/api.js'
import { go, linkHere } from '../lib/address.js'
import { several, figure } from '../lib/format.js'
import { eventually, empty, withheldMark } from '../parts/states.js'
import { plainTile } from '../parts/tile.js'
import { term } from '../parts/term.js'
import { value } from '../parts/value.js'
import { chartCard } from '../parts/chart.js'
import { barsCard } from '../charts/bars.js'
import { linesCard } from '../charts/lines.js'

export function view({ state }) {
  return h(
    'div',
    { class: 'stack' },
    eventually(
      async () => {
        const surveys = await ask('/api/v1/surveys', { limit: 200 })
        const chosen = surveys.rows.find((row) => row.survey === state.given.survey) ?? surveys.rows[0]
        if (!chosen) return { surveys, answer: null }
        return { surveys, answer: await ask(`/api/v1/surveys/${encodeURIComponent(chosen.survey)}`, { from: state.from, to: state.to, zone: state.zone, team: state.team, granularity: 'week' }) }
      },
      ({ surveys, answer }) =>
        answer
          ? h('div', { class: 'stack' }, surveyChoice(surveys.rows, answer), answer.questions.map((question) => questionCard(question, answer)))
          : empty('No survey is set up', 'Surveys are named in a file of the query API (surveys.file); their answers arrive as events.'),
    ),
  )
}

function surveyChoice(rows, answer) {
  if (rows.length === 1) return h('p', { class: 'headline' }, rows[0].title)
  const select = h('select', { id: 'survey', onchange: () => go(linkHere({ survey: select.value })) }, rows.map((row) => h('option', { value: row.survey, selected: row.survey === answer.survey }, row.title)))
  return h('div', { class: 'choices' }, h('div', { class: 'field' }, h('label', { for: 'survey' }, 'Survey'), select))
}

const MEASURES = {
  'five-point': { key: 'mean', unit: 'score', title: 'Mean of 5', words: 'The mean of the answers from 1 to 5; each person’s last answer counts.' },
  nps: { key: 'nps', unit: 'net-score', title: 'Net promoter score', words: 'Share of people who answered 9 or 10, less the share who answered 0 to 6, from −100 to +100.' },
}

function questionCard(question, answer) {
  const measure = MEASURES[question.kind]
  const tiles = h(
    'div',
    { class: 'tiles inner' },
    measure && plainTile(term(measure.title, measure.words), question.withheld ? withheldMark() : value(question[measure.key], measure.unit), null, { 'data-figure': measure.key }),
    plainTile(term('Answered', 'People of the team who answered in these days, divided by its headcount now.'), question.withheld ? withheldMark() : value(question.responseRate, 'ratio'), question.withheld ? null : `${several(question.answers, 'person', 'people')} of ${answer.headcount}`, { 'data-figure': 'response' }),
  )
  return h(
    'section',
    { class: 'question', 'data-question': question.id },
    h('h2', {}, question.text),
    tiles,
    question.answers === 0 && !question.withheld
      ? empty('Nobody answered in these days')
      : h('div', { class: 'columns' }, measure && distribution(question), measure && trend(question, measure, answer.granularity), question.texts && texts(question)),
  )
}

function distribution(question) {
  if (!question.distribution) return null
  return barsCard(
    { id: `distribution-${question.id}`, title: 'Answers', nameTitle: 'Score', valueTitle: 'People', unit: 'people', all: true },
    question.distribution.map((row) => ({ name: String(row.score), value: row.people, withheld: row.withheld })),
  )
}

function trend(question, measure, granularity) {
  const asked = (question.trend ?? []).filter((row) => row.answers !== 0)
  if (asked.length < 2) return null
  return linesCard(
    { id: `trend-${question.id}`, title: 'Over time', lead: 'Weeks in which somebody answered.' },
    [{ title: measure.title, unit: measure.unit, rows: asked.map((row) => ({ period: row.period, value: row[measure.key], withheld: row.withheld })) }],
    granularity,
  )
}

const MOST_TEXTS = 12

function texts(question) {
  const counted = new Map()
  for (const text of question.texts) counted.set(text, (counted.get(text) ?? 0) + 1)
  const rows = [...counted].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count || a.text.localeCompare(b.text))
  return chartCard({
    id: `texts-${question.id}`,
    title: 'In their words',
    lead: 'The same words once, with how many wrote them.',
    tableIsDrawn: true,
    columns: [
      { title: 'Text', get: (row) => row.text },
      { title: 'People', get: (row) => row.count },
    ],
    rows,
    drawing: h('ul', { class: 'quotes' }, rows.slice(0, MOST_TEXTS).map((row) => h('li', {}, row.text, row.count > 1 && h('span', { class: 'quiet' }, ` × ${figure(row.count, 'people')}`)))),
    foot: rows.length > MOST_TEXTS ? `${rows.length - MOST_TEXTS} more are in the CSV.` : null,
    nothing: empty('No text may be told', 'Texts are shown when enough people wrote one.'),
  })
}
