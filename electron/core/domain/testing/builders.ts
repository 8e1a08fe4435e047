import type { Actor, ApplicationEvent, EventBody } from '../application-event.ts'
import { evolve } from '../application-history.ts'
import type { ApplicationState } from '../application-state.ts'
import type { Applicant, ApplicationData } from '../application.ts'
import type { CarriedOver } from '../carried-over.ts'
import type { OldPermitAnswer } from '../handover.ts'
import type { Instant } from '../instant.ts'
import type { OfficeDate } from '../office-date.ts'
import type { OfficialNumber, Product, SignedBy } from '../permit.ts'

/** Deterministic ids that look and sort like UUIDv7: `anId(3, 'e')` differs from every other number and letter. */
export const anId = (n: number, kind: 'a' | 'b' | 'c' | 'd' | 'e' | 'f' = 'a'): string =>
  `01900000-0000-7000-8000-${kind}${String(n).padStart(11, '0')}`

export const instant = (text: string): Instant => text as Instant
export const day = (text: string): OfficeDate => text as OfficeDate

/** Days on which the people of a test are born: 9,999 on the first, then the next day of that April. */
const bornIn = (n: number): number => 1 + ((14 + Math.floor((n - 1) / 9999)) % 28)
/** Women have 40 added to the day in their NIK. */
const nikOf = (n: number): string =>
  `617104${40 + bornIn(n)}0485${String(((n - 1) % 9999) + 1).padStart(4, '0')}`

/** An invented woman; `n` makes the NIK, so two numbers are two people. */
export const anApplicant = (change: Partial<Applicant> = {}, n = 1): Applicant => ({
  id: anId(n, 'a'),
  kind: 'person',
  nik: nikOf(n),
  name: 'Rahmawati Suryani',
  nameOnPermit: 'dr. Rahmawati Suryani, Sp.A',
  identity: { kind: 'ktp', number: null, validUntil: null },
  citizenship: 'ID',
  birthPlace: 'Pontianak',
  birthDate: day(`1985-04-${String(bornIn(n)).padStart(2, '0')}`),
  sex: 'female',
  addressKtp: 'Jalan Contoh Nomor 1',
  addressDomicile: null,
  rtRw: '001/002',
  village: 'Benuamelayu Darat',
  district: 'Pontianak Selatan',
  phone: '+6281255000173',
  email: null,
  photoSha256: null,
  ...change,
})

/** A new SIPD at the city's hospital. */
export const anApplication = (change: Partial<ApplicationData> = {}): ApplicationData => ({
  permitTypeCode: 'SIPD',
  kind: 'new',
  practiceOrdinal: 1,
  str: { number: '6111100224000123', validUntil: day('2030-06-30'), lifetime: false, profession: 'Dokter' },
  facility: {
    id: null,
    kind: 'facility',
    name: 'RSUD Kota Pontianak',
    type: 'Rumah Sakit',
    address: 'Jalan Contoh Nomor 2',
    village: null,
    district: null,
  },
  schedule: [],
  otherPermits: [],
  targetPermitId: null,
  targetPermitNumber: null,
  technical: {},
  representative: null,
  channel: 'counter',
  practisedMoreThanFiveYearsAgo: false,
  ...change,
})

export const anActor = (change: Partial<Actor> = {}): Actor => ({
  userId: anId(1, 'f'),
  name: 'Petugas Satu',
  role: 'front-office',
  station: 'loket-1',
  ...change,
})

export const aNumber = (
  series: string,
  serial: number,
  change: Partial<OfficialNumber> = {},
): OfficialNumber => ({
  series,
  scope: '2026',
  serial,
  text: `${series}/${String(serial).padStart(6, '0')}/2026`,
  ...change,
})

export const aSigner = (): SignedBy => ({
  name: 'Kepala Contoh',
  position: 'Kepala Dinas,',
  capacity: 'definitive',
  rank: 'Pembina',
  nip: '197001011995031001',
})

/** An application with its history, the newest event last. Every step makes a new one. */
export interface Dossier {
  readonly state: ApplicationState
  readonly events: readonly ApplicationEvent[]
}

