import { rebuildState } from '#domain/application-history.ts'
import { documentLabel } from '#domain/wording/application.ts'
import { documentKinds } from '#domain/stage-table.ts'
import type { BookDeps } from './book-deps.ts'
import { permitOf } from './legalisation-content.ts'
import { holderName } from './paper-words.ts'
import { masked, readSeries, registerBook, spanOf, statesAt, type BookReader } from './register-reading.ts'
import { checkSeries, isProductSeries, sayChecked, seriesLabel, seriesTable } from './series-check.ts'

/** *Register nomor batal*: every number of every series that was voided on these days, by whom and why. */
export const readVoids =
  (deps: BookDeps): BookReader =>
  async (order) => {
    const { office, queries } = deps
    const found = await queries.listVoidedNumbers(spanOf(deps, order))
    const lines = found.filter((one) => one.voidedAt !== null && one.voidedAt < order.asOf)
    const then = await queries.historiesBefore(
      [...new Set(lines.map((one) => one.applicationId))],
      order.asOf,
    )
    const holder = ({ applicationId, holderName: now }: (typeof lines)[number]): string | null => {
      const known = then.get(applicationId)
      const state = known && rebuildState(known)
      return state ? holderName(state) : now
    }
    const label = (code: string): string => seriesLabel(office, code)
    const checked = await checkSeries(deps, order)
    const inSeries = new Map<string, number>()
    for (const { series } of lines) inSeries.set(series, (inSeries.get(series) ?? 0) + 1)
    return registerBook(order, {
      kind: 'register-voids',
      name: 'Register nomor batal',
      gaps: sayChecked(checked),
      further: [seriesTable(checked)],
      figures: [
        { key: 'voided', label: 'nomor batal', value: lines.length },
        ...[...inSeries].map(([code, value]) => ({ key: `series-${code}`, label: label(code), value })),
      ],
      notes: ['Nomor batal tetap tercatat pada deretnya dan tidak dipakai lagi.'],
      columns: [
        { key: 'voided-at', header: 'Dibatalkan', kind: 'moment', width: 17 },
        { key: 'number', header: 'Nomor', kind: 'text', width: 26 },
        { key: 'series', header: 'Deret', kind: 'text', width: 24 },
        { key: 'document', header: 'Dokumen', kind: 'text', width: 22 },
        { key: 'taken-at', header: 'Diberikan', kind: 'moment', width: 17 },
        { key: 'registration', header: 'Permohonan', kind: 'text', width: 16 },
        { key: 'holder', header: 'Pemohon', kind: 'text', width: 28 },
        { key: 'reason', header: 'Alasan', kind: 'text', width: 36 },
        { key: 'by', header: 'Oleh', kind: 'text', width: 20 },
      ],
      lines: lines.map((one) => {
        const kind = documentKinds.find((known) => known === one.document)
        return {
          applicationId: one.registrationNumber === null ? null : one.applicationId,
          cells: [
            one.voidedAt,
            one.text,
            label(one.series),
            kind ? documentLabel(kind) : one.document,
            one.takenAt,
            one.registrationNumber,
            masked(holder(one)),
            masked(one.voidReason),
            one.voidedBy,
          ],
        }
      }),
    })
  }

/** *Register legalisir*: every number that was given to a legalisation on these days. */
export const readLegalised =
  (deps: BookDeps): BookReader =>
  async (order) => {
    const { office, queries } = deps
    const series = office.profile.legalisation?.series ?? null
    const [found, { gaps }] = await Promise.all([
      queries.listLegalisations(spanOf(deps, order)),
      readSeries(deps, order, series, () => true),
    ])
    const known = found.filter(({ legalisation }) => legalisation.at < order.asOf)
    const states = await statesAt(
      deps,
      known.map(({ state }) => state),
      order,
    )
    const lines = known.map((one) => ({
      ...one,
      state: states.find(({ id }) => id === one.state.id) ?? one.state,
    }))
    const isVoid = ({ legalisation }: (typeof lines)[number]): boolean =>
      legalisation.voided !== null && legalisation.voided.at < order.asOf
    const standing = lines.filter((one) => !isVoid(one))
    return registerBook(order, {
      kind: 'register-legalised',
      name: 'Register legalisir',
      gaps,
      figures: [
        { key: 'numbers', label: 'nomor', value: lines.length },
        {
          key: 'sheets',
          label: 'lembar',
          value: standing.reduce((sum, { legalisation }) => sum + legalisation.copies, 0),
        },
        { key: 'voided', label: 'batal', value: lines.length - standing.length },
      ],
      notes: series === null ? ['Kantor ini tidak melegalisir fotokopi izin.'] : [],
      columns: [
        { key: 'number', header: 'Nomor', kind: 'text', width: 26 },
        { key: 'issued-on', header: 'Tanggal', kind: 'day', width: 12 },
        { key: 'permit', header: 'Nomor izin', kind: 'text', width: 26 },
        { key: 'holder', header: 'Pemegang', kind: 'text', width: 30 },
        { key: 'copies', header: 'Lembar', kind: 'count', width: 8, total: true },
        { key: 'signer', header: 'Ditandatangani', kind: 'text', width: 24 },
        { key: 'officer', header: 'Petugas', kind: 'text', width: 20 },
        { key: 'note', header: 'Keterangan', kind: 'text', width: 26 },
      ],
      lines: lines.map((line) => {
        const { legalisation, state } = line
        return {
          applicationId: state.id,
          cells: [
            legalisation.number.text,
            legalisation.issuedOn,
            permitOf(state, legalisation.productId).number?.text ?? null,
            masked(holderName(state)),
            isVoid(line) ? 0 : legalisation.copies,
            legalisation.signer.name,
            legalisation.by,
            isVoid(line) ? masked(`Batal: ${legalisation.voided?.reason ?? ''}`) : null,
          ],
        }
      }),
    })
  }

