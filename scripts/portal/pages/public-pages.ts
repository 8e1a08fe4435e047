import { Hono } from 'hono'
import { html } from 'hono/html'
import type { TrackAnswer, VerifyAnswer } from '#adapters/portal/wire-calls.ts'
import { fullDate, longDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { OfficeWords } from '../office-words.ts'
import { applicationByCode, trackingOf, verify } from '../public.ts'
import type { PageParts } from './parts.ts'
import { field, page, refusal } from './layout.ts'
import type { Markup } from './layout.ts'
import { permitStatusWords, statusWords } from './words.ts'

/** A day as the contract writes it, in words. */
const day = (date: string): string => longDate(date as OfficeDate)

/** The days of a limit, each counted or skipped and why. */
export const trackingTable = (tracking: TrackAnswer, { moment }: OfficeWords): Markup => html`
  <p class="note"><strong>${tracking.stageLabel}</strong> · ${statusWords(tracking.status)}</p>
  <table>
    <tr>
      <th scope="row">Nomor pendaftaran</th>
      <td>${tracking.registrationNumber ?? 'belum diberi'}</td>
    </tr>
    <tr>
      <th scope="row">Jenis izin</th>
      <td>${tracking.permitType}</td>
    </tr>
    <tr>
      <th scope="row">Diterima</th>
      <td>${tracking.acceptedAt === null ? 'belum' : moment(tracking.acceptedAt)}</td>
    </tr>
    <tr>
      <th scope="row">Dijanjikan selesai</th>
      <td>${tracking.dueOn === null ? 'tidak dijanjikan' : day(tracking.dueOn)}</td>
    </tr>
  </table>
  <h2>Tahap</h2>
  <ol>
    ${tracking.steps.map(({ label, at }) => html`<li>${label}${at === null ? '' : ` (${moment(at)})`}</li>`)}
  </ol>
  ${
    tracking.days.length === 0
      ? ''
      : html`<h2>Hari yang dihitung</h2>
          <table>
            <tr>
              <th>Tanggal</th>
              <th>Dihitung</th>
              <th>Keterangan</th>
            </tr>
            ${tracking.days.map(
              ({ date, counted, why }) =>
                html`<tr>
                  <td>${fullDate(date as OfficeDate)}</td>
                  <td>${counted ? 'ya' : 'tidak'}</td>
                  <td>${why}</td>
                </tr>`,
            )}
          </table>`
  }
`

const verified = (permit: VerifyAnswer): Markup => html`
  <p class="note"><strong>${permitStatusWords(permit.status)}</strong></p>
  <table>
    <tr>
      <th scope="row">Nomor</th>
      <td>${permit.number}</td>
    </tr>
    <tr>
      <th scope="row">Izin</th>
      <td>${permit.permitType}</td>
    </tr>
    <tr>
      <th scope="row">Pemegang</th>
      <td>${permit.holderName}</td>
    </tr>
    <tr>
      <th scope="row">Tempat</th>
      <td>${permit.facility ?? '-'}</td>
    </tr>
    <tr>
      <th scope="row">Diterbitkan</th>
      <td>${day(permit.issuedOn)}</td>
    </tr>
    <tr>
      <th scope="row">Berlaku sampai</th>
      <td>${permit.validUntil === null ? 'seumur hidup' : day(permit.validUntil)}</td>
    </tr>
  </table>
`

/** What the QR codes lead to, and the same by typing a code. */
export function publicPages({ portal, words }: PageParts): Hono {
  const pages = new Hono()
  const office = words.office.profile.systemName
  const ask = (action: string, title: string, sentence: string | null): Markup =>
    page(
      office,
      title,
      null,
      html`${refusal(sentence)}
        <form action="${action}">
          ${field('kode', 'Kode di bawah QR', '', { required: true })}<button>Cari</button>
        </form>`,
    )

  pages.get('/', (c) =>
    c.html(
      page(
        office,
        'Perizinan kesehatan secara daring',
        null,
        html`<p>Ajukan izin dari rumah, lacak permohonan, dan periksa keaslian izin.</p>
          <ul>
            <li><a href="/layanan">Jenis layanan dan persyaratan</a></li>
            <li><a href="/daftar">Daftar akun</a></li>
            <li><a href="/masuk">Masuk</a></li>
            <li><a href="/lacak">Lacak permohonan</a></li>
            <li><a href="/periksa">Periksa izin</a></li>
            <li><a href="/dinas">Untuk dinas teknis</a></li>
          </ul>`,
      ),
    ),
  )

  const track = (code: string): Markup => {
    const application = applicationByCode(portal, code)
    return application
      ? page(office, 'Lacak permohonan', null, trackingTable(trackingOf(portal, words, application), words))
      : ask('/lacak', 'Lacak permohonan', 'Kode ini tidak dikenal. Periksa kembali kode pada tanda terima.')
  }
  pages.get('/lacak', (c) => {
    const code = c.req.query('kode')
    return c.html(code === undefined ? ask('/lacak', 'Lacak permohonan', null) : track(code))
  })
  pages.get('/track/:code', (c) => c.html(track(c.req.param('code'))))

  const check = (code: string): Markup => {
    const answer = verify(portal, words, code)
    return answer.status === 200
      ? page(office, 'Periksa izin', null, verified(answer.body as VerifyAnswer))
      : ask('/periksa', 'Periksa izin', 'Kode ini tidak dikenal. Izin ini tidak tercatat.')
  }
  pages.get('/periksa', (c) => {
    const code = c.req.query('kode')
    return c.html(code === undefined ? ask('/periksa', 'Periksa izin', null) : check(code))
  })
  pages.get('/verify/:code', (c) => c.html(check(c.req.param('code'))))
  return pages
}
