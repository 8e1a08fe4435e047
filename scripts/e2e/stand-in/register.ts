/** `node --import …/register.ts main.ts` runs Electron's main module without Electron: `electron` is the stand-in. */
import { registerHooks } from 'node:module'

const standIn = new URL('electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) => next(specifier === 'electron' ? standIn : specifier, context),
})
