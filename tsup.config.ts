// Two builds from one source. The ES module build holds the library and the command line together, so that the
// command line runs on the very chunks the library exports; the CommonJS build holds the entries of the library alone,
// because a command line may use top-level await, which CommonJS cannot express.
import { readFileSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'

const library = {
  index: 'src/index.ts',
  rules: 'src/rules.ts',
  engine: 'src/engine.ts',
  verify: 'src/verify.ts',
  reviews: 'src/reviews.ts',
  complaints: 'src/complaints.ts',
  'service-levels': 'src/service-levels.ts',
  shop: 'src/cli/shop.ts',
  'json-rules-engine': 'src/bridge/json-rules-engine.ts',
}

/** What the tables say of themselves, for whoever reads the files, which stand in the repository: the code reads none of it. */
const ABOUT = ['title', 'source', 'sources', 'papers', 'note']

const tables: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'tables without their sources',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/](refund-states|remarks|reports|holidays)\.json$/ }, ({ path }) => {
      // Which rows of the catalogue it covers is told of a step of the refund alone.
      const about = path.includes('refund-states') ? ABOUT : [...ABOUT, 'covers']
      const read = (key: string, value: unknown) => (about.includes(key) ? undefined : value)
      return { contents: JSON.stringify(JSON.parse(readFileSync(path, 'utf8'), read)), loader: 'json' }
    }),
}

const shared: Options = {
  outDir: 'dist',
  platform: 'neutral',
  target: 'es2022',
  splitting: true,
  sourcemap: true,
  // Emptied by `npm run build`: the two builds run side by side and must not delete each other's files.
  clean: false,
  // `node:` stays in front of built-in modules; only the command line and `shop` import any.
  removeNodeProtocol: false,
  external: [/^node:/],
  // Of zod the library needs a few functions, yet importing it reads some ninety files, and @stablelib is ES modules alone:
  // what is needed of both is built in.
  noExternal: [/^zod(\/|$)/, /^@stablelib\//],
  esbuildPlugins: [tables],
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
