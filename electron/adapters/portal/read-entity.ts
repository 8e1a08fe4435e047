import { z } from 'zod'
import type { PortalCollection } from '#ports/portal.ts'
import { entitySchemas } from './wire-entities.ts'
import type { EntityName } from './wire-entities.ts'

export type Entity = Readonly<Record<string, unknown>>

/** The entity that each collection holds. */
export const entityIn: Readonly<Record<PortalCollection, EntityName>> = {
  accounts: 'account',
  applicants: 'applicant',
  applications: 'application',
  documents: 'document',
  permits: 'permit',
  letters: 'letter',
  handovers: 'handover',
}

export const isEntityName = (name: string): name is EntityName => Object.hasOwn(entitySchemas, name)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the contract lets be absent may be null or left out at a portal; from here on it is null. */
function withAbsent(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodNullable) return value === undefined ? null : withAbsent(schema.unwrap(), value)
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((one) => withAbsent(schema.element, one))
  if (!(schema instanceof z.ZodObject) || !isRecord(value)) return value
  const whole: Record<string, unknown> = { ...value }
  for (const [name, field] of Object.entries(schema.shape)) {
    const read = withAbsent(field, value[name])
    if (read !== undefined) whole[name] = read
  }
  return whole
}

/** An entity as a portal gives it, in the one form in which it goes on from here; null: it does not fit the contract. */
export function readEntity(entity: EntityName, data: unknown): Entity | null {
  const schema = entitySchemas[entity]
  const read = schema.safeParse(withAbsent(schema, data))
  return read.success ? read.data : null
}

/** What of an entity that the contract does not know is kept. */
export const readUnknown = (data: unknown): Entity | null => (isRecord(data) ? data : null)
