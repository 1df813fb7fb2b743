// What views ask the API about: the days, zone, team and feature of the state.

import { ask } from './api.js'
import { ORGANISATION } from './address.js'
import { daysBefore, daysBetween, longDay, monthOfWeeks, monthsBefore, plusDays, today } from './period.js'

export function scopeOf(state) {
  return { from: state.from, to: state.to, zone: state.zone, team: state.team, feature: state.feature }
}

/** Without a feature, for what has no such dimension. */
export function teamScope(state) {
  return { ...scopeOf(state), feature: null }
}

/**
 * Until today, for what people have come to: of small teams it is told as of now, and seldom as of a day of the past, which what
 * came after could be taken from. The first day is at most a year ago, since longer times may be refused.
 */
export function untilToday(scope) {
  const now = today(scope.zone)
  const yearAgo = plusDays(now, -365)
  return { ...scope, from: scope.from < yearAgo ? yearAgo : scope.from, to: now > scope.to ? now : scope.to }
}

/** This month and the two before, for those who joined: in four weeks they are few. */
export function lastMonths(scope) {
  const now = today(scope.zone)
  return { ...scope, from: monthsBefore(now, 2), to: now }
}

const FOUR_WEEKS = 28

/**
 * The days of a team’s lists: whole months of weeks, the last until today. What people of a team did with one thing in other days could
 * be worked out from these, so it is seldom told. The organisation’s lists, and those of less than four weeks, are of the days that
 * are chosen.
 */
export function listDays(scope) {
  if ((scope.team ?? ORGANISATION) === ORGANISATION || daysBetween(scope.from, scope.to) < FOUR_WEEKS) return scope
  const now = today(scope.zone)
  const begun = monthOfWeeks(scope.from)
  const next = monthOfWeeks(plusDays(begun, 38))
  const from = next <= now && daysBetween(scope.from, next) < daysBetween(begun, scope.from) ? next : begun
  const end = plusDays(monthOfWeeks(plusDays(monthOfWeeks(scope.to), 38)), -1)
  return { ...scope, from, to: end > now ? now : end }
}

/** Which days a list is of, when these aren’t the chosen ones. */
export function listDaysNote(scope) {
  const days = listDays(scope)
  if (days.from === scope.from && days.to === scope.to) return ''
  return ` Counted from ${longDay(days.from)} to ${days.to === today(scope.zone) ? 'today' : longDay(days.to)}: of whole months most may be told of a team.`
}

export function annotationsOf(state) {
  return ask('/api/v1/annotations', { from: state.from, to: state.to, team: state.team === ORGANISATION ? null : state.team, limit: 200 }).then((answer) => answer.rows)
}

/** With those of the days before, when these are compared. */
export function annotationsWithBefore(state) {
  return annotationsOf(state.compare ? { ...state, from: daysBefore(state.from, state.to).from } : state)
}

/**
 * Who came, came again and stayed away. When compared, with the days before, so that the chart shows what the figures
 * are compared with.
 */
export function growthOf(state, scope = scopeOf(state)) {
  const from = state.compare ? daysBefore(state.from, state.to).from : state.from
  return ask('/api/v1/growth', { ...scope, from, granularity: state.granularity })
}

/** A KPI over time, in the state's steps. */
export function seriesOf(state, kpi, scope = scopeOf(state)) {
  return ask(`/api/v1/kpis/${kpi}`, { ...scope, granularity: state.granularity })
}

/** A KPI over all days, one row for each team or feature. */
export function totalsBy(state, kpi, groupBy, more = {}) {
  return ask(`/api/v1/kpis/${kpi}`, { from: state.from, to: state.to, zone: state.zone, granularity: 'total', groupBy, compare: state.compare ? 'previous' : null, limit: 10_000, ...more })
}
