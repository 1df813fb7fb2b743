// Taking something away from the page.

import { h } from '../lib/dom.js'

/** A spreadsheet takes a text that begins so for a formula, so an apostrophe goes before it. */
const FORMULA = /^[=+\-@\t\r]/

/** CSV of plain values: numbers as they are, null as nothing. */
export function csv(header, rows) {
  return [header, ...rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n'
}

function field(value) {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function save(name, blob) {
  const url = URL.createObjectURL(blob)
  const link = h('a', { href: url, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export function saveCsv(name, header, rows) {
  save(`${name}.csv`, new Blob(['\ufeff', csv(header, rows)], { type: 'text/csv;charset=utf-8' }))
}

export function savePng(name, dataUrl) {
  const bytes = Uint8Array.from(atob(dataUrl.split(',')[1]), (letter) => letter.charCodeAt(0))
  save(`${name}.png`, new Blob([bytes], { type: 'image/png' }))
}

export function fileName(...words) {
  return ['footlights', ...words].join('-').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
