// Tables out of columns and rows, which are also what is downloaded.

import { h } from '../lib/dom.js'
import { value } from './value.js'

/**
 * A column: `title`, `get(row)` for the plain value, and one of
 * `unit` (a figure), `show(row)` (anything), or neither (text). `withheld(row)` gives false or the reason, `href(row)`
 * a link for the cell.
 */
export function table(caption, columns, rows, options = {}) {
  const head = columns.map((column) => h('th', { scope: 'col', class: numeric(column) ? 'number' : null }, column.heading ?? column.title))
  const body = rows.map((row) => h('tr', options.attributes?.(row) ?? {}, columns.map((column, index) => cell(column, row, index === 0))))
  return h(
    'div',
    { class: 'table-holder', tabindex: '0', role: 'region', 'aria-label': caption },
    h('table', { class: options.class ?? null }, h('caption', { class: options.captionShown ? null : 'visually-hidden' }, caption), h('thead', {}, h('tr', {}, head)), h('tbody', {}, body)),
  )
}

function numeric(column) {
  return column.unit !== undefined
}

function cell(column, row, first) {
  const attributes = first ? { scope: 'row' } : { class: numeric(column) ? 'number' : null }
  if (first && column.indent) attributes['data-depth'] = Math.min(column.indent(row), 5)
  return h(first ? 'th' : 'td', attributes, content(column, row))
}

function content(column, row) {
  if (column.show) return column.show(row)
  const plain = column.get(row)
  const shown = numeric(column) ? value(plain, unitOf(column, row), reason(column, row) !== false, reason(column, row) || '') : plain ?? ''
  const href = column.href?.(row)
  return href ? h('a', { href }, shown) : shown
}

function unitOf(column, row) {
  return typeof column.unit === 'function' ? column.unit(row) : column.unit
}

/** False, or why the cell's value is kept back. */
function reason(column, row) {
  const withheld = column.withheld?.(row)
  if (!withheld) return false
  return withheld === true ? '' : withheld
}

/** The same as plain values, "withheld" where something is kept back. */
export function plainRows(columns, rows) {
  const taken = columns.filter((column) => column.get)
  return {
    header: taken.map((column) => column.title),
    rows: rows.map((row) => taken.map((column) => (column.withheld?.(row) ? 'withheld' : column.get(row)))),
  }
}
