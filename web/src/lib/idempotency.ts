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

  done(): void {
    this.key = ''
    this.body = ''
  }
}
