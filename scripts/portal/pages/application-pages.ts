import { Hono } from 'hono'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type {
  PortalAccount,
  PortalApplication,
  PortalDocument,
  PortalMessage,
  PortalPermit,
} from '#adapters/portal/wire-entities.ts'
import { regimeOn, requirementsFor, type ApplicationKind, type Requirement } from '#domain/permit-type.ts'
import { applicationKinds } from '#domain/requirement.ts'
import { serviceStandard } from '#services/service-standard.ts'
import { typesTakenIn } from '#services/office.ts'
import { kindLabel } from '#domain/wording/application.ts'
import {
  editApplication,
  startApplication,
  submitApplication,
  uploadDocument,
  withdrawApplication,
  writeMessage,
} from '../applicant-moves.ts'
import { trackingOf } from '../public.ts'
import { applicationFields, readApplication } from './application-form.ts'
import type { FormFacts } from './application-form.ts'
import { page, refusal } from './layout.ts'
import type { Markup } from './layout.ts'
import { accountOf, typed, uploaded } from './parts.ts'
import type { PageParts } from './parts.ts'
import { trackingTable } from './public-pages.ts'
import { statusWords } from './words.ts'

const isKind = (text: string | undefined): text is ApplicationKind =>
  (applicationKinds as readonly string[]).includes(text ?? '')

/** The service standards, open to everybody. */
export function standardPages(parts: PageParts): Hono {
  const { words, portal } = parts
  const { office } = words
  const name = office.profile.systemName
  const pages = new Hono()
  const today = () => words.dayOf(portal.instant())

  pages.get('/layanan', (c) => {
    const who = accountOf(parts, c)?.name ?? null
    const types = typesTakenIn(office, today())
    return c.html(
      page(
        name,
        'Standar pelayanan',
        who,
        html`<ul>
          ${types.map((one) => html`<li><a href="/layanan/${one.code}">${one.code} – ${one.name}</a></li>`)}
        </ul>`,
      ),
    )
  })
  pages.get('/layanan/:code', (c) => {
    const type = typesTakenIn(office, today()).find((one) => one.code === c.req.param('code'))
    if (!type) return c.notFound()
    const account = accountOf(parts, c)
    const asked = c.req.query('kind')
    const kind = isKind(asked) ? asked : 'new'
    const standard = serviceStandard(office, type.code, kind, today())
    return c.html(
      page(
        name,
        `${type.code} – ${type.name}`,
        account?.name ?? null,
        html` <p>
            ${type.kinds.map((one) => html`<a href="/layanan/${type.code}?kind=${one}">${kindLabel(one, null)}</a> · `)}
          </p>
          ${
            standard === null
              ? html`<p>Tidak dilayani dalam bentuk ini.</p>`
              : html`<h2>Persyaratan (${standard.kindLabel})</h2>
                  <ol>
                    ${standard.requirements.map((one) => html`<li>${one.label}${one.condition === null ? '' : ` (${one.condition})`}</li>`)}
                  </ol>
                  <p>${standard.upload}</p>
                  <h2>Langkah</h2>
                  <ol>
                    ${standard.steps.map((one) => html`<li>${one.label}</li>`)}
                  </ol>
                  <p>Waktu: ${standard.time ?? 'tidak ditetapkan'}. Biaya: ${standard.cost}</p>
                  <p>
                    <a href="/permohonan/baru?type=${type.code}&kind=${kind}">Ajukan ${standard.kindLabel}</a>
                  </p>`
          }`,
      ),
    )
  })
  return pages
}

/** What the kind and the answers of an application ask for. */
export function requirementsOf(
  { words, portal }: PageParts,
  application: PortalApplication,
): readonly Requirement[] {
  const type = words.office.types.find((one) => one.code === application.permitTypeCode)
  const regime = type && regimeOn(type, words.dayOf(application.submittedAt ?? portal.instant()))
  if (!regime?.ok) return []
  return requirementsFor(regime.value, {
    kind: application.kind,
    practiceOrdinal: application.practiceOrdinal,
    facilityKind: application.facility?.kind ?? 'facility',
    strLifetime: application.str?.lifetime ?? null,
    practisedMoreThanFiveYearsAgo: false,
    foreigner: false,
    filedByRepresentative: application.representative !== null,
    answers: application.technical as Readonly<Record<string, string | number | boolean | null>>,
  })
}

