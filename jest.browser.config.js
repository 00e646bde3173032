import everywhere from './jest.config.js';

/** `npm run test:browser`: the playground in a real browser, on a real server. */
export default {
  ...everywhere,
  testMatch: ['<rootDir>/test/browser/**/*.browser.ts'],
  globalSetup: '<rootDir>/test/browser/global-setup.ts',
  // One browser at a time: a page that shares its processor with another is slow for no fault of its own.
  maxWorkers: 1,
  testTimeout: 60_000,
};
