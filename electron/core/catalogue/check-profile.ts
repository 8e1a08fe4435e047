import { canCollide } from '#domain/number-collision.ts'
import { formatNumber, parsePattern, tokensMissingForScope } from '#domain/number-pattern.ts'
import type { KnownValues } from '#domain/number-reading.ts'
import type { SignerCapacity } from '#domain/profile.ts'
import type { Catalogue } from './assemble-catalogue.ts'
import { checkSpan, overlaps } from './check-catalogue.ts'
import type { DataFileProblem } from './problems.ts'
import type { ProfileFile } from './profile-file.ts'

type Say = (field: string, expected: string) => void

const oneOf = (values: readonly string[]): string => `salah satu dari: ${values.join(', ')}`

/** What one file's schema cannot see: that everything it names exists, here or in the catalogue. */
export function checkProfile(file: string, profile: ProfileFile, catalogue: Catalogue): DataFileProblem[] {
  const problems: DataFileProblem[] = []
  const at: Say = (field, expected) => {
    problems.push({ file, field, expected })
  }
  checkOffers(profile, catalogue, at)
  checkSeries(profile, at)
  checkDocuments(profile, at)
  problems.push(...checkDates(file, profile))
  checkRoles(profile, at)
  checkAppointments(profile, at)
  return problems
}

function checkOffers(profile: ProfileFile, catalogue: Catalogue, at: Say): void {
  const known = catalogue.types.map((one) => one.code)
  const defined = new Set(
    [
      ...catalogue.types.flatMap((type) => type.regimes.flatMap((regime) => regime.requirements)),
      ...profile.requirements.with,
      ...profile.offers.flatMap((offer) => offer.with),
    ].map((one) => one.code),
  )
  const localCode = (offer: ProfileFile['offers'][number]): string => offer.localCode ?? offer.code
  profile.offers.forEach((offer, index) => {
    if (!known.includes(offer.code)) at(`offers[${index}].code`, oneOf(known))
    if (profile.offers.findIndex((other) => localCode(other) === localCode(offer)) !== index)
      at(`offers[${index}].code`, `kode ${localCode(offer)} hanya satu kali`)
    for (const code of offer.without)
      if (!defined.has(code)) at(`offers[${index}].without`, `persyaratan yang ada di katalog, bukan ${code}`)
  })
  for (const code of profile.requirements.without)
    if (!defined.has(code)) at('requirements.without', `persyaratan yang ada di katalog, bukan ${code}`)
  for (const code of Object.keys(profile.uploads.byRequirement))
    if (!defined.has(code))
      at(`uploads.byRequirement.${code}`, `persyaratan yang ada di katalog, bukan ${code}`)
}

function checkSeries(profile: ProfileFile, at: Say): void {
  const codes = profile.series.map((one) => one.code)
  const typeCodes = profile.offers.map((one) => one.localCode ?? one.code)
  const read = profile.series.map((series, index) => {
    const pattern = parsePattern(series.pattern)
    const field = `series[${index}].pattern`
    if (codes.indexOf(series.code) !== index)
      at(`series[${index}].code`, `kode ${series.code} hanya satu kali`)
    if (!pattern.ok) {
      at(field, `pola nomor yang dapat dibaca (${pattern.refusal.code})`)
      return null
    }
    const missing = tokensMissingForScope(pattern.value, series.scope)
    if (missing.length > 0)
      at(
        field,
        `pola dengan ${missing.map((one) => `{${one}}`).join(' dan ')}: deret ${series.scope} mulai lagi dari 1`,
      )
    const written = formatNumber(pattern.value, {
      ...series.tokens,
      serial: 1,
      year: 2026,
      month: 1,
      typeCode: typeCodes[0],
    })
    if (!written.ok) at(`series[${index}].tokens`, `nilai untuk {${written.refusal.token}} pada pola`)
    return { pattern: pattern.value, known: { ...everyToken(series), typeCode: typeCodes } }
  })
  read.forEach((one, index) => {
    const twin = read.findIndex(
      (other, before) =>
        before < index && one && other && canCollide(one.pattern, other.pattern, one.known, other.known),
    )
    if (twin >= 0)
      at(
        `series[${index}].pattern`,
        `pola yang tidak dapat membuat nomor yang sama dengan deret ${codes[twin] ?? ''}: tambahkan kata pembeda`,
      )
  })
}

