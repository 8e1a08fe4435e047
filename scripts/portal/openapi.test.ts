import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inProject } from '../lib/paths.ts'
import { openApiDocument } from './openapi.ts'

const inAssets = JSON.parse(readFileSync(inProject('assets/portal/openapi.json'), 'utf8')) as object

/** Every `$ref` of a document. */
const referencesOf = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : []
  return [...own, ...Object.values(value).flatMap(referencesOf)]
}

describe('the OpenAPI file', () => {
  it('says what the schemas say (npm run portal -- --openapi writes it)', () => {
    expect(inAssets).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
  })

  it('has every part that it refers to', () => {
    const { components } = openApiDocument() as { components: { schemas: Record<string, unknown> } }
    const named = Object.keys(components.schemas).map((id) => `#/components/schemas/${id}`)
    expect(referencesOf(inAssets).filter((one) => !named.includes(one))).toEqual([])
  })

  it('names every call of the contract', () => {
    const { paths } = openApiDocument() as { paths: Record<string, Record<string, unknown>> }
    const calls = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'parameters')
        .map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(calls.sort()).toEqual(
      [
        'POST /oauth/token',
        'GET /meta',
        'GET /changes',
        'PUT /accounts/{id}',
        'PUT /applicants/{id}',
        'PUT /applications/{id}',
        'PUT /documents/{id}',
        'DELETE /documents/{id}',
        'PUT /permits/{id}',
        'PUT /letters/{id}',
        'PUT /handovers/{id}',
        'POST /applications/{id}/events',
        'POST /messages',
        'HEAD /files/{sha256}',
        'PUT /files/{sha256}',
        'GET /files/{sha256}',
        'GET /public/verify/{code}',
        'GET /public/track/{code}',
      ].sort(),
    )
  })
})
