// Asks the API. The same question asked again within half a minute, or while it is being answered, is asked once.

import { key, forgetKey, askForKey } from './key.js'

const FRESH = 30_000
const answers = new Map()

/** Why there is no answer, in the API's words. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `The service answered ${status}.`)
    this.status = status
    this.title = problem.title || ''
    this.near = problem.near || []
    this.parameter = problem.parameter || ''
  }
}

/** A GET. Parameters that are null or missing are left out. */
export function ask(path, parameters = {}) {
  const target = withParameters(path, parameters)
  const known = answers.get(target)
  if (known && Date.now() - known.at < FRESH) return known.answer
  const answer = call('GET', target)
  answers.set(target, { at: Date.now(), answer })
  answer.catch(() => answers.delete(target))
  return answer
}

/** Sends something; what was answered before may have changed by it. */
export async function send(method, path, body) {
  const answer = await call(method, path, body)
  forgetAnswers()
  return answer
}

export function forgetAnswers() {
  answers.clear()
}

export function withParameters(path, parameters) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, value)
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

async function call(method, target, body) {
  const response = await fetched(method, target, body)
  if (response.status === 401) {
    forgetKey()
    await askForKey()
    return call(method, target, body)
  }
  if (response.status === 204) return null
  const text = await response.text()
  const json = text === '' ? {} : parse(text)
  if (!response.ok) throw new Refusal(response.status, json)
  return json
}

async function fetched(method, target, body) {
  const headers = { Accept: 'application/json' }
  if (key()) headers.Authorization = `Bearer ${key()}`
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  try {
    return await fetch(target, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
  } catch {
    throw new Refusal(0, { title: 'The service can’t be reached', detail: 'Footlights doesn’t answer. Is it running, and are you connected?' })
  }
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return { title: 'The answer can’t be read', detail: 'Something between this page and Footlights answered in its place.' }
  }
}
