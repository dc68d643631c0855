/** Read a row as: "this room may import from these places". A main.ts or config.ts is exempt: it introduces rooms to each other. */
const mayImport = {
  domain: [],
  documents: ['domain'],
  activities: ['domain', 'documents'],
  workflows: ['domain', 'activities'], // activities by type only: the linter sees to that
  adapters: ['domain', 'workflows/messages', 'generated'], // the generated client by adapters/postgres only, see below
  api: ['domain'],
  worker: ['domain'],
  simulator: ['adapters/units/wire'],
  prisma: [],
};

/** Where a package lives: nobody else imports it. */
const packageHome = {
  express: ['api', 'simulator'],
  '@prisma/client': ['adapters/postgres', 'generated'],
  '@temporalio/workflow': ['workflows'],
  '@temporalio/activity': ['activities'],
  '@temporalio/client': ['adapters/temporal'],
  '@temporalio/worker': ['worker'],
};

const rooms = Object.keys(mayImport).join('|');
const introducer = '^(api|worker|simulator)/.*\\b(main|config)\\.ts$';
const error = (name, from, to) => ({ name, severity: 'error', from, to });
const any = (places) => places.map((place) => `^${place}(/|$)`);

module.exports = {
  forbidden: [
    ...Object.entries(mayImport).map(([room, places]) =>
      error(
        `${room}-stays-home`,
        { path: `^${room}/`, pathNot: introducer },
        { path: `^(${rooms}|generated|bench|examples|test|scripts)/`, pathNot: any([room, ...places]) },
      ),
    ),
    ...Object.entries(packageHome).map(([name, homes]) =>
      error(
        `${name.replace(/\W+/g, '-')}-lives-in-${homes[0].replace('/', '-')}`,
        { path: `^(${rooms})/`, pathNot: [...any(homes), introducer] },
        { path: `^node_modules/${name}/` },
      ),
    ),
    error('generated-lives-in-adapters-postgres', { path: `^(${rooms})/`, pathNot: '^adapters/postgres/' }, { path: '^generated/' }),
    error('domain-needs-nothing', { path: '^domain/' }, { pathNot: '^domain/' }),
    error('workflows-touch-no-machine', { path: '^workflows/' }, { dependencyTypes: ['core'] }),
    error('nothing-leans-on-the-simulator', { path: `^(${rooms})/`, pathNot: '^simulator/' }, { path: '^simulator/' }),
    error('no-cycles', {}, { circular: true }),
    error('nothing-unresolved', {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: '^(node_modules|generated)/' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
