// Numbers as people read them.

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const fine = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const finer = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

export const NOTHING = '–'

/** A figure in its unit; `money` comes with the deployment's currency as its unit. */
export function figure(value, unit) {
  if (value === null || value === undefined) return NOTHING
  switch (unit) {
    case 'ratio':
      return percent(value)
    case 'minutes':
      return minutes(value)
    case 'days':
      return `${fine.format(value)} ${value === 1 ? 'day' : 'days'}`
    case 'rank':
    case 'score':
      return finer.format(value)
    case 'net-score':
      return signed(Math.round(value * 100))
    case 'number':
      return fine.format(value)
    default:
      return /^[A-Z]{3}$/.test(unit ?? '') ? money(value, unit) : count(value)
  }
}

function count(value) {
  return Number.isInteger(value) || Math.abs(value) >= 100 ? whole.format(value) : fine.format(value)
}

export function percent(value) {
  const points = value * 100
  return `${Math.abs(points) >= 10 || Number.isInteger(points) ? whole.format(points) : fine.format(points)} %`
}

/** Minutes, from two hours on as hours. */
export function minutes(value) {
  return Math.abs(value) < 120 ? `${fine.format(value)} min` : `${whole.format(value / 60)} h`
}

export function money(value, currency) {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 0 }).format(value)
}

function signed(value) {
  return value > 0 ? `+${value}` : String(value).replace('-', '−')
}

/** What changed from one figure to another, rates in percentage points. Null when either isn't known. */
export function change(now, before, unit) {
  if (now === null || now === undefined || before === null || before === undefined) return null
  const difference = now - before
  const arrow = difference > 0 ? '▲' : difference < 0 ? '▼' : '='
  return { difference, arrow, text: changeText(difference, unit) }
}

function changeText(difference, unit) {
  if (difference === 0) return 'no change'
  const sign = difference > 0 ? '+' : '−'
  const size = Math.abs(difference)
  if (unit === 'ratio') return `${sign}${fine.format(size * 100)} pts`
  if (unit === 'net-score') return `${sign}${whole.format(size * 100)}`
  return `${sign}${figure(size, unit)}`
}

/** Such as "3 teams", "1 team". */
export function several(number, one, many = `${one}s`) {
  return `${whole.format(number)} ${number === 1 ? one : many}`
}

export function seconds(value) {
  if (value < 90) return several(Math.round(value), 'second')
  if (value < 5400) return several(Math.round(value / 60), 'minute')
  if (value < 172_800) return several(Math.round(value / 3600), 'hour')
  return several(Math.round(value / 86_400), 'day')
}

export function moment(text) {
  if (!text) return NOTHING
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(text)) + ' UTC'
}

/** The last part of an entity ref: what people call it. */
export function entityName(ref) {
  return String(ref).replace(/^[a-z]+:/i, '').replace(/^default\//, '')
}
