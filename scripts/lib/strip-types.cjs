// Lets a Node that was built without TypeScript support run the sources as they are (development only; an installed
// application is compiled). Does nothing where Node can do it by itself.
if (!process.features.typescript) {
  const { readFileSync } = require('node:fs')
  const { registerHooks } = require('node:module')
  const { fileURLToPath } = require('node:url')
  registerHooks({
    load(url, context, next) {
      if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
      const { transpileModule, ModuleKind, ScriptTarget } = require('typescript')
      const { outputText } = transpileModule(readFileSync(fileURLToPath(url), 'utf8'), {
        compilerOptions: {
          module: ModuleKind.ESNext,
          target: ScriptTarget.ESNext,
          verbatimModuleSyntax: true,
        },
      })
      return { format: 'module', source: outputText, shortCircuit: true }
    },
  })
}
