import { expect, test } from './server'

// Journey 1: find. Category + domain + words + "free for 4 h", price, instrument page with a live calendar.

test('finds an instrument by pinyin, words, facets and free time, and opens its calendar', async ({ page, isMobile }) => {
  await page.goto('/')
  await expect(page.getByRole('status').filter({ hasText: '共 498 台仪器' })).toBeVisible()

  await page.getByRole('searchbox').fill('hcgz')
  await expect(page).toHaveURL(/q=hcgz/)
  await expect(page.getByRole('link', { name: '核磁共振波谱仪(600 MHz)' })).toBeVisible()

  await page.getByRole('searchbox').fill('液质联用')
  await expect(page.getByRole('link', { name: '轨道阱高分辨液质联用仪' })).toBeVisible()

  if (isMobile) await page.getByRole('button', { name: '筛选' }).click()
  const filters = isMobile ? page.getByRole('dialog') : page.getByRole('complementary', { name: '筛选' })
  await filters.getByTestId('free-minutes').selectOption('240')
  await expect(page).toHaveURL(/free_minutes=240/)
  await filters.getByRole('checkbox', { name: /无需培训/ }).check()
  await expect(page).toHaveURL(/requires_training=false/)
  if (isMobile) await page.getByRole('button', { name: /^查看 \d+ 台$/ }).click()

  const card = page.getByRole('article').filter({ hasText: '轨道阱高分辨液质联用仪' })
  await expect(card).toContainText('¥800/小时')
  await expect(card).toContainText('最早 11月23日周一')

  // Everything is in the address: a reload shows the same.
  await page.reload()
  await expect(card).toBeVisible()
  await expect(page.getByRole('button', { name: '移除条件 “液质联用”' })).toBeVisible()

  await card.getByRole('link').click()
  await expect(page).toHaveURL(/\/instruments\/DEMO0002/)
  await expect(page.getByRole('heading', { level: 1, name: '轨道阱高分辨液质联用仪' })).toBeVisible()
  await expect(page.getByRole('application')).toBeVisible()
})

test('speaks English, remembers it, and says when nothing matches', async ({ page, isMobile }) => {
  await page.goto('/')
  if (isMobile) await page.getByRole('button', { name: '菜单' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find an instrument, see the price, book the time')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await page.getByRole('searchbox').fill('orbitrap')
  await expect(page.getByRole('link', { name: 'LC-Orbitrap High-Resolution Mass Spectrometer' })).toBeVisible()
  await page.getByRole('searchbox').fill('qqqzzz')
  await expect(page.getByText('No instrument matches')).toBeVisible()
  await page.getByRole('region', { name: 'Results' }).getByRole('button', { name: 'Clear all' }).last().click()
  await expect(page.getByText('498 instruments')).toBeVisible()
})

test('goes from an instrument to its platform and what else it has', async ({ page }) => {
  await page.goto('/instruments/DEMO0002')
  await page.getByRole('link', { name: '海洋药物与生物制品研发平台' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '海洋药物与生物制品研发平台' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(14)
  await expect(page.getByText('结对共建意向')).toBeVisible()
})

test('says so where there is no such page', async ({ page }) => {
  await page.goto('/nowhere/at/all')
  await expect(page.getByRole('heading', { name: '页面不存在' })).toBeAttached()
  await page.goto('/instruments/NO-SUCH')
  await expect(page.getByRole('alert')).toBeVisible()
})
