import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { now_minutes, set_server_now } from '@/lib/now'
import { from_instant } from '@/lib/time'

describe('the server\'s time', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('turns its minutes when the server does, not when the device does', () => {
    vi.setSystemTime('2026-11-23T03:59:59Z')
    set_server_now('2026-11-23T08:00:01+08:00')
    vi.setSystemTime('2026-11-23T04:00:57Z')
    expect(now_minutes()).toBe(from_instant('2026-11-23T08:00:00+08:00'))
    vi.setSystemTime('2026-11-23T04:00:58Z')
    expect(now_minutes()).toBe(from_instant('2026-11-23T08:01:00+08:00'))
  })
})