/** All values that a fixed token ever had: numbers of former days must not come again either. */
function everyToken({ tokens, earlier }: ProfileFile['series'][number]): KnownValues {
  const names = Object.keys(tokens)
  return Object.fromEntries(
    names.map((name) => [
      name,
      [tokens, ...earlier.map((one) => one.tokens)].flatMap((one) => one[name] ?? []),
    ]),
  )
}

function checkDocuments(profile: ProfileFile, at: Say): void {
  const series = profile.series.map((one) => one.code)
  const posts = profile.posts.map((one) => one.code)
  const made = profile.documents.map((one) => one.kind)
  profile.documents.forEach((document, index) => {
    const field = `documents[${index}]`
    if (made.indexOf(document.kind) !== index) at(`${field}.kind`, `jenis ${document.kind} hanya satu kali`)
    if (document.series !== null && !series.includes(document.series)) at(`${field}.series`, oneOf(series))
    if (document.signer !== null && !posts.includes(document.signer)) at(`${field}.signer`, oneOf(posts))
  })
  if (!series.includes(profile.receipt.series)) at('receipt.series', oneOf(series))
  checkTypelessSeries(profile, 'dispatch', at)
  checkTypelessSeries(profile, 'complaints', at)
  checkLegalisation(profile, at)
  profile.stageTable.stages.forEach((stage, index) => {
    const field = `stageTable.stages[${index}]`
    const named = [...stage.prints, ...stage.numbers, ...stage.signs.map((one) => one.document)]
    for (const document of new Set(named))
      if (document !== 'product' && !made.includes(document))
        at(field, `dokumen yang ada di documents, bukan ${document}`)
    const numbered = stage.numbers.flatMap((one) =>
      one === 'product' ? (['permit', 'refusal-letter', 'revocation-decree'] as const) : [one],
    )
    for (const kind of new Set(numbered)) {
      const rule = profile.documents.findIndex((one) => one.kind === kind)
      if (rule < 0) at('documents', `dokumen ${kind}: tahap ${stage.code} memberinya nomor`)
      else if (profile.documents[rule]?.series === null)
        at(`documents[${rule}].series`, `${oneOf(series)}: tahap ${stage.code} memberinya nomor`)
    }
  })
}

/** Appointments need a numbered and signed *Surat Tugas*, and roles that may open the agenda. */
function checkAppointments(profile: ProfileFile, at: Say): void {
  const stages = profile.stageTable.stages.filter((one) => one.schedules.length + one.holds.length > 0)
  if (stages.length === 0) return
  const rule = profile.documents.findIndex((one) => one.kind === 'assignment-letter')
  const letter = profile.documents[rule]
  if (!letter)
    return at('documents', `dokumen assignment-letter: tahap ${stages[0]?.code ?? ''} menjadwalkan pertemuan`)
  if (letter.series === null)
    at(`documents[${rule}].series`, `${oneOf(profile.series.map((one) => one.code))}: surat tugas bernomor`)
  if (letter.signer === null)
    at(
      `documents[${rule}].signer`,
      `${oneOf(profile.posts.map((one) => one.code))}: surat tugas ditandatangani`,
    )
  const scope = profile.series.find((one) => one.code === letter.series)?.scope
  if (scope === 'type' || scope === 'type-year')
    at(`documents[${rule}].series`, 'deret tanpa jenis izin: satu surat tugas dapat memuat beberapa jenis')
  profile.roles.forEach((role, index) => {
    if (stages.some((one) => one.role === role.code) && !role.permissions.includes('agenda'))
      at(`roles[${index}].permissions`, 'izin agenda: peran ini menjadwalkan atau melaksanakan pertemuan')
  })
}

