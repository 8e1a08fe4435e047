import type { z } from 'zod'
import type { PortalCallKind } from '#domain/portal-sync.ts'
import type { PortalKeyOf, WireFaultOf } from '#ports/portal.ts'
import { v5 } from 'uuid'
import { eventsPost } from './wire-calls.ts'
import { entitySchemas } from './wire-entities.ts'

const schemaOf = (kind: PortalCallKind): z.ZodType | null =>
  kind === 'events' ? eventsPost : kind === 'document-removed' ? null : entitySchemas[kind]

/** Asks the schemas of the contract, so that nothing leaves that the portal must refuse. */
export const wireFaultOf: WireFaultOf = (kind, body) => {
  const read = schemaOf(kind)?.safeParse(body)
  return read?.success === false ? (read.error.issues[0]?.path.join('.') ?? '') : null
}

/** RFC 9562 version 5: the same intent has the same key, however often it is planned. */
export const portalKeyOf: PortalKeyOf = (seed, name) => v5(name, seed)
