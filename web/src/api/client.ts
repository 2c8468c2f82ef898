import { ApiError, problem_of } from './problem'

/** What every request carries besides its own data; set by the session and the language switch. */
const context = { csrf_token: '', language: 'zh-CN' }

let on_signed_out: () => void = () => {}

export function set_csrf_token(token: string): void {
  context.csrf_token = token
}

export function set_request_language(language: string): void {
  context.language = language
}

/** Called when the server says that the session is over (401 on anything but signing in). */
export function when_signed_out(callback: () => void): void {
  on_signed_out = callback
}

export type Query = Record<string, string | number | boolean | undefined | null>

export interface RequestOptions {
  query?: Query
  body?: unknown
  idempotency_key?: string
  if_match?: string
  signal?: AbortSignal
  /** Lets the request outlive the page. */
  keepalive?: boolean
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export function url_of(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return `/api/v1${path}${text ? `?${text}` : ''}`
}

function headers_of(method: Method, options: RequestOptions): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': context.language }
  if (options.body !== undefined) headers['Content-Type'] = 'application/json'
  if (method !== 'GET' && context.csrf_token) headers['X-CSRF-Token'] = context.csrf_token
  if (options.idempotency_key) headers['Idempotency-Key'] = options.idempotency_key
  if (options.if_match) headers['If-Match'] = options.if_match
  return headers
}

async function send(method: Method, path: string, options: RequestOptions): Promise<Response> {
  try {
    return await fetch(url_of(path, options.query), {
      method,
      headers: headers_of(method, options),
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      credentials: 'same-origin',
      signal: options.signal,
      keepalive: options.keepalive,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError({ title: '', status: 0, code: 'network' })
  }
}

/** One call of the API. Throws ApiError; a 204 answers undefined. */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, path, options)
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T
  const problem = await problem_of(response)
  if (response.status === 401 && path !== '/session') on_signed_out()
  throw new ApiError(problem)
}

/** A document together with the version that an edit of it must name. */
export interface Versioned<T> {
  document: T
  etag: string
}

export async function get_versioned<T>(path: string, signal?: AbortSignal): Promise<Versioned<T>> {
  const response = await send('GET', path, { signal })
  if (!response.ok) throw new ApiError(await problem_of(response))
  return { document: (await response.json()) as T, etag: response.headers.get('ETag') ?? '*' }
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> => request<T>('GET', path, { query, signal })
