import { z } from 'zod'
import { instantOf, type Instant } from '#domain/instant.ts'
import { parseOfficeDate, type OfficeDate } from '#domain/office-date.ts'

// The page's CSP forbids eval, which zod's compiled parsers would use.
z.config({ jitless: true })

/** A calendar day on our own wire. */
export const OfficeDateField = z.string().transform((text, context): OfficeDate => {
  const parsed = parseOfficeDate(text)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: 'not a calendar day' })
  return z.NEVER
})

/** A day going out: already a day, only its type is asked for. */
export const OfficeDateOut = z.custom<OfficeDate>((value) => typeof value === 'string')
export const InstantOut = z.custom<Instant>((value) => typeof value === 'string')

export const IdField = z.uuid()

export const Sha256Field = z.string().regex(/^[0-9a-f]{64}$/)

/** Words typed by a clerk; length bounded at the edge, meaning checked by the rules. */
export const typedText = (max = 200) => z.string().max(max)

interface Coded {
  readonly code: string
}

/** A refusal on the wire: the union of codes is in the type, so a screen's `switch` fails to compile when one is added. */
export const refusalOf = <R extends Coded>() =>
  z.custom<R>(
    (value) =>
      typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string',
  )

/** Schema of a use case's outcome. */
export const resultOf =
  <R extends Coded>() =>
  <S extends z.ZodType>(value: S) =>
    z.union([
      z.object({ ok: z.literal(true), value }),
      z.object({ ok: z.literal(false), refusal: refusalOf<R>() }),
    ])

/** Name and password of whoever consents, at the clerk's own window. */
export const ConsentInput = z.object({ username: typedText(64), password: typedText(256) })

/** A moment from outside, in the one way in which moments are compared here. */
export const InstantField = z.iso.datetime().transform((text) => instantOf(Date.parse(text)))
