import { defineConfig, globalIgnores } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', 'renderer/test/**', 'scripts/e2e/**']
const typed = ['electron/**/*.ts', 'db/**/*.ts', 'scripts/**/*.ts', 'renderer/**/*.{ts,tsx}']

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export it by name: a name is the same everywhere it is used.',
}

const sqlWords =
  '/^\\s*(select\\s[\\s\\S]*\\sfrom\\s|insert\\s+(or\\s+\\w+\\s+)?into\\s|update\\s+\\S+\\s+set\\s|delete\\s+from\\s|create\\s+(table|index|trigger|view|unique|virtual)\\s|drop\\s+(table|index)\\s|alter\\s+table\\s|pragma\\s|begin\\s+(immediate|exclusive|deferred))/i'
// A value put into the middle of a query parts its words.
const sqlStart = '/^\\s*(SELECT|WITH|VALUES)\\s/'
const noSql = [
  `Literal[value=${sqlWords}]`,
  `TemplateElement[value.raw=${sqlWords}]`,
  `TemplateLiteral[expressions.length>0] > TemplateElement:first-child[value.raw=${sqlStart}]`,
].map((selector) => ({ selector, message: 'SQL lives in db/. Add a query to a repository and its port.' }))

const passTime =
  'Time, ids and chance come in as arguments: a rule gives the same answer to the same question.'
const pureCore = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: passTime },
  { selector: "CallExpression[callee.name='Date']", message: passTime },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: passTime },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: passTime },
]

const ownPlace = {
  selector: 'MetaProperty',
  message: 'A bundled module lies elsewhere: ask electron/adapters/system/program-paths.ts where things are.',
}

const pageTalk = [
  {
    selector: "MemberExpression[property.name='ipcRenderer'], Identifier[name='ipcRenderer']",
    message: 'Data goes over the API. Nothing travels over IPC.',
  },
  {
    selector: 'Identifier[name=/^(localStorage|sessionStorage|indexedDB)$/]',
    message: 'Drafts and settings live in the database: the address of the page changes from start to start.',
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Render elements, never markup.',
  },
]

const mixedImport = {
  selector: "ImportDeclaration:has(> ImportDefaultSpecifier):has(> ImportSpecifier[importKind='type'])",
  message:
    'The walls take this for an import of types alone: write the types in an `import type` of their own.',
}

const forbid = (...what) => ({ 'no-restricted-syntax': ['error', mixedImport, ...what] })

export default defineConfig(
  globalIgnores([
    'node_modules/',
    'dist/',
    'out/',
    '.cache/',
    'test-results/',
    'playwright-report/',
    'assets/',
    // Programs of their own with packages of their own.
    'scripts/bench/peers/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typed,
    extends: [tseslint.configs.strict],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('../../', import.meta.url).pathname },
    },
    rules: {
      ...forbid(noDefaultExport, ...noSql),
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'off',
      eqeqeq: 'error',
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['electron/core/**/*.ts'], ignores: tests, rules: forbid(noDefaultExport, ...noSql, ...pureCore) },
  {
    files: ['electron/{adapters,api,hosts}/**/*.ts'],
    ignores: [...tests, 'electron/adapters/system/program-paths.ts'],
    rules: forbid(noDefaultExport, ...noSql, ownPlace),
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...forbid(noDefaultExport, ...noSql, ...pageTalk),
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  { files: ['scripts/portal/**', 'scripts/bench/**'], rules: forbid(noDefaultExport) },
  { files: ['db/**/*.ts'], rules: forbid(noDefaultExport, ownPlace) },
  {
    files: tests,
    rules: {
      ...forbid(noDefaultExport, {
        selector:
          'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|fails|skipIf)$/]',
        message: 'A test runs always, or does not exist.',
      }),
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  // Tools demand default exports of their settings, and some packages that are only described here have them.
  { files: ['scripts/config/**/*.ts', '**/*.d.ts'], rules: forbid(...noSql) },
)
