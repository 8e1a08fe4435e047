/** The reference portal: the contract's API with pages for applicants and the agency. For trials; never packed. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inProject } from './lib/paths.ts'
import { faultKinds } from './portal/faults.ts'
import { readOfficeWords } from './portal/office-words.ts'
import { help, readPortalOptions } from './portal/options.ts'
import type { PortalOptions } from './portal/options.ts'
import { openApiDocument } from './portal/openapi.ts'
import { startPortal } from './portal/server.ts'

const made = (): string => randomBytes(12).toString('base64url')

async function run(options: PortalOptions): Promise<void> {
  const { SEPOK_PORTAL_CLIENT_ID, SEPOK_PORTAL_CLIENT_SECRET, SEPOK_PORTAL_AGENCY_PASSWORD } = process.env
  const clientId = SEPOK_PORTAL_CLIENT_ID ?? 'loket'
  const clientSecret = SEPOK_PORTAL_CLIENT_SECRET ?? made()
  const agencyPassword = SEPOK_PORTAL_AGENCY_PASSWORD ?? made()
  if (options.database !== ':memory:') mkdirSync(dirname(options.database), { recursive: true })
  const running = await startPortal({
    port: options.port,
    database: options.database,
    words: readOfficeWords(options.profile),
    clientId,
    clientSecret,
    agencyPassword,
    officeApproves: options.officeApproves,
    limits: { fileBytes: options.fileBytes, mediaTypes: options.mediaTypes, pagesPerDocument: 20 },
    tokenSeconds: 900,
    faults:
      options.faultSeed === null
        ? null
        : { seed: options.faultSeed, rate: options.faultRate, kinds: faultKinds, holdMs: 2000 },
  })
  console.log(`READY ${running.apiBase}`)
  console.log(`Pages for applicants: ${running.address}/  agency: ${running.address}/dinas`)
  if (SEPOK_PORTAL_CLIENT_SECRET === undefined) console.log(`Client id ${clientId}, secret ${clientSecret}`)
  if (SEPOK_PORTAL_AGENCY_PASSWORD === undefined) console.log(`Password of the agency: ${agencyPassword}`)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)))
  }
}

function writeOpenApi(): void {
  writeFileSync(inProject('assets/portal/openapi.json'), `${JSON.stringify(openApiDocument(), null, 2)}\n`)
  console.log('Wrote assets/portal/openapi.json.')
}

try {
  const options = readPortalOptions(process.argv.slice(2), process.cwd())
  if (options === 'help') console.log(help)
  else if (options === 'openapi') writeOpenApi()
  else await run(options)
} catch (error) {
  if (!(error instanceof RangeError || error instanceof TypeError)) throw error
  console.error(`${error.message}\n\n${help}`)
  process.exit(2)
}
