import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

const style = `
  :root { color-scheme: light; --ink: #1d2733; --line: #d4dbe3; --accent: #0b6b5d; --warn: #9a3412 }
  * { box-sizing: border-box }
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: #f5f7f9 }
  header, main { max-width: 60rem; margin: 0 auto; padding: 1rem }
  header { display: flex; gap: 1.25rem; align-items: baseline; flex-wrap: wrap }
  header strong { font-size: 1.15rem; margin-right: auto }
  main { background: #fff; border: 1px solid var(--line); border-radius: .5rem; padding: 1.5rem }
  a { color: var(--accent) } h1 { font-size: 1.4rem; margin-top: 0 } h2 { font-size: 1.1rem; margin-top: 1.75rem }
  label { display: block; margin: .75rem 0; font-weight: 600 }
  label input, label select, label textarea { display: block; width: 100%; font: inherit; padding: .5rem; border: 1px solid #8794a3; border-radius: .25rem }
  label.tick { display: flex; gap: .5rem } label.tick input { width: auto }
  button { font: inherit; padding: .5rem 1rem; border: 0; border-radius: .25rem; background: var(--accent); color: #fff; cursor: pointer }
  button.plain { background: none; color: var(--accent); text-decoration: underline; padding: 0 }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top }
  .note { border-left: 4px solid var(--accent); padding: .5rem .75rem; background: #eef6f4 }
  .refused { border-left: 4px solid var(--warn); padding: .5rem .75rem; background: #fdf1ea }
  fieldset { border: 1px solid var(--line); border-radius: .25rem } .row { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0 1rem }
  :focus-visible { outline: 3px solid #2563eb; outline-offset: 2px }
`

/** A whole page. `who` null: nobody is signed in. */
export function page(office: string, title: string, who: string | null, body: Markup): Markup {
  const links =
    who === null
      ? html`<a href="/lacak">Lacak</a> <a href="/periksa">Periksa izin</a> <a href="/masuk">Masuk</a>`
      : html`<a href="/permohonan">Permohonan</a> <a href="/layanan">Layanan</a> <a href="/profil">Profil</a>
          <form method="post" action="/keluar"><button class="plain">Keluar (${who})</button></form>`
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} – ${office}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <header>
          <strong><a href="/">${office}</a></strong> ${links}
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`
}

export const refusal = (sentence: string | null): Markup =>
  sentence === null ? html`` : html`<p class="refused" role="alert">${sentence}</p>`

interface FieldOptions {
  readonly type?: string
  readonly required?: boolean
  readonly autocomplete?: string
}

export const field = (
  name: string,
  label: string,
  value: string | number | null = '',
  { type = 'text', required = false, autocomplete = 'off' }: FieldOptions = {},
): Markup =>
  html`<label
    >${label}
    <input
      name="${name}"
      type="${type}"
      value="${value ?? ''}"
      autocomplete="${autocomplete}"
      ${required ? 'required' : ''}
  /></label>`

export const choice = (
  name: string,
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  value: string | null = null,
): Markup =>
  html`<label
    >${label}
    <select name="${name}">
      ${options.map(
        ([code, words]) =>
          html`<option value="${code}" ${code === value ? 'selected' : ''}>${words}</option>`,
      )}
    </select></label
  >`
