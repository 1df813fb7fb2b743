// What views ask the API about: the days, zone, team and feature of the state.

import { ask } from './api.js'
import { ORGANISATION } from './address.js'
import { daysBefore, monthsBefore, plusDays, today } from './period.js'

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
