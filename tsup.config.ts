// Two builds from one source. The ES module build holds the library and the command line together, so that the
// command line runs on the very chunks the library exports; the CommonJS build holds the library alone, because
// a command line may use top-level await, which CommonJS cannot express.
import { defineConfig, type Options } from 'tsup'

const library = {
  index: 'src/index.ts',
  rules: 'src/rules.ts',
  engine: 'src/engine.ts',
  verify: 'src/verify.ts',
  'json-rules-engine': 'src/bridge/json-rules-engine.ts',
}

const shared: Options = {
  outDir: 'dist',
  platform: 'neutral',
  target: 'es2022',
  splitting: true,
  sourcemap: true,
  // Emptied by `npm run build`: the two builds run side by side and must not delete each other's files.
  clean: false,
  // `node:` stays in front of built-in modules; only the command line imports any.
  removeNodeProtocol: false,
  external: [/^node:/],
  // The declaration builder still sets an option that TypeScript 6 reports as deprecated.
  dts: { entry: library, compilerOptions: { ignoreDeprecations: '6.0' } },
}

export default defineConfig([
  {
    ...shared,
    format: 'esm',
    entry: {
      ...library,
      cli: 'src/cli/main.ts',
      'answer-worker': 'src/cli/answer-worker.ts',
      'mutate-worker': 'src/cli/mutate-worker.ts',
    },
  },
  { ...shared, format: 'cjs', entry: library },
])