/** A dispatch and a complaint have no permit type, so their number can neither show nor count by one. */
function checkTypelessSeries(profile: ProfileFile, part: 'dispatch' | 'complaints', at: Say): void {
  const { series } = profile
  const own = series.find((one) => one.code === profile[part].series)
  if (!own) at(`${part}.series`, oneOf(series.map((one) => one.code)))
  else if (own.scope.startsWith('type') || own.pattern.includes('{typeCode}'))
    at(`${part}.series`, 'deret yang tidak bergantung pada jenis izin')
}

/** Height of a stamp with the longest names. */
const leastStampMm = 170

/** What legalises needs its series, its signers, and a place for the stamp. */
function checkLegalisation({ legalisation, series, posts, documents }: ProfileFile, at: Say): void {
  if (!legalisation) return
  const codes = series.map((one) => one.code)
  if (!codes.includes(legalisation.series)) at('legalisation.series', oneOf(codes))
  const known = posts.map((one) => one.code)
  if (!legalisation.signers.every((one) => known.includes(one))) at('legalisation.signers', oneOf(known))
  const paper = documents.find((one) => one.kind === 'legalisation')?.paper
  if (!paper) return at('documents', 'dokumen legalisation: kertas fotokopi yang dilegalisir')
  const { leftMm, topMm, widthMm } = legalisation.place
  if (leftMm + widthMm > paper.widthMm - 5) at('legalisation.place', 'stempel di dalam lebar kertas')
  if (topMm > paper.heightMm - leastStampMm)
    at(
      'legalisation.place.topMm',
      `paling banyak ${paper.heightMm - leastStampMm}: stempel setinggi ${leastStampMm} mm`,
    )
}

function checkDates(file: string, profile: ProfileFile): DataFileProblem[] {
  const problems: DataFileProblem[] = []
  const posts = profile.posts.map((one) => one.code)
  profile.letterheads.forEach((one, index) => {
    const field = `letterheads[${index}]`
    problems.push(...checkSpan(file, field, one))
    const other = profile.letterheads.findIndex((earlier, before) => before < index && overlaps(earlier, one))
    if (other >= 0)
      problems.push({
        file,
        field: `${field}.from`,
        expected: `masa yang tidak tumpang tindih dengan letterheads[${other}]`,
      })
  })
  profile.officials.forEach((one, index) => {
    const field = `officials[${index}]`
    if ((one.capacity === 'on-behalf') !== (one.ownTitleLines !== null))
      problems.push({
        file,
        field: `${field}.ownTitleLines`,
        expected:
          one.capacity === 'on-behalf'
            ? 'jabatan sendiri pejabat yang menandatangani a.n.'
            : 'kosong: hanya pejabat a.n. mencantumkan jabatannya sendiri',
      })
    if (!posts.includes(one.post)) problems.push({ file, field: `${field}.post`, expected: oneOf(posts) })
    problems.push(...checkSpan(file, field, one))
    const other = profile.officials.findIndex(
      (earlier, before) =>
        before < index &&
        earlier.post === one.post &&
        holdsAlone(earlier.capacity, one.capacity) &&
        overlaps(earlier, one),
    )
    if (other >= 0)
      problems.push({
        file,
        field: `${field}.from`,
        expected: `masa yang tidak tumpang tindih dengan officials[${other}]: satu jabatan, satu pejabat`,
      })
  })
  return problems
}

// Plt. holds a vacant post; Plh. and a.n. stand beside the one who holds it.
const holdsAlone = (one: SignerCapacity, other: SignerCapacity): boolean =>
  one === other || [one, other].every((capacity) => capacity === 'definitive' || capacity === 'acting')

function checkRoles(profile: ProfileFile, at: Say): void {
  profile.roles.forEach((role, index) => {
    if (profile.roles.findIndex((other) => other.code === role.code) !== index)
      at(`roles[${index}].code`, `kode ${role.code} hanya satu kali`)
  })
  const { accountRequests } = profile
  if (accountRequests && !profile.roles.some(({ code }) => code === accountRequests.role))
    at('accountRequests.role', 'kode peran yang ada di `roles`')
  if (!profile.roles.some((role) => role.permissions.includes('intake')))
    at('roles', 'sedikitnya satu peran dengan izin intake, agar permohonan dapat diterima')
}
