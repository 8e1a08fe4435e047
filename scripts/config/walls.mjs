/**
 * The walls between rooms, as dependency-cruiser rules. The comment of each says what to do instead.
 * `import a, { type B }` counts as type-only here, so the habits (eslint.config.mjs) forbid it.
 * Tests, testing folders and scripts may cross them (harnesses wire everything); scripts/check.test.ts sees each rule fail.
 */
const harness = ['\\.test\\.tsx?$', '/testing/', '^renderer/test/']
// What cannot be resolved has its own rule.
const outside = (...rooms) => ({ pathNot: rooms, couldNotResolve: false })

/** A room that may reach only what is listed; Node built-ins and packages count as reached. */
const only = (name, from, allowed, comment, exceptFrom = []) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: [...harness, ...exceptFrom] },
  to: outside(...allowed),
})

/** A package or folder that only the listed files may reach. */
const closed = (name, to, readers, comment, extra = {}) => ({
  name,
  severity: 'error',
  comment,
  from: { pathNot: [...harness, ...readers] },
  to: { path: to, ...extra },
})

const domain = '^electron/core/domain/'
const contract = '^electron/core/contract/'
const catalogue = '^electron/core/catalogue/'
const ports = '^electron/core/ports/'
const services = '^electron/core/services/'
const npm = (names) => `(^|/)node_modules/(@types/)?(${names})/`

const core = [
  {
    name: 'core-is-pure',
    severity: 'error',
    comment:
      'Let the caller pass the value in, or describe what is needed as a port and implement it in electron/adapters.',
    from: { path: '^electron/core/', pathNot: harness },
    to: outside('^(electron|db|renderer|scripts|assets)/', npm('zod')),
  },
  only(
    'domain-imports-domain',
    domain,
    [domain],
    'Move the part into domain, or take its result as an argument.',
  ),
  only(
    'contract-imports-domain-and-zod',
    contract,
    [contract, domain, npm('zod')],
    'The contract describes values on our own wire; whatever acts on them belongs to services.',
  ),
  only(
    'catalogue-imports-domain-and-zod',
    catalogue,
    [catalogue, domain, npm('zod')],
    'Files are read by the host; the catalogue only checks their content and gives domain values.',
  ),
  only(
    'ports-import-domain',
    ports,
    [ports, domain],
    'A port speaks domain words only; add the shape to domain.',
  ),
  only(
    'services-import-domain-and-ports',
    services,
    [services, ports, domain],
    'Take the thing as a port in `deps`; electron/hosts/shared/compose.ts hands over the implementation.',
  ),
]

const server = [
  {
    name: 'adapters-import-ports-and-domain',
    severity: 'error',
    comment: 'An adapter implements a port. Steps across several ports belong to a service.',
    from: { path: '^electron/adapters/', pathNot: harness },
    to: { path: '^(electron|db|renderer|scripts)/', pathNot: ['^electron/adapters/', ports, domain] },
  },
  {
    name: 'adapters-stay-apart',
    severity: 'error',
    comment: 'One folder per port: let a service call both, or move the shared part to domain.',
    from: { path: '^electron/adapters/([^/]+)/', pathNot: harness },
    to: {
      path: '^electron/adapters/[^/]+/',
      pathNot: ['^electron/adapters/$1/', '^electron/adapters/system/'],
    },
  },
  only(
    'api-imports-contract-services-domain',
    '^electron/api/',
    ['^electron/api/', contract, services, ports, domain, npm('@trpc/server|zod')],
    'A procedure is glue: schema, one service call. Put the step into a service and pass what it needs in the context.',
  ),
  {
    name: 'api-takes-ports-as-types',
    severity: 'error',
    comment: 'The API names the shape of a port, it never makes one: `import type`.',
    from: { path: '^electron/api/', pathNot: harness },
    to: { path: ports, dependencyTypesNot: ['type-only'] },
  },
  closed(
    'nobody-imports-a-host',
    '^electron/hosts/',
    ['^electron/hosts/', '^scripts/'],
    'Hosts wire the rest together. Move the shared part into the room it belongs to, or pass it in from the host.',
  ),
  {
    name: 'shared-host-knows-no-host',
    severity: 'error',
    comment: 'What differs between hosts is data: HostCapabilities.',
    from: { path: '^electron/hosts/shared/', pathNot: harness },
    to: { path: '^electron/hosts/(electron|browser)/' },
  },
  {
    name: 'hosts-stay-apart',
    severity: 'error',
    comment: 'Move the shared part to electron/hosts/shared.',
    from: { path: '^electron/hosts/(electron|browser)/', pathNot: harness },
    to: { path: '^electron/hosts/(electron|browser)/', pathNot: ['^electron/hosts/$1/'] },
  },
  {
    name: 'hosts-are-thin',
    severity: 'error',
    comment:
      'A host opens a window or a port; database, adapters and services are put together in electron/hosts/shared.',
    from: { path: '^electron/hosts/(electron|browser)/', pathNot: harness },
    to: { path: ['^db/', '^electron/adapters/', services] },
  },
  closed(
    'electron-only-in-its-host',
    npm('electron|electron-updater'),
    ['^electron/hosts/electron/', '^scripts/e2e/'],
    'Everything else runs without Electron: ask for a capability through HostCapabilities.',
  ),
]

