import { readFileSync } from 'node:fs'
import path from 'node:path'
import { schema_text } from '../scripts/gen-api.mjs'
import { expect, test } from './server'

test('the committed types are those of the server (else: npm run gen:api)', async ({ server, isMobile }) => {
  test.skip(isMobile, 'once is enough')
  const committed = readFileSync(path.resolve(import.meta.dirname, '../src/api/schema.d.ts'), 'utf8')
  expect(await schema_text(server.url)).toBe(committed)
})
