import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

const axe_source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[]
}

/** axe over the page as it is now, contrast included. Evaluated as a debugger would: the page's own policy forbids injection. */
export async function expect_accessible(page: Page, label: string): Promise<void> {
  await page.evaluate(axe_source)
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(context: Document, options: object): Promise<AxeResult> } }
    const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    return result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`)
  })
  expect(found, label).toEqual([])
}

export async function expect_no_sideways_scroll(page: Page, label: string): Promise<void> {
  // A phone widens its window to what does not fit, so the screen is the measure.
  const over = (await page.evaluate(() => document.documentElement.scrollWidth)) - (page.viewportSize()?.width ?? 0)
  expect(over, `${label} scrolls sideways`).toBeLessThanOrEqual(0)
}
