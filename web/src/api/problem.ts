import type { Problem } from './types'

/** A refusal or failure of the server, or of the way to it (`code` "network", status 0). */
export class ApiError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ApiError'
    this.problem = problem
  }

  get code(): string {
    return this.problem.code
  }

  get status(): number {
    return this.problem.status
  }

  /** True where the same request may succeed later without a change by the user. */
  get is_transient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

export function as_problem(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem
  return { title: '', status: 0, code: 'client', detail: error instanceof Error ? error.message : String(error) }
}

/** Reads a problem document; anything else (a proxy's HTML page) becomes a problem of its status. */
export async function problem_of(response: Response): Promise<Problem> {
  const request_id = response.headers.get('X-Request-Id') ?? undefined
  const fallback: Problem = { title: response.statusText, status: response.status, code: `http_${response.status}`, request_id }
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) return fallback
  try {
    return { ...fallback, ...((await response.json()) as Problem) }
  } catch {
    return fallback
  }
}
