import { html } from 'hono/html'
import type { PortalApplication } from '#adapters/portal/wire-entities.ts'
import type { ApplicationKind, PermitType, Regime } from '#domain/permit-type.ts'
import { isPracticePermit, kindTellsOrdinal } from '#domain/permit-type.ts'
import type { OwnField } from '#domain/own-field.ts'
import { parseSession } from '#domain/schedule.ts'
import type { ApplicationRequest } from '../applicant-moves.ts'
import { choice, field } from './layout.ts'
import type { Markup } from './layout.ts'
import { typed } from './parts.ts'

export interface FormFacts {
  readonly type: PermitType
  readonly kind: ApplicationKind
  readonly regime: Regime
}

const days = [
  ['mon', 'Senin'],
  ['tue', 'Selasa'],
  ['wed', 'Rabu'],
  ['thu', 'Kamis'],
  ['fri', 'Jumat'],
  ['sat', 'Sabtu'],
  ['sun', 'Minggu'],
] as const
/** Rows of hours that the form offers. */
const rows = [0, 1, 2, 3]

const ownField = (one: OwnField, value: unknown): Markup => {
  const known = value === undefined || value === null ? null : String(value)
  if (one.kind === 'choice') {
    return choice(
      `t-${one.code}`,
      one.label,
      [['', 'belum dipilih'], ...one.choices.map(({ code, label }) => [code, label] as const)],
      known,
    )
  }
  if (one.kind === 'yes-no') {
    return choice(
      `t-${one.code}`,
      one.label,
      [
        ['', 'belum dipilih'],
        ['true', 'ya'],
        ['false', 'tidak'],
      ],
      known,
    )
  }
  return field(`t-${one.code}`, one.label, known, { type: one.kind === 'text' ? 'text' : one.kind })
}

/** The form of an application, filled with what is known of it. */
export function applicationFields(
  { type, kind, regime }: FormFacts,
  known: Partial<PortalApplication>,
): Markup {
  const { facility, str, schedule = [], technical = {}, otherPermits = [] } = known
  const kinds =
    type.holder === 'company'
      ? [['business', 'tempat usaha']]
      : [
          ['facility', 'fasilitas kesehatan'],
          ['independent', 'praktik mandiri'],
          ['distribution', 'sarana distribusi'],
        ]
  return html`
    <h2>Tempat</h2>
    <div class="row">
      ${choice('place-kind', 'Bentuk tempat', kinds as unknown as readonly (readonly [string, string])[], facility?.kind ?? null)}
      ${field('place-name', 'Nama tempat', facility?.name ?? '', { required: true })}
      ${field('place-type', 'Jenis tempat', facility?.type ?? '')}
      ${field('place-address', 'Alamat tempat', facility?.address ?? '', { required: true })}
      ${field('place-village', 'Kelurahan', facility?.village ?? '')}
      ${field('place-district', 'Kecamatan', facility?.district ?? '')}
    </div>
    ${
      isPracticePermit(type)
        ? html`<h2>Jadwal praktik</h2>
            ${rows.map((row) => sessionFields(row, schedule[row]))}`
        : ''
    }
    ${
      regime.needsStr
        ? html`<h2>STR</h2>
            <div class="row">
              ${field('str-number', 'Nomor STR', str?.number ?? '')}
              ${field('str-until', 'Berlaku sampai (kosong: seumur hidup)', str?.validUntil ?? '', { type: 'date' })}
            </div>`
        : ''
    }
    ${
      isPracticePermit(type) && kindTellsOrdinal(kind)
        ? choice(
            'ordinal',
            'Izin praktik ke-',
            [
              ['1', '1'],
              ['2', '2'],
              ['3', '3'],
            ],
            String(known.practiceOrdinal ?? 1),
          )
        : ''
    }
    ${kind === 'new' ? '' : field('target', 'Nomor izin sebelumnya', known.targetPermitNumber ?? '', { required: true })}
    ${field('other-number', 'Nomor izin di tempat lain (bila ada)', otherPermits[0]?.number ?? '')}
    ${field('other-place', 'Tempat praktik lain', otherPermits[0]?.place ?? '')}
    ${field('other-city', 'Kota tempat praktik lain', otherPermits[0]?.city ?? '')}
    ${type.fields.length === 0 ? '' : html`<h2>Keterangan lain</h2>`}
    ${type.fields.map((one) => ownField(one, technical[one.code]))}
  `
}

function sessionFields(row: number, session: PortalApplication['schedule'][number] | undefined): Markup {
  return html`<fieldset>
    <legend>Jam ke-${row + 1}</legend>
    ${days.map(([code, label]) => html`<label class="tick"><input type="checkbox" name="days-${row}" value="${code}" ${session?.days.includes(code) ? 'checked' : ''} /> ${label}</label>`)}
    <div class="row">
      ${field(`from-${row}`, 'Mulai', session?.from ?? '', { type: 'time' })}
      ${field(`until-${row}`, 'Selesai', session?.until ?? '', { type: 'time' })}
    </div>
  </fieldset>`
}

const readOwn = (one: OwnField, value: string | null): unknown => {
  if (value === null) return null
  if (one.kind === 'number') return Number(value)
  return one.kind === 'yes-no' ? value === 'true' : value
}

/** Reads the form; a sentence where it cannot be. */
export function readApplication(
  { type, kind, regime }: FormFacts,
  form: FormData,
): ApplicationRequest | { readonly refused: string } {
  const schedule: ApplicationRequest['schedule'][number][] = []
  for (const row of rows) {
    const chosen = form.getAll(`days-${row}`).map(String)
    const from = typed(form, `from-${row}`)
    if (chosen.length === 0 && from === null) continue
    const session = parseSession(
      { days: chosen, from: from ?? '', until: typed(form, `until-${row}`) ?? '' },
      row,
    )
    if (!session.ok) return { refused: `Periksa hari dan jam pada baris ${row + 1}.` }
    schedule.push({ ...session.value, days: [...session.value.days] })
  }
  const strNumber = typed(form, 'str-number')
  if (regime.needsStr && strNumber === null) return { refused: 'Nomor STR harus diisi.' }
  const strUntil = typed(form, 'str-until')
  const otherNumber = typed(form, 'other-number')
  const text = (name: string): string => typed(form, name) ?? ''
  return {
    permitTypeCode: type.code,
    kind,
    practiceOrdinal: ordinalOf(typed(form, 'ordinal')),
    str:
      strNumber === null
        ? null
        : {
            number: strNumber,
            validUntil: strUntil,
            lifetime: strUntil === null,
            profession: type.profession,
          },
    facility: {
      id: null,
      kind: text('place-kind') as NonNullable<PortalApplication['facility']>['kind'],
      name: text('place-name'),
      type: text('place-type'),
      address: text('place-address'),
      village: typed(form, 'place-village'),
      district: typed(form, 'place-district'),
    },
    schedule,
    otherPermits:
      otherNumber === null
        ? []
        : [{ number: otherNumber, place: text('other-place'), city: text('other-city'), validUntil: null }],
    targetPermitNumber: typed(form, 'target'),
    reasonCode: null,
    technical: Object.fromEntries(
      type.fields.map((one) => [one.code, readOwn(one, typed(form, `t-${one.code}`))]),
    ),
  }
}

const ordinalOf = (text: string | null): 1 | 2 | 3 | null =>
  text === '1' ? 1 : text === '2' ? 2 : text === '3' ? 3 : null