/** A hash in groups of eight, for reading; a row of digits in it never looks like a NIK. */
const inGroups = (hash: string | null): string | null => hash && (hash.match(/.{1,8}/g) ?? []).join(' ')

/** *Register tanda tangan elektronik*: papers that were signed electronically on these days, with the hash of each file. */
export const readSigned =
  (deps: BookDeps): BookReader =>
  async (order) => {
    const { from, until } = spanOf(deps, order)
    const found = await deps.queries.listSignedElectronically({ from, until })
    const states = await statesAt(deps, found, order)
    const lines = states
      .flatMap((state) =>
        [...state.formerProducts, ...(state.product ? [state.product] : [])].flatMap((product) => {
          const { signature } = product
          const isOne =
            signature?.method === 'electronic' &&
            signature.recordedAt >= from &&
            signature.recordedAt < until &&
            signature.recordedAt < order.asOf
          return isOne ? [{ state, product, signature }] : []
        }),
      )
      .toSorted((a, b) => (a.signature.recordedAt < b.signature.recordedAt ? -1 : 1))
    const checked = await checkSeries(deps, order, isProductSeries(deps.office))
    return registerBook(order, {
      kind: 'register-signed',
      name: 'Register tanda tangan elektronik',
      gaps: sayChecked(checked),
      figures: [
        { key: 'signed', label: 'dokumen', value: lines.length },
        {
          key: 'signers',
          label: 'penanda tangan',
          value: new Set(lines.map((one) => one.signature.by.name)).size,
        },
      ],
      notes: [
        'Surat izin, surat penolakan, dan keputusan pencabutan; surat yang ditandatangani basah tidak ada di sini.',
        'Sertifikat yang kosong: tanda tangan itu direkam sebelum keterangannya disimpan.',
        'SHA-256 adalah sidik berkas PDF bertanda tangan; berkas yang berubah satu huruf pun tidak cocok lagi.',
      ],
      columns: [
        { key: 'signed-at', header: 'Ditandatangani', kind: 'moment', width: 17 },
        { key: 'number', header: 'Nomor', kind: 'text', width: 26 },
        { key: 'document', header: 'Dokumen', kind: 'text', width: 18 },
        { key: 'holder', header: 'Pemegang', kind: 'text', width: 26 },
        { key: 'signer', header: 'Penanda tangan', kind: 'text', width: 24 },
        { key: 'position', header: 'Jabatan', kind: 'text', width: 22 },
        { key: 'issuer', header: 'Penerbit sertifikat', kind: 'text', width: 24 },
        { key: 'certificate', header: 'Nomor seri sertifikat', kind: 'text', width: 30 },
        { key: 'valid-until', header: 'Sertifikat sampai', kind: 'moment', width: 17 },
        { key: 'verification', header: 'Kode verifikasi', kind: 'text', width: 16 },
        { key: 'sha256', header: 'SHA-256', kind: 'text', width: 72 },
      ],
      lines: lines.map(({ state, product, signature }) => ({
        applicationId: state.id,
        cells: [
          signature.recordedAt,
          product.number?.text ?? null,
          documentLabel(product.kind),
          masked(holderName(state)),
          signature.by.name,
          // As it is broken over a signature block it is no value of a table.
          signature.by.position.replaceAll(/\s+/g, ' ').replace(/,$/, ''),
          signature.certificate?.issuer ?? null,
          signature.certificate?.serial ?? null,
          signature.certificate?.validUntil ?? null,
          product.verificationCode,
          inGroups(signature.fileSha256),
        ],
      })),
    })
  }
