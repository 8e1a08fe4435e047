import type { ApplicationState } from '#domain/application-state.ts'
import type { Product } from '#domain/permit.ts'
import { kindLabel } from '#domain/wording/application.ts'
import type { NumberLine } from '#ports/queries.ts'
import type { BookDeps } from './book-deps.ts'
import { getType, type Office } from './office.ts'
import { holderName } from './paper-words.ts'
import { masked, readSeries, registerBook, statesAt, voidNote, type BookReader } from './register-reading.ts'

type LetterKind = 'refusal-letter' | 'revocation-decree'

const productOf = (
  { product, formerProducts }: ApplicationState,
  { text }: NumberLine,
): Product | undefined =>
  [...(product ? [product] : []), ...formerProducts].find((one) => one.number?.text === text)

/** The reason of a revocation by the office's list, else in the words of the dossier. */
function revocationReason(office: Office, { data, note }: ApplicationState): string | null {
  const { reasons } = getType(office, data.permitTypeCode).kindRules.revocation
  return reasons.find((one) => one.code === data.reasonCode)?.label ?? note
}

const seriesOf = ({ profile }: Office, kind: LetterKind): string | null =>
  profile.documents.find((one) => one.kind === kind)?.series ?? null

/** The register of numbered papers of one kind: every number of these days, voids included, with whose and why. */
const letters =
  (deps: BookDeps, kind: LetterKind, bookKind: string, name: string): BookReader =>
  async (order) => {
    const { office, queries } = deps
    const isRefusal = kind === 'refusal-letter'
    const { lines, gaps } = await readSeries(
      deps,
      order,
      seriesOf(office, kind),
      ({ document }) => document === kind,
    )
    const found = await queries.findApplications(lines.map(({ applicationId }) => applicationId))
    const states = await statesAt(deps, found, order)
    const byId = new Map(states.map((one) => [one.id, one]))
    const voided = lines.filter((line) => voidNote(line, order) !== null).length
    return registerBook(order, {
      kind: bookKind,
      name,
      gaps,
      figures: [
        { key: 'numbers', label: 'nomor', value: lines.length },
        { key: 'standing', label: isRefusal ? 'surat' : 'keputusan', value: lines.length - voided },
        { key: 'voided', label: 'batal', value: voided },
      ],
      notes: seriesOf(office, kind) === null ? ['Kantor ini tidak memberi nomor pada surat ini.'] : [],
      columns: [
        { key: 'number', header: 'Nomor', kind: 'text', width: 26 },
        { key: 'issued-on', header: 'Tanggal', kind: 'day', width: 12 },
        { key: 'registration', header: 'Permohonan', kind: 'text', width: 16 },
        { key: 'holder', header: 'Pemegang', kind: 'text', width: 30 },
        { key: 'type-code', header: 'Jenis', kind: 'text', width: 10 },
        isRefusal
          ? { key: 'request', header: 'Yang diminta', kind: 'text', width: 16 }
          : { key: 'permit', header: 'Izin yang dicabut', kind: 'text', width: 26 },
        { key: 'reason', header: 'Alasan', kind: 'text', width: 40 },
        { key: 'signer', header: 'Ditandatangani', kind: 'text', width: 24 },
        { key: 'note', header: 'Keterangan', kind: 'text', width: 24 },
      ],
      lines: lines.map((line) => {
        const state = byId.get(line.applicationId)
        const product = state && productOf(state, line)
        return {
          applicationId: state?.id ?? null,
          cells: [
            line.text,
            product?.issuedOn ?? null,
            state?.registrationNumber.text ?? null,
            state ? masked(holderName(state)) : null,
            state?.data.permitTypeCode ?? null,
            state
              ? isRefusal
                ? kindLabel(state.data.kind, state.data.practiceOrdinal)
                : (state.data.targetPermitNumber ?? null)
              : null,
            state ? masked(isRefusal ? state.note : revocationReason(office, state)) : null,
            product?.signature?.by.name ?? null,
            voidNote(line, order),
          ],
        }
      }),
    })
  }

/** *Register penolakan*. */
export const readRefusals = (deps: BookDeps): BookReader =>
  letters(deps, 'refusal-letter', 'register-refusals', 'Register penolakan')

/** *Register pencabutan*. */
export const readRevocations = (deps: BookDeps): BookReader =>
  letters(deps, 'revocation-decree', 'register-revocations', 'Register pencabutan')
