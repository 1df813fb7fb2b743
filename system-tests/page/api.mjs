// The API as the tests ask it, apart from the page, and the words in which the page should say its figures.

import assert from 'node:assert/strict'
import { API } from './options.mjs'

export async function ask(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== undefined))
  const response = await fetch(`${API}${path}?${query}`)
  assert.equal(response.status, 200, `${path}?${query}`)
  return response.json()
}

/** The last whole ISO weeks in UTC. */
export function wholeWeeks(count) {
  const now = new Date(new Date().toISOString().slice(0, 10))
  const sunday = new Date(now.getTime() - (((now.getUTCDay() + 6) % 7) + 1) * 86_400_000)
  return { from: dayBefore(sunday, 7 * count - 1), to: dayBefore(sunday, 0) }
}

export function dayBefore(date, days) {
  return new Date(new Date(date).getTime() - days * 86_400_000).toISOString().slice(0, 10)
}

/** The one row of a KPI over all days. */
export async function total(kpi, parameters) {
  return (await ask(`/api/v1/kpis/${kpi}`, { granularity: 'total', ...parameters })).rows[0]
}

/** The rows of a KPI over all days by a dimension. */
export async function totals(kpi, dimension, parameters) {
  const { rows } = await ask(`/api/v1/kpis/${kpi}`, { granularity: 'total', groupBy: dimension, limit: 10_000, ...parameters })
  return new Map(rows.map((row) => [row[dimension], row]))
}

const grouped = (number, digits = 0) => number.toLocaleString('en-GB', { maximumFractionDigits: digits })

/** How a figure is written, worked out here anew. */
export function written(value, unit) {
  if (unit === 'ratio') {
    const points = value * 100
    return `${points >= 10 || Number.isInteger(points) ? grouped(points) : grouped(points, 1)} %`
  }
  if (unit === 'minutes') return value < 120 ? `${grouped(value, 1)} min` : `${grouped(value / 60)} h`
  if (unit === 'days') return `${grouped(value, 1)} ${value === 1 ? 'day' : 'days'}`
  if (unit === 'rank') return grouped(value, 2)
  if (/^[A-Z]{3}$/.test(unit)) return value.toLocaleString('en-GB', { style: 'currency', currency: unit, maximumFractionDigits: 0 })
  return grouped(value, Number.isInteger(value) || value >= 100 ? 0 : 1)
}
