import { Hono } from 'hono'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { PortalAccount, PortalApplicant } from '#adapters/portal/wire-entities.ts'
import { passwordFits } from '../accounts.ts'
import { keepFile, requestAccount, saveProfile } from '../applicant-moves.ts'
import type { ProfileFields } from '../applicant-moves.ts'
import { choice, field, page, refusal } from './layout.ts'
import type { Markup } from './layout.ts'
import { accountOf, beginSession, sessionCookie, typed, uploaded } from './parts.ts'
import type { PageParts } from './parts.ts'

export const keepSession = (c: Context, value: string): void =>
  setCookie(c, sessionCookie, value, { httpOnly: true, sameSite: 'Lax', path: '/' })

const text = (name: string, label: string): readonly [keyof ProfileFields, string] => [
  name as keyof ProfileFields,
  label,
]
const profileTexts = [
  text('name', 'Nama sesuai KTP'),
  text('nameOnPermit', 'Nama dengan gelar'),
  text('birthPlace', 'Tempat lahir'),
  text('religion', 'Agama'),
  text('maritalStatus', 'Status'),
  text('addressKtp', 'Alamat KTP'),
  text('addressDomicile', 'Alamat domisili'),
  text('rtRw', 'RT/RW'),
  text('village', 'Kelurahan'),
  text('district', 'Kecamatan'),
  text('phone', 'Telepon'),
  text('email', 'E-mail'),
  text('occupation', 'Pekerjaan'),
  text('almaMater', 'Lulusan'),
]

async function fieldsOf(
  parts: PageParts,
  form: FormData,
): Promise<ProfileFields | { readonly refused: string }> {
  const fields: Record<string, string | number | null> = {}
  for (const [name] of profileTexts) fields[name] = typed(form, name)
  fields['birthDate'] = typed(form, 'birthDate')
  fields['sex'] = typed(form, 'sex')
  const year = Number(typed(form, 'graduationYear'))
  fields['graduationYear'] = Number.isInteger(year) && year > 1900 ? year : null
  if (fields['name'] === null) return { refused: 'Nama harus diisi.' }
  const photo = await uploaded(form, 'photo')
  if (photo !== null) {
    const kept = keepFile(parts.portal, photo)
    if ('refused' in kept) return kept
    fields['photoSha256'] = kept.done
  }
  return fields
}

/** Registering, signing in and out, and the applicant's own profile. */
export function accountPages(parts: PageParts): Hono {
  const { portal, words } = parts
  const pages = new Hono()
  const office = words.office.profile.systemName

  const register = (sentence: string | null): Markup =>
    page(
      office,
      'Daftar akun',
      null,
      html`${refusal(sentence)}
        <form method="post">
          ${field('nik', 'NIK', '', { required: true })}
          ${field('name', 'Nama sesuai KTP', '', { required: true })}
          ${field('email', 'E-mail', '', { type: 'email', required: true })}
          ${field('phone', 'Telepon', '', { required: true })}
          ${parts.officeApproves ? html`<p>Kata sandi dikirim melalui e-mail setelah akun disetujui kantor.</p>` : field('password', 'Kata sandi', '', { type: 'password', autocomplete: 'new-password' })}
          <button>Daftar</button>
        </form>`,
    )
  pages.get('/daftar', (c) => c.html(register(null)))
  pages.post('/daftar', async (c) => {
    const form = await c.req.formData()
    const asked = (name: string): string => typed(form, name) ?? ''
    const result = requestAccount(
      portal,
      {
        nik: asked('nik'),
        name: asked('name'),
        email: asked('email'),
        phone: asked('phone'),
        password: asked('password'),
      },
      parts.officeApproves,
    )
    if ('refused' in result) return c.html(register(result.refused), 422)
    if (result.done.status === 'approved') {
      keepSession(c, beginSession(parts, result.done.id))
      return c.redirect('/profil')
    }
    return c.html(
      page(
        office,
        'Menunggu persetujuan',
        null,
        html`<p>Kantor memeriksa data Anda. Kata sandi dikirim ke ${result.done.email}.</p>`,
      ),
    )
  })

  const signIn = (sentence: string | null): Markup =>
    page(
      office,
      'Masuk',
      null,
      html`${refusal(sentence)}
        <form method="post">
          ${field('email', 'E-mail', '', { type: 'email', required: true, autocomplete: 'username' })}
          ${field('password', 'Kata sandi', '', { type: 'password', required: true, autocomplete: 'current-password' })}
          <button>Masuk</button>
        </form>`,
    )
  pages.get('/masuk', (c) => c.html(signIn(null)))
  pages.post('/masuk', async (c) => {
    const form = await c.req.formData()
    const login = portal.store.login(typed(form, 'email') ?? '')
    if (!login || !passwordFits(typed(form, 'password') ?? '', login.passwordHash)) {
      return c.html(signIn('E-mail atau kata sandi tidak cocok.'), 422)
    }
    keepSession(c, beginSession(parts, login.accountId))
    return c.redirect('/permohonan')
  })
  pages.post('/keluar', (c) => {
    portal.store.endSession(getCookie(c, sessionCookie) ?? '')
    deleteCookie(c, sessionCookie)
    return c.redirect('/')
  })

  const profile = (account: PortalAccount, sentence: string | null): Markup => {
    const kept = account.applicantId === null ? null : portal.store.entity('applicant', account.applicantId)
    const applicant = (kept?.data ?? {
      name: account.name,
      phone: account.phone,
      email: account.email,
    }) as Partial<PortalApplicant>
    return page(
      office,
      'Profil',
      account.name,
      html`${refusal(sentence)}
        <form method="post" enctype="multipart/form-data">
          <p>NIK ${account.nik}</p>
          <div class="row">
            ${profileTexts.map(([name, label]) => field(name, label, applicant[name] as string | null))}
            ${field('birthDate', 'Tanggal lahir', applicant.birthDate ?? '', { type: 'date' })}
            ${choice(
              'sex',
              'Kelamin',
              [
                ['', 'belum diisi'],
                ['male', 'laki-laki'],
                ['female', 'perempuan'],
              ],
              applicant.sex ?? '',
            )}
            ${field('graduationYear', 'Tahun lulus', applicant.graduationYear ?? '')}
            ${field('photo', applicant.photoSha256 ? 'Ganti foto' : 'Foto', '', { type: 'file' })}
          </div>
          <button>Simpan profil</button>
        </form>`,
    )
  }
  pages.get('/profil', (c) => {
    const account = accountOf(parts, c)
    return account ? c.html(profile(account, null)) : c.redirect('/masuk')
  })
  pages.post('/profil', async (c) => {
    const account = accountOf(parts, c)
    if (!account) return c.redirect('/masuk')
    const fields = await fieldsOf(parts, await c.req.formData())
    const result = 'refused' in fields ? fields : saveProfile(portal, account, fields)
    if ('refused' in result) return c.html(profile(account, String(result.refused)), 422)
    return c.redirect('/permohonan')
  })
  return pages
}
