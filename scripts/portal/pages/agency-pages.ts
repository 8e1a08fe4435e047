import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { PortalApplicant, PortalDocument } from '#adapters/portal/wire-entities.ts'
import { decide, waitingForAgency } from '../agency-moves.ts'
import { keepSession } from './account-pages.ts'
import { choice, field, page, refusal } from './layout.ts'
import type { Markup } from './layout.ts'
import { beginAgencySession, isAgency, typed, uploaded } from './parts.ts'
import type { PageParts } from './parts.ts'

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

const outcomes = [
  ['recommended', 'Direkomendasikan'],
  ['not-recommended', 'Tidak direkomendasikan'],
  ['returned', 'Dikembalikan'],
] as const

/** The health agency's side: what waits for it, and its decisions with a BA. */
export function agencyPages(parts: PageParts): Hono {
  const { portal, words } = parts
  const pages = new Hono()
  const name = words.office.profile.systemName

  const signIn = (sentence: string | null): Markup =>
    page(
      name,
      'Dinas teknis',
      null,
      html`${refusal(sentence)}
        <form method="post" action="/dinas/masuk">
          ${field('password', 'Kata sandi dinas', '', { type: 'password', required: true })}<button>
            Masuk
          </button>
        </form>`,
    )
  pages.post('/dinas/masuk', async (c) => {
    const password = typed(await c.req.formData(), 'password') ?? ''
    if (!same(password, parts.agencyPassword)) return c.html(signIn('Kata sandi tidak cocok.'), 422)
    keepSession(c, beginAgencySession(parts))
    return c.redirect('/dinas')
  })

  const list = (sentence: string | null): Markup => {
    const waiting = waitingForAgency(portal, words)
    return page(
      name,
      'Menunggu keputusan dinas',
      'Dinas teknis',
      html`${refusal(sentence)}
        <table>
          <tr>
            <th>Nomor</th>
            <th>Izin</th>
            <th>Pemohon</th>
            <th>Tahap</th>
          </tr>
          ${waiting.map(
            (one) =>
              html`<tr>
                <td><a href="/dinas/${one.id}">${one.registrationNumber ?? '-'}</a></td>
                <td>${words.permitType(one.permitTypeCode)}</td>
                <td>${(portal.store.entity('applicant', one.applicantId)?.data as PortalApplicant).name}</td>
                <td>${one.stageLabel}</td>
              </tr>`,
          )}
        </table>`,
    )
  }
  pages.get('/dinas', (c) => c.html(isAgency(parts, c) ? list(null) : signIn(null)))

  pages.get('/dinas/berkas/:hash', (c) => {
    const file = isAgency(parts, c) ? portal.store.file(c.req.param('hash')) : null
    return file
      ? new Response(Buffer.from(file.bytes), { headers: { 'content-type': file.mediaType } })
      : c.notFound()
  })

  const form = (id: string, sentence: string | null): Markup | null => {
    const application = waitingForAgency(portal, words).find((one) => one.id === id)
    if (!application) return null
    const documents = portal.store.ofApplication('document', id).map((one) => one.data as PortalDocument)
    return page(
      name,
      `Keputusan ${application.registrationNumber ?? ''}`,
      'Dinas teknis',
      html`${refusal(sentence)}
        <p>${words.permitType(application.permitTypeCode)} di ${application.facility?.name ?? '-'}</p>
        <ul>
          ${documents.map((one) => html`<li><a href="/dinas/berkas/${one.sha256}">${one.requirementCode}: ${one.fileName}</a></li>`)}
        </ul>
        <form method="post" enctype="multipart/form-data">
          ${field('by', 'Nama pemeriksa', '', { required: true })} ${choice('outcome', 'Keputusan', outcomes)}
          ${field('number', 'Nomor BA atau rekomendasi')}
          ${field('date', 'Tanggal', words.dayOf(portal.instant()), { type: 'date', required: true })}
          <label class="tick"
            ><input type="checkbox" name="inspected" value="yes" /> Sudah ditinjau ke lapangan</label
          >
          <label>Catatan<textarea name="note" rows="3"></textarea></label>
          ${field('file', 'BA atau rekomendasi', '', { type: 'file' })}
          <button>Kirim keputusan</button>
        </form>`,
    )
  }
  pages.get('/dinas/:id', (c) => {
    const shown = isAgency(parts, c) ? form(c.req.param('id'), null) : signIn(null)
    return shown ? c.html(shown) : c.html(list('Permohonan ini tidak lagi menunggu keputusan dinas.'), 404)
  })
  pages.post('/dinas/:id', async (c) => {
    if (!isAgency(parts, c)) return c.html(signIn(null), 403)
    const data = await c.req.formData()
    const outcome = outcomes.find(([code]) => code === data.get('outcome'))?.[0]
    if (outcome === undefined) return c.html(list('Pilih keputusan.'), 422)
    const result = decide(portal, words, c.req.param('id'), {
      by: typed(data, 'by') ?? '',
      outcome,
      number: typed(data, 'number'),
      date: typed(data, 'date') ?? words.dayOf(portal.instant()),
      inspected: data.get('inspected') === 'yes',
      note: typed(data, 'note'),
      file: await uploaded(data, 'file'),
    })
    if (!('refused' in result)) return c.redirect('/dinas')
    return c.html(form(c.req.param('id'), result.refused) ?? list(result.refused), 422)
  })

  /** What the portal would have sent by e-mail: this one has no mail server. */
  pages.get('/surat', (c) =>
    isAgency(parts, c)
      ? c.html(
          page(
            name,
            'E-mail yang dikirim portal',
            'Dinas teknis',
            html`<ul>
              ${portal.store.mails().map((one) => html`<li>${words.moment(one.at)} · ${one.to} · ${one.subject}: ${one.text}</li>`)}
            </ul>`,
          ),
        )
      : c.html(signIn(null), 403),
  )
  return pages
}
