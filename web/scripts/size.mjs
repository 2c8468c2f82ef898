// Fails where a route loads more than its budget: initial JS <= 110 kB, all CSS of it <= 15 kB (gzip).
// A route's initial code is what its page chunk imports statically together with the entry's.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const js_budget = 110_000
const css_budget = 15_000
const lazy_budget = 60_000

const dist = path.resolve(import.meta.dirname, '../dist')
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'))
const gzip_size = (file) => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length

function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(next, seen)
  return seen
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const locale = Object.keys(manifest).find((key) => key.includes('locales/zh-CN/index'))
const pages = Object.keys(manifest).filter((key) => key.endsWith('Page.vue'))

let failed = false
const report = (name, size, budget) => {
  const over = size > budget
  failed ||= over
  console.log(`${over ? 'OVER ' : 'ok   '}${name.padEnd(34)} ${(size / 1000).toFixed(1).padStart(7)} kB of ${budget / 1000}`)
}

const counted = new Set()
for (const page of pages) {
  const keys = new Set([...closure(entry), ...(locale ? closure(locale) : []), ...closure(page)])
  const scripts = new Set([...keys].map((key) => manifest[key].file))
  const styles = new Set([...keys].flatMap((key) => manifest[key].css ?? []))
  for (const key of keys) counted.add(key)
  const name = path.basename(page, '.vue')
  report(`${name} js`, [...scripts].reduce((sum, file) => sum + gzip_size(file), 0), js_budget)
  report(`${name} css`, [...styles].reduce((sum, file) => sum + gzip_size(file), 0), css_budget)
}
for (const key of Object.keys(manifest)) {
  if (counted.has(key) || !manifest[key].file.endsWith('.js')) continue
  const own = [...closure(key)].filter((k) => !counted.has(k))
  report(`lazy ${path.basename(key)}`, own.reduce((sum, k) => sum + gzip_size(manifest[k].file), 0), lazy_budget)
}
if (failed) {
  console.error('over budget: split the chunk or say in the change why the budget must move')
  process.exit(1)
}
