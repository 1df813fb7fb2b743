// Makes a screenshot's PNG smaller: its 256 commonest colours become a palette, and each other colour the nearest of them.

import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = 8
const COLOURS = 256

/** The same picture with a palette. It must be of 8 bits for each of red, green and blue, as browsers make them. */
export function smaller(png) {
  const { width, height, pixels } = decoded(png)
  const counts = new Map()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, COLOURS).map(([colour]) => colour)
  const places = new Map(palette.map((colour, place) => [colour, place]))
  for (const colour of counts.keys()) if (!places.has(colour)) places.set(colour, nearest(palette, colour))
  const lines = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = places.get(pixels[y * width + x])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8)
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([png.subarray(0, SIGNATURE), chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(named, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}

function nearest(palette, colour) {
  const distance = (other) => [16, 8, 0].reduce((sum, shift) => sum + (((other >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0)
  let best = 0
  palette.forEach((other, place) => distance(other) < distance(palette[best]) && (best = place))
  return best
}

function decoded(png) {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const [depth, type] = [png[24], png[25]]
  if (depth !== 8 || (type !== 2 && type !== 6)) throw new Error(`PNG of depth ${depth} and colour type ${type}`)
  const bytes = type === 2 ? 3 : 4
  const lines = inflateSync(Buffer.concat(dataOf(png)))
  const pixels = new Uint32Array(width * height)
  let above = Buffer.alloc(width * bytes)
  for (let y = 0; y < height; y++) {
    const start = y * (width * bytes + 1)
    const line = unfiltered(lines[start], lines.subarray(start + 1, start + 1 + width * bytes), above, bytes)
    for (let x = 0; x < width; x++) pixels[y * width + x] = (line[x * bytes] << 16) | (line[x * bytes + 1] << 8) | line[x * bytes + 2]
    above = line
  }
  return { width, height, pixels }
}

function dataOf(png) {
  const parts = []
  for (let at = SIGNATURE; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  return parts
}

/** A line from its differences to the pixels to the left, above, and left above. */
function unfiltered(filter, line, above, bytes) {
  for (let at = 0; at < line.length; at++) {
    const left = at < bytes ? 0 : line[at - bytes]
    const corner = at < bytes ? 0 : above[at - bytes]
    line[at] += [0, left, above[at], (left + above[at]) >> 1, paeth(left, above[at], corner)][filter]
  }
  return line
}

function paeth(left, up, corner) {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
