import { defineConfig } from 'vitest/config';

/** What needs nothing but functions runs at once and side by side; the rest shares one PostgreSQL and one Temporal server. */
const pure = [
  'test/domain/**/*.test.ts',
  'test/documents/**/*.test.ts',
  'test/architecture/**/*.test.ts',
  'test/scripts/**/*.test.ts',
  'test/api/**/*.test.ts',
  'test/bench/**/*.test.ts',
];

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line.ts'],
    pool: 'forks',
    projects: [
      { extends: true, test: { name: 'law', include: pure } },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['test/**/*.test.ts'],
          exclude: pure,
          globalSetup: './test/support/global-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
