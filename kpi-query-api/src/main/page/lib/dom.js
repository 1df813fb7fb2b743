// Elements without markup in strings: whatever the data says becomes text or an attribute, never HTML.

const SVG = 'http://www.w3.org/2000/svg'

/** An element. `on…` attributes are listeners, null and false leave an attribute out, children may be nested arrays. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children)
}

/** An element of a drawing. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children)
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (name === 'href' && !safeLink(value)) continue
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

/** A link out of the data may only lead to a page. */
function safeLink(value) {
  return /^(https?:\/\/|\/|\?|#|blob:)/.test(String(value))
}

let last = 0

/** An id that nothing else on the page has. */
export function freshId(word) {
  last += 1
  return `${word}-${last}`
}

export function replace(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(Boolean))
  return element
}
