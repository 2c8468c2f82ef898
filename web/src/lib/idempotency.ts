import { ApiError } from '@/api/problem'

/**
 * The key of one intention. The same body keeps its key over every retry, so a request that was
 * answered but never heard is not done twice; another body, or a success, starts a new intention.
 */
export class Intention {
  private key = ''
  private body = ''

  key_for(body: unknown): string {
    const text = JSON.stringify(body)
    if (!this.key || text !== this.body) {
      this.key = crypto.randomUUID()
      this.body = text
    }
    return this.key
  }

  /** A refused attempt was answered: the next one is a new intention, even with the same data. A broken line was no answer. */
  failed(error: unknown): void {
    if (error instanceof ApiError && !error.is_transient) this.done()
  }

  done(): void {
    this.key = ''
    this.body = ''
  }
}
