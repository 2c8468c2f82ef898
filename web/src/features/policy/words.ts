import { useI18n } from 'vue-i18n'
import type { Closure, Gate, Quota, Rules, Weekday } from '@/api/manage-types'
import { dated_moment_label, from_instant } from '@/lib/time'
import { use_words } from '@/lib/words'
import type { Field, Finding } from './check'

/** The rules of a document in the reader's language: a term and what holds, field by field. */
export function use_policy_words() {
  const { t, locale } = useI18n()
  const { duration, yuan_short } = use_words()

  const day_names = (): Record<Weekday, string> => ({
    Mon: t('rules.mon'),
    Tue: t('rules.tue'),
    Wed: t('rules.wed'),
    Thu: t('rules.thu'),
    Fri: t('rules.fri'),
    Sat: t('rules.sat'),
    Sun: t('rules.sun'),
  })
  const day_name = (day: Weekday): string => day_names()[day]

  function hours(text: string): string {
    if (text.trim() === '' || text === 'Mon-Sun 00:00-24:00') return t('rules.always_open')
    const names = day_names()
    return text
      .replace(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/g, (day) => names[day as Weekday])
      .replaceAll('-', '–')
      .replaceAll(';', ' ·')
      .replaceAll(',', ', ')
  }

  function approver(approval: Rules['approval']): string {
    switch (approval) {
      case 'none':
        return t('policy.approval_none')
      case 'operator':
        return t('policy.approval_operator')
      case 'platform_admin':
        return t('policy.approval_platform')
      case 'institution_admin':
        return t('policy.approval_institution')
    }
  }

  const price_class = (of: Rules['waitlist_priority'][number]): string => ({ enterprise: t('policy.class_enterprise'), academic: t('policy.class_academic'), internal: t('policy.class_internal') })[of]

  const scope = (of: Quota['scope']): string => (of === 'user' ? t('policy.scope_user') : t('policy.scope_organisation'))

  const period = (per: Quota['per']): string => ({ day: t('policy.per_day'), week: t('policy.per_week'), month: t('policy.per_month'), year: t('policy.per_year') })[per]

  function quota(of: Quota): string {
    const limits = [
      of.max_bookings === null || of.max_bookings === undefined ? '' : t('policy.quota_bookings', { n: of.max_bookings }, of.max_bookings),
      of.max_minutes === null || of.max_minutes === undefined ? '' : duration(of.max_minutes),
    ].filter(Boolean)
    const sentence = t('policy.quota', { scope: scope(of.scope), per: period(of.per), what: limits.length > 1 ? `${limits[0]} ${t('policy.quota_and', { time: limits[1] ?? '' })}` : (limits[0] ?? '…') })
    const more = [
      of.window ? t('policy.quota_only', { window: hours(of.window) }) : '',
      of.per === 'week' && of.week_starts && of.week_starts !== 'Mon' ? t('policy.quota_week_of', { day: day_name(of.week_starts) }) : '',
    ].join('')
    return more ? sentence.replace(/[。.]$/, (stop) => more + stop) : sentence
  }

  const gate = (of: Gate): string =>
    t('policy.gate_text', { name: locale.value === 'en' ? of.en : of.zh, of: of.of === 'user' ? t('policy.gate_of_user') : t('policy.gate_of_organisation') })

  const closure = (of: Closure): string =>
    `${dated_moment_label(from_instant(of.start), locale.value)} – ${dated_moment_label(from_instant(of.end), locale.value)}${of.reason ? ` ${of.reason}` : ''}`

  const rounds = (of: Rules['rounds']): string =>
    of.window_weeks === 0 ? t('policy.rounds_by_hand') : t('policy.rounds_open', { weeks: of.window_weeks, hours: of.cut_off_hours })

  const list = (texts: string[]): string => texts.join('\n') || t('policy.none')
  const yes_or_no = (value: boolean): string => (value ? t('policy.yes') : t('policy.no'))
  const is_set = (value: number | null | undefined): value is number => value !== null && value !== undefined

  /** What a field says. */
  function value_text(policy: Rules, field: Field): string {
    switch (field) {
      case 'opening_hours':
        return hours(policy.opening_hours)
      case 'time_zone':
        return policy.time_zone
      case 'capacity':
        return t('policy.term_capacity_text', { n: policy.capacity }, policy.capacity)
      case 'grid_minutes':
        return t('policy.every', { time: duration(policy.grid_minutes) })
      case 'horizon_days':
        return t('unit.days', { n: policy.horizon_days })
      case 'max_future_bookings':
        return is_set(policy.max_future_bookings) ? String(policy.max_future_bookings) : t('policy.unlimited')
      case 'max_future_minutes':
        return is_set(policy.max_future_minutes) ? duration(policy.max_future_minutes) : t('policy.unlimited')
      case 'quotas':
        return list(policy.quotas.map(quota))
      case 'approval':
        return approver(policy.approval)
      case 'approval_above_fen':
        return is_set(policy.approval_above_fen) ? yuan_short(policy.approval_above_fen) : t('policy.none')
      case 'requires_training':
        return yes_or_no(policy.requires_training)
      case 'waitlist_priority':
        return policy.waitlist_priority.map(price_class).join(' › ') || t('policy.priority_none')
      case 'contention':
        return policy.contention === 'collect' ? t('policy.contention_collect') : t('policy.contention_first')
      case 'rounds':
        return rounds(policy.rounds)
      case 'closures':
        return list(policy.closures.map(closure))
      case 'follows_holidays':
        return policy.follows_holidays ? t('policy.holidays_on') : t('policy.holidays_off')
      case 'gates':
        return list(policy.gates.map(gate))
      default:
        return duration(policy[field] ?? 0)
    }
  }

  const terms = (): Partial<Record<Field, string>> => ({
    opening_hours: t('rules.opening'),
    time_zone: t('policy.zone'),
    capacity: t('policy.term_capacity'),
    grid_minutes: t('policy.term_grid'),
    min_minutes: t('policy.term_min'),
    max_minutes: t('policy.term_max'),
    min_notice_minutes: t('policy.term_notice'),
    change_notice_minutes: t('policy.term_change'),
    cancel_notice_minutes: t('policy.term_cancel'),
    horizon_days: t('policy.term_horizon'),
    buffer_before_minutes: t('policy.term_before'),
    buffer_after_minutes: t('policy.term_after'),
    own_gap_minutes: t('policy.term_gap'),
    max_future_bookings: t('policy.term_future_bookings'),
    max_future_minutes: t('policy.term_future_minutes'),
    quotas: t('policy.quotas'),
    approval: t('policy.approval_label'),
    approval_above_fen: t('policy.term_above'),
    requires_training: t('policy.term_training'),
    check_in_early_minutes: t('policy.term_check_in'),
    no_show_after_minutes: t('policy.term_no_show'),
    forgotten_check_out_minutes: t('policy.term_forgotten'),
    offer_minutes: t('policy.term_offer'),
    replan_answer_minutes: t('policy.term_replan'),
    bump_notice_minutes: t('policy.term_bump'),
    waitlist_priority: t('policy.priority'),
    contention: t('policy.contention'),
    rounds: t('policy.rounds'),
    closures: t('policy.closures'),
    follows_holidays: t('policy.holidays'),
    gates: t('policy.gates'),
  })
  const term = (field: Field): string => terms()[field] ?? field

  function finding(found: Finding): string {
    switch (found.code) {
      case 'range':
        return t('policy.bad_range', { min: found.min, max: found.max })
      case 'min_over_max':
        return t('policy.bad_min_over_max')
      case 'no_limit':
        return t('policy.bad_no_limit')
      case 'end_before_start':
        return t('policy.bad_end')
      case 'name_missing':
        return t('policy.bad_name')
      case 'name_twice':
        return t('policy.bad_twice')
      case 'never_open':
        return t('policy.bad_never_open')
    }
  }

  return { term, value_text, finding, hours, quota, gate, closure, approver, price_class, scope, period, day_name }
}
