import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(path.resolve(import.meta.dirname, '../src/ui/tokens.css'), 'utf8')

function colours(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name as string, value as string]))
}

const [light_css = '', dark_css = ''] = css.split('@media (prefers-color-scheme: dark)')
const light = colours(light_css)
const themes: Record<string, Record<string, string>> = { light, dark: { ...light, ...colours(dark_css) } }

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0)
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Text on its grounds: 4.5 to 1 (WCAG 1.4.3). */
const texts: [string, string[]][] = [
  ['text', ['page', 'surface', 'sunken', 'info-soft', 'warn-soft', 'bad-soft', 'good-soft']],
  ['muted', ['page', 'surface', 'sunken', 'bad-soft', 'good-soft']],
  ['accent', ['page', 'surface']],
  ['accent-hover', ['page', 'surface']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-accent-soft', ['accent-soft']],
  ['good', ['surface', 'good-soft']],
  ['warn', ['surface', 'warn-soft']],
  ['bad', ['surface', 'bad-soft']],
  ['on-bad', ['bad']],
  ['info', ['info-soft']],
  ['on-busy', ['busy']],
  ['on-mine', ['mine']],
  ['surface', ['text']],
]

/** Borders of controls, focus rings and marks: 3 to 1 (WCAG 1.4.11). */
const marks: [string, string[]][] = [
  ['control-line', ['surface', 'page']],
  ['focus', ['surface', 'page']],
  ['now', ['surface']],
  ['mine', ['surface']],
]

describe.each(Object.entries(themes))('the %s theme', (_name, theme) => {
  const check = (pairs: [string, string[]][], least: number): string[] =>
    pairs.flatMap(([front, grounds]) =>
      grounds
        .map((ground) => ({ ground, ratio: contrast(theme[front] ?? '', theme[ground] ?? '') }))
        .filter(({ ratio }) => !(ratio >= least))
        .map(({ ground, ratio }) => `${front} on ${ground}: ${ratio.toFixed(2)}`),
    )

  it('gives every text 4.5 to 1', () => expect(check(texts, 4.5)).toEqual([]))
  it('gives every control and mark 3 to 1', () => expect(check(marks, 3)).toEqual([]))
})
