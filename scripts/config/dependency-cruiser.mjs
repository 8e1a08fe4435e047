import { walls } from './walls.mjs'

export default {
  forbidden: walls,
  options: {
    doNotFollow: { path: 'node_modules' },
    // Programs of their own with packages of their own.
    exclude: { path: '^scripts/bench/peers/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.json'],
    },
    cache: { folder: '.cache/dependency-cruiser', strategy: 'content' },
  },
}