const database = [
  closed(
    'driver-only-in-connection',
    npm('sqlite3|pg|mysql2?|better-sqlite3'),
    ['^db/(connection|sqlite-client|station-lock)\\.ts$', '^scripts/'],
    'db/connection.ts opens databases; take the knex handle it gives.',
  ),
  closed(
    'knex-opened-only-in-connection',
    npm('knex'),
    ['^db/(connection|sqlite-client)\\.ts$', '^scripts/'],
    'Use `import type { Knex }` and take the open handle as an argument.',
    { dependencyTypesNot: ['type-only'] },
  ),
  closed(
    'knex-stays-in-db',
    npm('knex'),
    ['^db/', '^scripts/'],
    'Ask a repository; add the query there when it is new.',
  ),
  only(
    'migrations-are-frozen',
    '^db/migrations/',
    ['^db/migrations/', npm('knex')],
    'Domain and rows move, released migrations must not: write the values and shapes out in the migration.',
  ),
  only(
    'rows-import-nothing',
    '^db/rows/',
    ['^db/rows/'],
    'A row says what the table stores; conversion is the repository’s.',
  ),
  only(
    'repositories-import-rows-ports-domain',
    '^db/repositories/',
    ['^db/repositories/', '^db/rows/', ports, domain, npm('knex'), '^util$'],
    'A repository only stores and finds. Decisions belong to domain, order of steps to services.',
  ),
  {
    name: 'db-knows-no-services',
    severity: 'error',
    comment: 'db implements core/ports; whatever calls services belongs to a host.',
    from: { path: '^db/', pathNot: harness },
    to: { path: '^(electron|renderer|scripts)/', pathNot: [ports, domain] },
  },
]

const renderer = [
  {
    name: 'renderer-sees-contract-only',
    severity: 'error',
    comment: 'Ask the API. Rules for previews come from #domain, shapes from #contract.',
    from: { path: '^renderer/', pathNot: harness },
    to: { path: '^(electron|db|scripts)/', pathNot: [domain, contract, '^electron/api/'] },
  },
  {
    name: 'router-type-only-in-api-client',
    severity: 'error',
    comment: 'Use the client of renderer/lib/api-client.ts.',
    from: { path: '^renderer/', pathNot: [...harness, '^renderer/lib/api-client\\.ts$'] },
    to: { path: '^electron/api/' },
  },
  {
    name: 'api-client-takes-the-type',
    severity: 'error',
    comment: 'Write `import type { AppRouter }`: the router itself must not reach the page.',
    from: { path: '^renderer/lib/api-client\\.ts$' },
    to: { path: '^electron/api/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'renderer-runs-in-a-page',
    severity: 'error',
    comment: 'The page has no Node. Ask the API.',
    from: { path: '^renderer/', pathNot: harness },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'features-stay-apart',
    severity: 'error',
    comment: 'Compose features in renderer/app, or move the shared part to ui/ or lib/.',
    from: { path: '^renderer/features/([^/]+)/', pathNot: harness },
    to: { path: '^renderer/features/', pathNot: ['^renderer/features/$1/'] },
  },
  {
    name: 'features-know-no-app',
    severity: 'error',
    comment: 'The app knows its features, not the other way round: pass it in, or move it to ui/ or lib/.',
    from: { path: '^renderer/features/', pathNot: harness },
    to: { path: '^renderer/app/' },
  },
  {
    name: 'ui-knows-no-features',
    severity: 'error',
    comment: 'A ui part takes data and callbacks; feature words and the API stay outside it.',
    from: { path: '^renderer/ui/', pathNot: harness },
    to: { path: '^renderer/(features|app|lib/api-client)' },
  },
  {
    name: 'lib-is-the-ground',
    severity: 'error',
    comment: 'Everything stands on lib: pass the part in as an argument.',
    from: { path: '^renderer/lib/', pathNot: harness },
    to: { path: '^renderer/(features|app|ui)/' },
  },
]

/** Where the program, a command, a tool or a test begins: started by name, imported by nothing. */
const entries = [
  '^electron/hosts/electron/main\\.ts$',
  '^electron/hosts/shared/render-worker\\.ts$',
  '^renderer/app/main\\.tsx$',
  '^scripts/[^/]+\\.(ts|mjs)$',
  '^scripts/config/',
  '^scripts/bench/portal-server\\.ts$',
  '^scripts/lib/(watch-parent\\.mjs|strip-types\\.cjs)$',
  '^scripts/e2e/(specs/|stand-in/register\\.ts$|stand-in/electron\\.ts$)',
  '\\.test\\.tsx?$',
  // Started as processes of their own by tests.
  '/testing/(electron-process|station-process|spool-station|mail-station|portal-station)\\.ts$',
]

const whole = [
  {
    name: 'scripts-are-commands',
    severity: 'error',
    comment: 'Commands import the application, never the other way round: move the part into its room.',
    from: { path: '^(electron|db|renderer)/', pathNot: harness },
    to: { path: '^scripts/' },
  },
  {
    name: 'tests-stay-outside',
    severity: 'error',
    comment: 'What the application needs is not a test aid: move it out of the testing folder.',
    from: { path: '^(electron|db|renderer)/', pathNot: harness },
    to: { path: harness },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Move what both need into a third module.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-dead-modules',
    severity: 'error',
    comment: 'No entry leads here: delete it, or wire it in.',
    from: { path: entries },
    to: { path: '^(electron|db|renderer|scripts)/', pathNot: [...entries, '\\.d\\.m?ts$'], reachable: false },
  },
  {
    name: 'everything-resolves',
    severity: 'error',
    comment: 'Correct the path; imports end in .ts or .tsx.',
    from: {},
    to: { couldNotResolve: true, pathNot: ['^electron$'] },
  },
  {
    name: 'packages-are-declared',
    severity: 'error',
    comment: 'Name it in package.json: a package that came along with another one leaves with it.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'dev-packages-stay-home',
    severity: 'error',
    comment: 'The installed application has no devDependencies: move it to dependencies in package.json.',
    from: { path: '^(electron|db)/', pathNot: harness },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: [npm('electron')] },
  },
]

export const walls = [...core, ...server, ...database, ...renderer, ...whole]
