import { request, type APIRequestContext, type APIResponse } from '@playwright/test'
import type { Booking, Instrument, Policy } from '../src/api/types'

/** A person at the API, beside the browser: prepares what a journey starts from and checks what it left. */
export class Api {
  private constructor(
    private readonly context: APIRequestContext,
    private readonly token: string,
  ) {}

  static async sign_in(url: string, login: string, password = 'demo-password'): Promise<Api> {
    const context = await request.newContext({ baseURL: url, extraHTTPHeaders: { 'Accept-Language': 'zh-CN' } })
    const answer = await context.post('/api/v1/session', { data: { login, password } })
    if (!answer.ok()) throw new Error(`${login} cannot sign in: ${answer.status()} ${await answer.text()}`)
    return new Api(context, ((await answer.json()) as { csrf_token: string }).csrf_token)
  }

  state = (): ReturnType<APIRequestContext['storageState']> => this.context.storageState()
  dispose = (): Promise<void> => this.context.dispose()

  async get<T>(path: string): Promise<T> {
    return await this.read<T>(await this.context.get(`/api/v1${path}`))
  }

  async post<T>(path: string, data: unknown = {}): Promise<T> {
    const headers = { 'X-CSRF-Token': this.token, 'Idempotency-Key': crypto.randomUUID() }
    return await this.read<T>(await this.context.post(`/api/v1${path}`, { data, headers }))
  }

  async put<T>(path: string, data: unknown, if_match?: string): Promise<T> {
    const headers = { 'X-CSRF-Token': this.token, ...(if_match ? { 'If-Match': if_match } : {}) }
    return await this.read<T>(await this.context.put(`/api/v1${path}`, { data, headers }))
  }

  /** Changes some rules of an instrument and keeps the others. */
  async change_policy(instrument: string, part: Partial<Policy>): Promise<void> {
    const before = await this.get<Instrument>(`/instruments/${instrument}`)
    await this.put(`/instruments/${instrument}/policy`, { ...before.policy, ...part }, before.etag)
  }

  async book(instrument_id: string, start: string, end: string, purpose = '预先安排'): Promise<Booking> {
    return await this.post<Booking>('/bookings', { instrument_id, start, end, purpose })
  }

  private async read<T>(answer: APIResponse): Promise<T> {
    if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`)
    return answer.status() === 204 ? (undefined as T) : ((await answer.json()) as T)
  }
}
