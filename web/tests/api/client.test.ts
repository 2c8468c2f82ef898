import { afterEach, expect, it, vi } from 'vitest'
import { get, request, set_csrf_token, set_request_language, url_of, when_signed_out } from '@/api/client'
import { ApiError } from '@/api/problem'
import { problem, serve, serve_no_network } from '../support/server'

afterEach(() => {
  set_csrf_token('')
  set_request_language('zh-CN')
  when_signed_out(() => {})
})

const failure = async (promise: Promise<unknown>): Promise<ApiError> => {
  try {
    await promise
  } catch (error) {
    if (error instanceof ApiError) return error
  }
  throw new Error('should have failed')
}

it('leaves out empty parameters and escapes the others', () => {
  expect(url_of('/instruments', { q: '透射 电镜', sort: '', limit: 24, cursor: undefined })).toBe('/api/v1/instruments?q=%E9%80%8F%E5%B0%84+%E7%94%B5%E9%95%9C&limit=24')
})

it('sends the language with everything, the token and the key with changes only', async () => {
  const calls = serve({ 'GET /x': {}, 'POST /x': {} })
  set_csrf_token('csrf-1')
  set_request_language('en')
  await get('/x')
  await request('POST', '/x', { body: { a: 1 }, idempotency_key: 'key-1', if_match: '"7"' })
  expect(calls[0]?.headers.get('Accept-Language')).toBe('en')
  expect(calls[0]?.headers.has('X-CSRF-Token')).toBe(false)
  expect(calls[1]?.headers.get('X-CSRF-Token')).toBe('csrf-1')
  expect(calls[1]?.headers.get('Idempotency-Key')).toBe('key-1')
  expect(calls[1]?.headers.get('If-Match')).toBe('"7"')
  expect(calls[1]?.body).toEqual({ a: 1 })
})

it('turns a problem document into an error with its code and request id', async () => {
  serve({ 'POST /bookings': () => problem(409, 'slot_taken', { alternatives: [] }) })
  const error = await failure(request('POST', '/bookings'))
  expect(error.code).toBe('slot_taken')
  expect(error.problem.request_id).toBe('req-1')
  expect(error.is_transient).toBe(false)
})

it('survives an answer that is no problem document', async () => {
  serve({ 'GET /x': () => new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }) })
  const error = await failure(get('/x'))
  expect(error.code).toBe('http_502')
  expect(error.is_transient).toBe(true)
})

it('names a cut line', async () => {
  serve_no_network()
  expect((await failure(get('/x'))).code).toBe('network')
})

it('reports the end of the session, but not a wrong password', async () => {
  const ended = vi.fn()
  when_signed_out(ended)
  serve({ 'GET /bookings': () => problem(401, 'unauthenticated'), 'POST /session': () => problem(401, 'bad_credentials') })
  await failure(request('POST', '/session'))
  expect(ended).not.toHaveBeenCalled()
  await failure(get('/bookings'))
  expect(ended).toHaveBeenCalledOnce()
})