export interface RegistrationFacts {
  /** Makes ids, numbers and the person; two dossiers of different `n` share nothing. */
  readonly n?: number
  readonly at?: Instant
  readonly filedOn?: OfficeDate
  readonly applicant?: Applicant
  readonly data?: ApplicationData
  readonly startStage?: string
  readonly actor?: Actor
  readonly carried?: CarriedOver
}

/** A dossier that was just taken in at the counter. */
export function aRegisteredDossier(facts: RegistrationFacts = {}): Dossier {
  const { n = 1, at = instant('2026-03-02T01:15:00.000Z') } = facts
  const event: ApplicationEvent = {
    id: eventId(n, 1),
    applicationId: anId(n, 'b'),
    seq: 1,
    at,
    actor: facts.actor ?? anActor(),
    fromStage: null,
    toStage: facts.startStage ?? 'intake',
    note: null,
    body: {
      action: 'registered',
      registrationNumber: aNumber('P', n, { text: `P-2026-${String(n).padStart(6, '0')}` }),
      trackingCode: `TRACK${String(n).padStart(6, '0')}`,
      applicant: facts.applicant ?? anApplicant({}, n),
      data: facts.data ?? anApplication(),
      documents: [],
      filedOn: facts.filedOn ?? day(at.slice(0, 10)),
      catalogueVersion: '2026-01',
      profileCode: 'pontianak',
      workflowCode: 'pontianak',
      startStage: facts.startStage ?? 'intake',
      carried: facts.carried,
    },
  }
  return { state: evolve(null, event), events: [event] }
}

/** Under way since before the office began, as its old book says. */
export const carriedRunning = (change: Partial<CarriedOver> = {}): CarriedOver => ({
  book: 'running',
  enteredAt: instant('2026-03-02T01:15:00.000Z'),
  importedFrom: null,
  lawOn: day('2026-03-02'),
  filedAt: instant('2026-03-02T01:15:00.000Z'),
  acceptedAt: null,
  dueOn: null,
  promisedOn: null,
  stages: ['verification'],
  clock: 'running',
  returned: false,
  outputs: [],
  product: null,
  issuedAt: null,
  handedOverAt: null,
  permitEnd: null,
  ...change,
})

/** The state of a dossier that was just taken in. */
export const aRegisteredState = (facts: RegistrationFacts = {}): ApplicationState =>
  aRegisteredDossier(facts).state

const eventId = (n: number, seq: number): string => anId(n * 1000 + seq, 'e')
const numberOf = (dossier: Dossier): number => dossier.state.registrationNumber.serial

export interface Step {
  readonly at?: Instant
  readonly note?: string | null
  readonly actor?: Actor
}

/** The dossier after one more event; an hour later unless said otherwise. */
export function withEvent(dossier: Dossier, body: EventBody, step: Step = {}): Dossier {
  const last = dossier.events.at(-1)
  if (!last) throw new Error('a dossier begins with its registration')
  const seq = last.seq + 1
  const event: ApplicationEvent = {
    id: eventId(numberOf(dossier), seq),
    applicationId: dossier.state.id,
    seq,
    at: step.at ?? instant(new Date(Date.parse(last.at) + 3_600_000).toISOString()),
    actor: step.actor ?? anActor(),
    fromStage: body.action === 'moved' ? body.stage : null,
    toStage: body.action === 'moved' ? (body.opens[0] ?? null) : null,
    note: step.note ?? null,
    body,
  }
  return { state: evolve(dossier.state, event), events: [...dossier.events, event] }
}

type Moved = Extract<EventBody, { action: 'moved' }>

/** A move forward from the stage that is open; say what is different. */
export const aMove = (dossier: Dossier, opens: readonly string[], change: Partial<Moved> = {}): Moved => {
  const stage = change.stage ?? dossier.state.openStages[0]?.stage ?? 'closed'
  return {
    action: 'moved',
    stage,
    via: 'forward',
    kind: 'forward',
    closes: [stage],
    opens,
    skips: [],
    clock: 'running',
    accepts: false,
    dueOn: null,
    activates: false,
    ...change,
  }
}

