// Generates src/api/schema.d.ts from the server's OpenAPI document: `npm run gen:api` starts the built
// server (or YIQI_BIN) on a free port with a throw-away database; YIQI_SERVER names a running one instead.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import openapiTS, { astToString } from 'openapi-typescript'

const root = path.resolve(import.meta.dirname, '../..')
const target = path.join(root, 'web/src/api/schema.d.ts')

/** The types of a server's API, as the text of the committed file. */
export async function schema_text(server) {
  const ast = await openapiTS(new URL('/api/v1/openapi.json', server), { alphabetize: true })
  return `// Generated from /api/v1/openapi.json by \`npm run gen:api\`. Do not edit.\n${astToString(ast)}`
}

async function with_server(use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiqi-api-'))
  const binary = process.env.YIQI_BIN ?? path.join(root, 'build/release/yiqi')
  const server = spawn(binary, ['serve', '--demo', '--demo-bookings', '0', '--db', path.join(folder, 'yiqi.db'), '--listen', '127.0.0.1:0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  try {
    const port = await new Promise((resolve, reject) => {
      server.once('error', reject)
      server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
      createInterface({ input: server.stdout }).on('line', (line) => {
        const found = /"port"\s*:\s*(\d+)/.exec(line)?.[1]
        if (found) resolve(found)
      })
    })
    await use(`http://127.0.0.1:${port}`)
  } finally {
    if (server.exitCode === null) server.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const write = async (server) => {
    writeFileSync(target, await schema_text(server))
    console.log(`wrote ${path.relative(process.cwd(), target)}`)
  }
  await (process.env.YIQI_SERVER ? write(process.env.YIQI_SERVER) : with_server(write))
}
