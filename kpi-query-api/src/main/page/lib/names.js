// What teams, features and KPIs are called, and where a team stands. Asked once, and used by every view.

import { ask } from './api.js'
import { ORGANISATION, WHOLE } from './address.js'
import { entityName } from './format.js'

const MOST = 10_000

export async function kpis() {
  const answer = await ask('/api/v1/kpis')
  const catalogue = new Map(answer.kpis.map((kpi) => [kpi.id, kpi]))
  catalogue.zone = answer.zone
  return catalogue
}

export async function features() {
  const answer = await ask('/api/v1/features', { limit: MOST })
  return new Features(answer.rows)
}

export async function teams() {
  const answer = await ask('/api/v1/teams', { limit: MOST })
  return new Teams(answer.rows)
}

class Features {
  constructor(rows) {
    this.rows = rows
    this.byId = new Map(rows.map((row) => [row.feature, row]))
  }

  title(id) {
    return id === WHOLE ? 'All features' : this.byId.get(id)?.title || id
  }

  get(id) {
    return this.byId.get(id)
  }
}

class Teams {
  constructor(rows) {
    this.rows = rows
    this.byRef = new Map(rows.map((row) => [row.team, row]))
    this.below = new Map()
    for (const row of rows) {
      const list = this.below.get(row.parent) ?? []
      list.push(row)
      this.below.set(row.parent, list)
    }
    for (const list of this.below.values()) list.sort((a, b) => a.title.localeCompare(b.title))
  }

  get(ref) {
    return this.byRef.get(ref)
  }

  title(ref) {
    if (ref === ORGANISATION) return 'Organisation'
    return this.byRef.get(ref)?.title || entityName(ref)
  }

  children(ref) {
    return (this.below.get(ref) ?? []).filter((row) => row.active && row.team !== ref)
  }

  isLeaf(ref) {
    return this.children(ref).length === 0
  }

  /** From the top down to the team itself. */
  path(ref) {
    const path = []
    for (let row = this.byRef.get(ref); row && !path.includes(row); row = this.byRef.get(row.parent)) path.unshift(row)
    return path
  }

  /** The teams below one, parents before children, each with its depth. */
  tree(ref = ORGANISATION, depth = 0, seen = new Set()) {
    const rows = []
    for (const child of this.children(ref)) {
      if (seen.has(child.team)) continue
      seen.add(child.team)
      rows.push({ ...child, depth }, ...this.tree(child.team, depth + 1, seen))
    }
    return rows
  }
}
