import { z } from 'zod'
import * as calls from '#adapters/portal/wire-calls.ts'
import { entitySchemas, portalEvent } from '#adapters/portal/wire-entities.ts'

const ref = (id: string) => ({ $ref: `#/components/schemas/${id}` })
const json = (id: string, description: string) => ({
  description,
  content: { 'application/json': { schema: ref(id) } },
})
const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})

const idParameter = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
const hashParameter = {
  name: 'sha256',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
}
const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Minted with the change, the same for every repeat.',
  schema: { type: 'string', format: 'uuid' },
}
const query = (name: string, schema: object, description: string) => ({
  name,
  in: 'query',
  required: false,
  schema,
  description,
})

const ill = {
  '401': refusal('The token is no longer good: get a new one once and repeat.'),
  '403': refusal('This office may not do that.'),
  '429': refusal('Wait, `Retry-After` as seconds or date, and repeat with the same key.'),
  '500': refusal('The portal is ill: wait and repeat with the same key.'),
}

const put = (path: string, body: string, summary: string, codes: string, conflicts = true) => ({
  [path]: {
    put: {
      summary,
      parameters: [idParameter, keyParameter],
      requestBody: { required: true, content: { 'application/json': { schema: ref(body) } } },
      responses: {
        '200': json('Version', 'Taken; the new version.'),
        ...(conflicts && { '409': json('Conflict', 'The version moved on; the portal’s whole entity.') }),
        '404': refusal('The entity is unknown.'),
        '422': refusal(codes),
        ...ill,
      },
    },
  },
})

const paths = {
  '/oauth/token': {
    post: {
      summary: 'Gives a token for client id and secret.',
      security: [],
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: {
              type: 'object',
              required: ['grant_type', 'client_id', 'client_secret'],
              properties: {
                grant_type: { const: 'client_credentials' },
                client_id: { type: 'string' },
                client_secret: { type: 'string' },
              },
            },
          },
        },
      },
      responses: {
        '200': json('Token', 'The token.'),
        '400': { description: 'Stops the synchronisation.' },
        '401': { description: 'Stops the synchronisation.' },
      },
    },
  },
  '/meta': {
    get: {
      summary: 'Version, office and limits.',
      responses: { '200': json('Meta', 'What this portal is.'), ...ill },
    },
  },
  '/changes': {
    get: {
      summary: 'The change feed, in the order of the portal’s commits.',
      parameters: [
        query('after', { type: 'string' }, 'Cursor of the last answer; absent at the first call.'),
        query(
          'limit',
          { type: 'integer', minimum: 1, maximum: 1000, default: 200 },
          'Most changes in one answer.',
        ),
        query(
          'wait',
          { type: 'integer', minimum: 0, maximum: 25, default: 0 },
          'Seconds to hold the answer until something is there.',
        ),
      ],
      responses: {
        '200': json('Changes', 'Changes and the next cursor.'),
        '410': refusal('The cursor is too old: start again without `after`.'),
        ...ill,
      },
    },
  },
  ...put('/accounts/{id}', 'AccountPut', 'Approves or refuses an account.', 'The body is wrong.'),
  ...put('/applicants/{id}', 'ApplicantPut', 'Writes an applicant.', '`nik-taken` with `existingId`.'),
  ...put('/applications/{id}', 'ApplicationPut', 'Writes an application.', 'The body is wrong.'),
  '/documents/{id}': {
    ...put('/documents/{id}', 'DocumentPut', 'Writes a requirement file’s record.', '`file-missing`.')[
      '/documents/{id}'
    ],
    delete: {
      summary: 'Takes out a file that belonged to somebody else.',
      parameters: [idParameter, keyParameter],
      responses: { '204': { description: 'Gone.' }, '404': refusal('Unknown.'), ...ill },
    },
  },
  ...put(
    '/permits/{id}',
    'PermitPut',
    'Writes a permit; its PDF is there first.',
    '`file-missing`, `number-taken`.',
  ),
  ...put('/letters/{id}', 'LetterPut', 'Writes a letter; its PDF is there first.', '`file-missing`.'),
  ...put('/handovers/{id}', 'HandoverPut', 'Writes a handover.', 'The body is wrong.', false),
  '/applications/{id}/events': {
    post: {
      summary: 'Appends to an application’s history, without a gap.',
      parameters: [idParameter, keyParameter],
      requestBody: { required: true, content: { 'application/json': { schema: ref('EventsPost') } } },
      responses: {
        '201': json('EventsAccepted', 'Taken; known ones count.'),
        '422': refusal('`gap` with `expectedSeq`.'),
        ...ill,
      },
    },
  },
  '/messages': {
    post: {
      summary: 'A message to the applicant.',
      parameters: [keyParameter],
      requestBody: { required: true, content: { 'application/json': { schema: ref('MessagePost') } } },
      responses: { '201': { description: 'Taken.' }, ...ill },
    },
  },
  '/files/{sha256}': {
    parameters: [hashParameter],
    head: {
      summary: 'Whether a file is there; only with its ETag is it an answer.',
      responses: { '200': { description: 'There.' }, '404': { description: 'Not there.' }, ...ill },
    },
    get: {
      summary: 'The bytes.',
      responses: {
        '200': {
          description: 'The bytes, with `ETag`.',
          content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
        },
        '404': refusal('Unknown.'),
        ...ill,
      },
    },
    put: {
      summary: 'Sends the bytes.',
      parameters: [keyParameter],
      requestBody: { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
      responses: {
        '200': { description: 'Was there already.' },
        '201': { description: 'Taken.' },
        '400': refusal('`hash-mismatch`.'),
        '413': refusal('Too large.'),
        ...ill,
      },
    },
  },
  '/public/verify/{code}': {
    get: {
      summary: 'What the QR of a permit leads to.',
      security: [],
      parameters: [{ name: 'code', in: 'path', required: true, schema: { type: 'string' } }],
      responses: { '200': json('Verification', 'The permit.'), '404': refusal('Unknown.') },
    },
  },
  '/public/track/{code}': {
    get: {
      summary: 'What the QR of a receipt leads to.',
      security: [],
      parameters: [{ name: 'code', in: 'path', required: true, schema: { type: 'string' } }],
      responses: { '200': json('Tracking', 'Where the application stands.'), '404': refusal('Unknown.') },
    },
  },
}

/** Every schema that has a name of its own, as the components of the document. */
function components(): object {
  const named = z.registry<{ id?: string | undefined }>()
  for (const schema of [...Object.values(entitySchemas), portalEvent, ...Object.values(calls)]) {
    const { id } = schema.meta() ?? {}
    if (id !== undefined) named.add(schema, { id })
  }
  const { schemas } = z.toJSONSchema(named, { io: 'input', uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _schema, $id: _id, id: _name, ...rest } = schema as Record<string, unknown>
      return [id, rest]
    }),
  )
}

/** The contract as an OpenAPI 3.1 document, made from the schemas by which every answer is read. */
export const openApiDocument = (): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Portal perizinan daring',
    version: '1.0',
    description: 'The interface between the counter application and the city’s online portal.',
  },
  servers: [{ url: '/api/v1' }],
  security: [{ client: [] }],
  paths,
  components: {
    securitySchemes: {
      client: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: '/api/v1/oauth/token', scopes: {} } },
      },
    },
    schemas: components(),
  },
})
