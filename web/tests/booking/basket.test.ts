import { expect, it } from 'vitest'
import { basket_from, use_basket, wish_in, without_booked } from '@/booking/basket'

const wish = { instrument_id: 'DEMO0001', start: '2026-11-23T09:00:00+08:00', end: '2026-11-23T10:00:00+08:00', purpose: '' }
const item = (key: string) => ({ ...wish, key })

it('reads what it kept and leaves out what does not fit', () => {
  expect(basket_from(null)).toEqual([])
  expect(basket_from('{"not":"a list"}')).toEqual([])
  expect(basket_from('not json')).toEqual([])
  expect(basket_from(JSON.stringify([item('a'), { key: 'b' }, null, { ...item('c'), end: wish.start }])).map(({ key }) => key)).toEqual(['a'])
})

it('keeps what is added over a reload, replaces and removes by key', () => {
  const basket = use_basket()
  basket.keep([])
  basket.add(wish)
  basket.add({ ...wish, instrument_id: 'DEMO0002' })
  const kept = basket_from(localStorage.getItem('yiqi.basket'))
  expect(kept.map(({ instrument_id }) => instrument_id)).toEqual(['DEMO0001', 'DEMO0002'])
  basket.replace({ ...(kept[0] as (typeof kept)[number]), samples: 3 })
  expect(basket.items.value[0]?.samples).toBe(3)
  basket.remove(kept[0]?.key ?? '')
  expect(basket.items.value).toHaveLength(1)
  basket.keep([])
})

it('sends a wish without the keys of the browser', () => {
  expect(wish_in(item('a'))).toEqual(wish)
  expect(wish_in({ ...item('a'), samples: 2, options: { staff_minutes: 60 } })).toEqual({ ...wish, samples: 2, options: { staff_minutes: 60 } })
})

it('keeps what was not booked', () => {
  const left = without_booked([item('a'), item('b'), item('c')], [{ index: 0, booking: { id: 'B1' } }, { index: 1, booking: null }, { index: 2, booking: { id: 'B2' } }])
  expect(left.map(({ key }) => key)).toEqual(['b'])
})