/** Declared complete and correct, with a promised day. */
export const accepted = (dossier: Dossier, dueOn: string | null, step: Step = {}): Dossier =>
  withEvent(
    dossier,
    aMove(dossier, ['verification'], { accepts: true, dueOn: dueOn === null ? null : day(dueOn) }),
    step,
  )

/** Sent back to the applicant, with a reason. */
export const returned = (dossier: Dossier, step: Step = {}): Dossier =>
  withEvent(
    dossier,
    aMove(dossier, ['correction'], { via: 'return', kind: 'return-to-applicant', clock: 'paused' }),
    { note: 'Foto kurang jelas', ...step },
  )

export const aProduct = (dossier: Dossier, kind: Product['kind'], change: Partial<Product> = {}): Product => {
  const n = numberOf(dossier) * 10 + dossier.state.formerProducts.length + (dossier.state.product ? 1 : 0)
  return {
    id: anId(n, 'c'),
    kind,
    verificationCode: `VERIFY${String(n).padStart(8, '0')}`,
    number: null,
    issuedOn: null,
    validUntil: null,
    signature: null,
    activatedAt: null,
    ...change,
  }
}

export const drafted = (dossier: Dossier, kind: Product['kind'] = 'permit', step: Step = {}): Dossier =>
  withEvent(dossier, { action: 'product-drafted', product: aProduct(dossier, kind) }, step)

export function numbered(
  dossier: Dossier,
  number: OfficialNumber,
  step: Step & { validUntil?: string } = {},
): Dossier {
  const product = dossier.state.product
  if (!product) throw new Error('nothing is drafted that could be numbered')
  const at = step.at ?? dossier.events.at(-1)?.at
  return withEvent(
    dossier,
    {
      action: 'numbered',
      productId: product.id,
      number,
      issuedOn: day(String(at).slice(0, 10)),
      validUntil: step.validUntil === undefined ? null : day(step.validUntil),
    },
    step,
  )
}

export function signed(dossier: Dossier, step: Step = {}): Dossier {
  const product = dossier.state.product
  if (!product) throw new Error('nothing is drafted that could be signed')
  const at = step.at ?? dossier.events.at(-1)?.at
  const on = day(String(at).slice(0, 10))
  return withEvent(
    dossier,
    { action: 'signed', productId: product.id, method: 'wet', by: aSigner(), on, fileSha256: null },
    step,
  )
}

/** Numbered, signed and activated: a permit that is *terbit* at `step.at`, waiting at the handover. */
export function issued(
  dossier: Dossier,
  step: Step & { validUntil?: string; serial?: number } = {},
): Dossier {
  const number = aNumber('SIPD', step.serial ?? numberOf(dossier))
  const ready = signed(numbered(drafted(dossier, 'permit', step), number, step), step)
  return withEvent(ready, aMove(ready, ['handover'], { activates: true, clock: 'off' }), step)
}

/** Refused with a letter that is numbered and signed. */
export function refused(dossier: Dossier, step: Step & { serial?: number } = {}): Dossier {
  const away = withEvent(dossier, aMove(dossier, ['refusal-handover'], { via: 'refuse', kind: 'refuse' }), {
    note: 'STR tidak berlaku',
    ...step,
  })
  const number = aNumber('TOLAK', step.serial ?? numberOf(dossier))
  return signed(numbered(drafted(away, 'refusal-letter', step), number, step), step)
}

export const withdrawn = (dossier: Dossier, step: Step = {}): Dossier =>
  withEvent(dossier, aMove(dossier, [], { via: 'withdraw', kind: 'withdraw', clock: 'off' }), step)

export function handedOver(
  dossier: Dossier,
  step: Step & { receivedBy?: string; oldPermit?: OldPermitAnswer } = {},
): Dossier {
  return withEvent(
    dossier,
    {
      action: 'handed-over',
      handoverId: anId(numberOf(dossier), 'd'),
      documentIds: dossier.state.product ? [dossier.state.product.id] : [],
      method: 'counter',
      receivedBy: step.receivedBy ?? dossier.state.applicant.name,
      relation: 'pemohon',
      receiverNik: dossier.state.applicant.nik,
      identitySeen: { card: 'ktp', letterOfAuthority: false },
      ...(step.oldPermit ? { oldPermit: step.oldPermit } : undefined),
    },
    step,
  )
}