/** An applicant's own applications: apply, upload, send, follow, withdraw, write. */
export function applicationPages(parts: PageParts): Hono {
  const { portal, words } = parts
  const { store } = portal
  const name = words.office.profile.systemName
  const pages = new Hono()

  const own = (account: PortalAccount, id: string): PortalApplication | null => {
    const found = store.entity('application', id)?.data as PortalApplication | undefined
    return found && found.applicantId === account.applicantId ? found : null
  }
  /** Every page here is an applicant's own. */
  const signedIn = async (
    c: Context,
    show: (account: PortalAccount) => Response | Promise<Response>,
  ): Promise<Response> => {
    const account = accountOf(parts, c)
    if (!account) return c.redirect('/masuk')
    return account.applicantId === null ? c.redirect('/profil') : show(account)
  }
  const ofDossier = (
    c: Context,
    show: (account: PortalAccount, application: PortalApplication) => Response | Promise<Response>,
  ): Promise<Response> =>
    signedIn(c, (account) => {
      const application = own(account, c.req.param('id') ?? '')
      return application ? show(account, application) : c.notFound()
    })

  pages.get('/permohonan', (c) =>
    signedIn(c, (account) => {
      const list = store
        .entities('application')
        .map((one) => one.data as PortalApplication)
        .filter((one) => one.applicantId === account.applicantId)
      return c.html(
        page(
          name,
          'Permohonan saya',
          account.name,
          html`<p><a href="/layanan">Ajukan permohonan</a></p>
            <table>
              <tr>
                <th>Izin</th>
                <th>Nomor</th>
                <th>Tahap</th>
                <th>Status</th>
              </tr>
              ${list.map(
                (one) =>
                  html`<tr>
                    <td><a href="/permohonan/${one.id}">${words.permitType(one.permitTypeCode)}</a></td>
                    <td>${one.registrationNumber ?? '-'}</td>
                    <td>${one.stageLabel}</td>
                    <td>${statusWords(one.status)}</td>
                  </tr>`,
              )}
            </table>`,
        ),
      )
    }),
  )

  const factsOf = (code: string | undefined, kind: string | undefined): FormFacts | null => {
    const type = words.office.types.find((one) => one.code === code)
    const regime = type && regimeOn(type, words.dayOf(portal.instant()))
    return type && regime?.ok && isKind(kind) ? { type, kind, regime: regime.value } : null
  }
  const form = (
    account: PortalAccount,
    facts: FormFacts,
    known: Partial<PortalApplication>,
    sentence: string | null,
  ): Markup =>
    page(
      name,
      `${facts.type.name}`,
      account.name,
      html`${refusal(sentence)}
        <form method="post">${applicationFields(facts, known)}<button>Simpan</button></form>`,
    )

  pages.get('/permohonan/baru', (c) =>
    signedIn(c, (account) => {
      const facts = factsOf(c.req.query('type'), c.req.query('kind'))
      return facts ? c.html(form(account, facts, {}, null)) : c.notFound()
    }),
  )
  pages.post('/permohonan/baru', (c) =>
    signedIn(c, async (account) => {
      const facts = factsOf(c.req.query('type'), c.req.query('kind'))
      if (!facts || account.applicantId === null) return c.notFound()
      const asked = readApplication(facts, await c.req.formData())
      if ('refused' in asked) return c.html(form(account, facts, {}, asked.refused), 422)
      return c.redirect(`/permohonan/${startApplication(portal, words, account.applicantId, asked).id}`)
    }),
  )
  pages.get('/permohonan/:id/ubah', (c) =>
    ofDossier(c, (account, application) => {
      const facts = factsOf(application.permitTypeCode, application.kind)
      return facts ? c.html(form(account, facts, application, null)) : c.notFound()
    }),
  )
  pages.post('/permohonan/:id/ubah', (c) =>
    ofDossier(c, async (account, application) => {
      const facts = factsOf(application.permitTypeCode, application.kind)
      if (!facts) return c.notFound()
      const asked = readApplication(facts, await c.req.formData())
      const { facility, schedule, otherPermits, str, technical } = 'refused' in asked ? application : asked
      const result =
        'refused' in asked
          ? asked
          : editApplication(portal, application.id, { facility, schedule, otherPermits, str, technical })
      if ('refused' in result) return c.html(form(account, facts, application, result.refused), 422)
      return c.redirect(`/permohonan/${application.id}`)
    }),
  )

  const dossier = (
    account: PortalAccount,
    application: PortalApplication,
    sentence: string | null,
  ): Markup => {
    const documents = store.ofApplication('document', application.id).map((one) => one.data as PortalDocument)
    const messages = store.ofApplication('message', application.id).map((one) => one.data as PortalMessage)
    const permits = store.ofApplication('permit', application.id).map((one) => one.data as PortalPermit)
    const { id, status, note } = application
    const button = (action: string, label: string): Markup =>
      html`<form method="post" action="/permohonan/${id}/${action}"><button>${label}</button></form>`
    return page(
      name,
      words.permitType(application.permitTypeCode),
      account.name,
      html`${refusal(sentence)} ${note === null ? '' : html`<p class="note">Catatan kantor: ${note}</p>`}
        ${trackingTable(trackingOf(portal, words, application), words)}
        ${permits.map((one) => html`<p class="note">Izin ${one.number}: <a href="/berkas/${one.pdfSha256}">unduh</a> · <a href="/verify/${one.verificationCode}">periksa</a></p>`)}
        <h2>Persyaratan</h2>
        <table>
          <tr>
            <th>Persyaratan</th>
            <th>Berkas</th>
            <th>Unggah</th>
          </tr>
          ${requirementsOf(parts, application)
            .filter((one) => one.file)
            .map((requirement) => {
              const document = documents.find((one) => one.requirementCode === requirement.code)
              return html`<tr>
                <td>${requirement.label}</td>
                <td>
                  ${document ? html`<a href="/berkas/${document.sha256}">${document.fileName}</a>${document.check === 'refused' ? html`<p class="refused">${document.checkNote ?? 'ditolak'}</p>` : ''}` : 'belum ada'}
                </td>
                <td>
                  <form
                    method="post"
                    enctype="multipart/form-data"
                    action="/permohonan/${id}/berkas/${requirement.code}"
                  >
                    <input type="file" name="file" aria-label="Berkas ${requirement.label}" /><button>
                      Unggah
                    </button>
                  </form>
                </td>
              </tr>`
            })}
        </table>
        ${
          status === 'draft' || status === 'returned'
            ? html`<p><a href="/permohonan/${id}/ubah">Ubah isian</a></p>
                ${button('kirim', status === 'draft' ? 'Daftar Izin' : 'Kirim kembali')}`
            : ''
        }
        ${application.acceptedAt === null && (status === 'draft' || status === 'submitted') ? button('tarik', 'Tarik permohonan') : ''}
        <h2>Pesan</h2>
        <ul>
          ${messages.map((one) => html`<li><strong>${one.from === 'office' ? 'Kantor' : 'Anda'}</strong> (${words.moment(one.at)}): ${one.text}</li>`)}
        </ul>
        <form method="post" action="/permohonan/${id}/pesan">
          <label>Pesan kepada kantor<textarea name="text" rows="3"></textarea></label
          ><button>Kirim pesan</button>
        </form>`,
    )
  }
  pages.get('/permohonan/:id', (c) =>
    ofDossier(c, (account, application) => c.html(dossier(account, application, null))),
  )

  const act = (
    path: string,
    work: (c: Context, application: PortalApplication) => Promise<object> | object,
  ): void => {
    pages.post(`/permohonan/:id/${path}`, (c) =>
      ofDossier(c, async (account, application) => {
        const result = (await work(c, application)) as { readonly refused?: string }
        if (result.refused !== undefined) return c.html(dossier(account, application, result.refused), 422)
        return c.redirect(`/permohonan/${application.id}`)
      }),
    )
  }
  act('kirim', (_, { id }) => submitApplication(portal, id))
  act('tarik', (_, { id }) => withdrawApplication(portal, id))
  act('pesan', async (c, { id }) => writeMessage(portal, id, typed(await c.req.formData(), 'text') ?? ''))
  act('berkas/:requirement', async (c, { id }) => {
    const file = await uploaded(await c.req.formData(), 'file')
    return file === null
      ? { refused: 'Pilih berkas terlebih dahulu.' }
      : uploadDocument(portal, id, c.req.param('requirement') ?? '', file)
  })

  pages.get('/berkas/:hash', (c) =>
    signedIn(c, (account) => {
      const hash = c.req.param('hash') ?? ''
      const file = ownsFile(account, hash) ? store.file(hash) : null
      return file
        ? new Response(Buffer.from(file.bytes), { headers: { 'content-type': file.mediaType } })
        : c.notFound()
    }),
  )
  /** A hash is no secret: the file must belong to one of the applicant's own applications. */
  const ownsFile = (account: PortalAccount, hash: string): boolean =>
    (['document', 'permit', 'letter'] as const).some((entity) =>
      store
        .entities(entity)
        .some(
          ({ data }) =>
            (data['sha256'] ?? data['pdfSha256']) === hash && own(account, String(data['applicationId'])),
        ),
    )
  return pages
}
