import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { Api } from './api'

const root = path.resolve(import.meta.dirname, '../..')
const binary = process.env.YIQI_BIN ?? path.join(root, 'build/release/yiqi')
const ready_within_ms = 20_000
const stops_within_ms = 5_000

/** The Monday on which every worker's server starts. */
export const start_of_time = '2026-11-23T08:00:00+08:00'

export interface Server {
  url: string
  /** A signed-in caller of the API; one per person, kept. */
  as(login: string): Promise<Api>
  set_clock(now: string): Promise<void>
}

async function wait_for_port(process: ChildProcess): Promise<number> {
  let log = ''
  process.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()))
  return await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the server was not ready in ${ready_within_ms} ms\n${log}`)), ready_within_ms)
    process.once('error', reject)
    process.once('exit', (code) => reject(new Error(`the server ended with ${code}\n${log}`)))
    createInterface({ input: process.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const port = /^\{\s*"port"\s*:\s*(\d+)\s*\}$/.exec(line.trim())?.[1]
      if (!port) return
      clearTimeout(timer)
      resolve(Number(port))
    })
  })
}

async function stop(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return
  const gone = new Promise((resolve) => process.once('exit', resolve))
  process.kill('SIGTERM')
  const timer = setTimeout(() => process.kill('SIGKILL'), stops_within_ms)
  await gone
  clearTimeout(timer)
}

/** One real server per worker, with its own database and clock, so that workers share nothing. */
export const test = base.extend<{ strict: void; visit: (login: string | null) => Promise<Page> }, { story: string; server: Server }>({
  /** Files that move the clock take a worker, and so a server, of their own: `test.use({ story: 'name' })`. */
  story: ['shared', { option: true, scope: 'worker' }],

  server: [
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'yiqi-e2e-'))
      const process = spawn(
        binary,
        ['serve', '--demo', '--demo-bookings', '0', '--db', path.join(folder, 'yiqi.db'), '--listen', '127.0.0.1:0', '--web', path.join(root, 'web/dist')],
        { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
      )
      try {
        const url = `http://127.0.0.1:${await wait_for_port(process)}`
        const people = new Map<string, Promise<Api>>()
        const as = (login: string): Promise<Api> => {
          const known = people.get(login) ?? Api.sign_in(url, login)
          people.set(login, known)
          return known
        }
        const set_clock = async (now: string): Promise<void> => void (await (await as('system@council.example')).put('/demo/clock', { now }))
        await set_clock(start_of_time)
        await use({ url, as, set_clock })
        for (const api of people.values()) await (await api).dispose()
      } finally {
        await stop(process)
        rmSync(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  // Every page of every test: no script error, no refused resource, no answer of the 500s.
  strict: [
    async ({ context }, use) => {
      const complaints: string[] = []
      watch(context, complaints)
      await use()
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],

  /** A page of its own browser context, signed in as somebody. */
  visit: async ({ browser, server, contextOptions }, use) => {
    const contexts: BrowserContext[] = []
    const complaints: string[] = []
    await use(async (login) => {
      const context = await new_context(browser, server, login, contextOptions)
      watch(context, complaints)
      contexts.push(context)
      return await context.newPage()
    })
    for (const context of contexts) await context.close()
    expect(complaints).toEqual([])
  },
})

async function new_context(browser: Browser, server: Server, login: string | null, options: object): Promise<BrowserContext> {
  const state = login === null ? undefined : await (await server.as(login)).state()
  return await browser.newContext({ ...options, baseURL: server.url, storageState: state })
}

/** Refusals (4xx) are part of the game; the browser logs them as failed resources. */
function watch(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`)
  })
}

export { expect }
