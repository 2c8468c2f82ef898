import { vi } from 'vitest'

export interface Call {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  body: unknown
}

type Answer = unknown | ((call: Call) => unknown)

export const problem = (status: number, code: string, more: Record<string, unknown> = {}): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, detail: `${code} detail`, request_id: 'req-1', ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': 'req-1' },
  })

/** Answers fetch from a table of "METHOD /path" (a trailing * matches the rest); everything else is 404. */
export function serve(table: Record<string, Answer>): Call[] {
  const calls: Call[] = []
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, 'http://test')
    const call: Call = {
      method: init.method ?? 'GET',
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: init.body ? JSON.parse(String(init.body)) : undefined,
    }
    calls.push(call)
    const name = `${call.method} ${call.path}`
    const key = Object.keys(table).find((known) => known === name || (known.endsWith('*') && name.startsWith(known.slice(0, -1))))
    if (key === undefined) return problem(404, 'not_found')
    const answer = table[key]
    const result = await (typeof answer === 'function' ? (answer as (call: Call) => unknown)(call) : answer)
    if (result instanceof Response) return result
    return new Response(JSON.stringify(result), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
  return calls
}

/** A server that never answers: what a page looks like while it loads. */
export const serve_nothing = (): void => void vi.stubGlobal('fetch', () => new Promise(() => {}))

/** A line that is cut. */
export const serve_no_network = (): void =>
  void vi.stubGlobal('fetch', () => {
    throw new TypeError('Failed to fetch')
  })
