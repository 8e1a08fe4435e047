const secretNames =
  /^(password|passwordhash|passphrase|sandi|token|secret|clientsecret|authorization|cookie|setcookie|key|apikey|pin)$/
const personalNames =
  /^(nik|phone|email|address|birthdate|birthplace|holdername|applicantname|fullname|content)$/

/** A run of 16 digits is a NIK wherever it stands; Indonesian mobile numbers begin with 08 or +62. */
const nikRun = /(?<!\d)\d{16}(?!\d)/g
const phoneRun = /(?<![\d+])(?:\+?62|0)8[\d -]{7,14}\d/g

const maskRuns = (text: string): string =>
  text.replace(nikRun, (nik) => `${nik.slice(0, 6)}••••••••••`).replace(phoneRun, '[telepon]')

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')

function clean(value: unknown, depth: number, above: readonly object[]): unknown {
  if (typeof value === 'string') return maskRuns(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > 8 || above.includes(value)) return '[…]'
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`
  if (value instanceof Date) return value.toISOString()
  const path = [...above, value]
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => clean(item, depth + 1, path))
  const fields: [string, unknown][] =
    value instanceof Error
      ? [
          ['type', value.name],
          ['message', value.message],
          ['stack', value.stack],
          ['cause', value.cause],
          ...Object.entries(value),
        ]
      : Object.entries(value)
  return Object.fromEntries(
    fields
      .filter(([, field]) => field !== undefined)
      .map(([name, field]) => {
        const plain = plainName(name)
        if (secretNames.test(plain)) return [name, '[rahasia]']
        if (personalNames.test(plain)) return [name, '[data pribadi]']
        return [name, clean(field, depth + 1, path)]
      }),
  )
}

/**
 * The fields of a log entry without what a log must not hold (UU 27/2022): secrets by name, personal data by
 * name, and NIK or mobile numbers inside any text, exceptions included. The argument is not changed.
 */
export const withoutPersonalData = (fields: object): Record<string, unknown> =>
  clean(fields, 0, []) as Record<string, unknown>
