// Generates src/api/schema.d.ts from a running server's OpenAPI document:
//   YIQI_SERVER=http://127.0.0.1:8080 npm run gen:api
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'

const server = process.env.YIQI_SERVER ?? 'http://127.0.0.1:8080'
const target = path.resolve(import.meta.dirname, '../src/api/schema.d.ts')
const ast = await openapiTS(new URL('/api/v1/openapi.json', server), { alphabetize: true })
const header = '// Generated from /api/v1/openapi.json by `npm run gen:api`. Do not edit.\n'
writeFileSync(target, header + astToString(ast))
console.log(`wrote ${path.relative(process.cwd(), target)}`)
