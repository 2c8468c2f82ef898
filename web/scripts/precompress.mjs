// Writes .br and .gz beside every text asset of dist, so that the server sends files as they are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = path.resolve(import.meta.dirname, '../dist')
const text = /\.(js|css|html|svg|json|txt|webmanifest)$/

let files = 0
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !text.test(entry.name)) continue
  const file = path.join(entry.parentPath, entry.name)
  const body = readFileSync(file)
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }
  writeFileSync(`${file}.br`, brotliCompressSync(body, brotli))
  writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }))
  files += 1
}
console.log(`precompressed ${files} files`)
