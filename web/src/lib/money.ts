const formats = new Map<string, Intl.NumberFormat>()

/** "¥1,260.00" from integer fen. Whole yuan may drop the zeros where space is short. */
export function money(fen: number, locale: string, short = false): string {
  const digits = short && fen % 100 === 0 ? 0 : 2
  const key = `${locale}/${digits}`
  let cached = formats.get(key)
  if (!cached) {
    cached = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'CNY',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    formats.set(key, cached)
  }
  return cached.format(fen / 100)
}

/** Reads "1,260.5" as fen; null where it is not an amount with at most two decimals. */
export function parse_yuan(text: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(',', '').trim())
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
