export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testPathIgnorePatterns: ['/node_modules/', '/test/faults/'],
  testRegex: String.raw`\.spec\.ts$`,
  // A machine that does other things as well takes its time.
  testTimeout: 20_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2023',
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@pm/([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@pm/([a-z]+)/(commands|events|queries|views)$': '<rootDir>/libs/$1/src/$2.ts',
    '^@pm/([a-z]+)/([a-z]+)$': '<rootDir>/libs/$1/src/$2/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
