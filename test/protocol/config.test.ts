import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/config/config.ts';
import { variables, withoutPassword } from '../../src/config/variables.ts';
import { StartFault } from '../../src/kit/errors.ts';

const faultOf = (environment: Record<string, string>, options = {}): string => {
  try {
    readConfig(environment, options);
  } catch (error) {
    if (error instanceof StartFault) return error.message;
    throw error;
  }
  throw new Error('There was no fault.');
};

describe('the configuration', () => {
  it('needs nothing set', () => {
    expect(readConfig({})).toMatchObject({
      dataset: 'documents',
      host: '127.0.0.1',
      port: 4000,
      dataDir: '.data',
      anonymous: 'read',
      migrate: 'auto',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it('shows an own database to nobody until its owner says so', () => {
    const DATABASE_URL = 'postgresql://quanmai@db.internal/quanmai';
    expect(readConfig({ DATABASE_URL })).toMatchObject({ dataset: 'own', anonymous: 'off' });
    expect(readConfig({ DATABASE_URL, ANONYMOUS: 'read' })).toMatchObject({ anonymous: 'read' });
  });

  it('cannot be changed once it is read', () => {
    const config = readConfig({});
    for (const part of [config, config.database, config.http, config.limits]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it('tells every fault at once, each with the variable, the value and what is allowed', () => {
    const fault = faultOf({
      PORT: '80.5',
      LOG_LEVEL: 'loud',
      MIGRATE: 'sometimes',
      POOL_SIZE: '0',
    });
    expect(fault.split('\n')).toEqual([
      'The configuration has faults:',
      '  PORT: "80.5" is not a whole number from 0 to 65535.',
      '  LOG_LEVEL: "loud" is not one of fatal, error, warn, info, debug, trace, silent.',
      '  MIGRATE: "sometimes" is not one of auto, never.',
      '  POOL_SIZE: "0" is not a whole number from 2 to 1000.',
    ]);
  });

  it.each(['1e3', '0x10', ' 7', '-1', '４０００', '65536', 'NaN'])(
    'refuses %j as a port',
    (PORT) => {
      expect(faultOf({ PORT })).toMatch(/^The configuration has a fault\. PORT: /);
    },
  );

  it.each([
    'postgresql://quanmai:hunter2@db:port/quanmai',
    'postgresql://quanmai:hun#ter2@db/quanmai',
    'postgresql://quanmai:hun@ter2@db:x/quanmai',
    'mysql://quanmai:hunter2@db/quanmai',
    'postgresql://db:5432?password=hunter2',
  ])('does not tell the password in %s', (DATABASE_URL) => {
    const fault = faultOf({ DATABASE_URL });
    expect(fault).toContain('DATABASE_URL: "');
    expect(fault).not.toMatch(/hun|ter2/);
  });

  it('reads a list with commas between', () => {
    const { http } = readConfig({
      CORS_ORIGINS: 'https://app.example.org, http://localhost:5173',
      TRUST_PROXY: '10.0.0.0/8,2001:db8::/32,127.0.0.1',
    });
    expect(http.corsOrigins).toEqual(['https://app.example.org', 'http://localhost:5173']);
    expect(http.trustProxy).toEqual(['10.0.0.0/8', '2001:db8::/32', '127.0.0.1']);
    expect(readConfig({}).http).toMatchObject({ corsOrigins: [], trustProxy: [] });
  });

  it.each([
    '*',
    'null',
    'app.example.org',
    'https://app.example.org/',
    'https://*.example.org',
    'https://app.example.org:443',
    'https://App.example.org',
    'file:///page.html',
    'https://app.example.org,',
  ])('refuses %j as origins, for no browser sends that, or anybody may', (CORS_ORIGINS) => {
    expect(faultOf({ CORS_ORIGINS })).toMatch(/CORS_ORIGINS: .* is not origins with commas/);
  });

  it.each(['10.0.0.0/33', '10.0.0', 'proxy.internal', 'all', '10.0.0.0/8/8', '::1/129', ','])(
    'refuses %j as proxies to trust',
    (TRUST_PROXY) => {
      expect(faultOf({ TRUST_PROXY })).toMatch(/TRUST_PROXY: .* is not addresses or networks/);
    },
  );

  it('keeps what is not secret of a URL', () => {
    expect(withoutPassword('postgresql://u:p@db:5432/quanmai')).toBe(
      'postgresql://***@db:5432/quanmai',
    );
  });

  it('does not take the demo city for an own database', () => {
    const environment = { DATABASE_URL: 'postgresql://quanmai@db/quanmai' };
    expect(faultOf(environment, { city: true })).toMatch(/DATABASE_URL is set, and the demo city/);
    expect(readConfig({}, { city: true }).dataset).toBe('city');
  });

  it('is written down whole in docs/operations.md, defaults included', async () => {
    const page = await readFile('docs/operations.md', 'utf8');
    const [, section = ''] = page.split(/^## Configuration$/m);
    const [table = ''] = section.split(/^## /m);
    const rows = table.matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\|/gm);
    const told = Object.fromEntries([...rows].map(([, name, fallback]) => [name, fallback]));
    const inCode = Object.entries(variables).map(([name, variable]) => [
      name,
      'default' in variable ? `\`${variable.default}\`` : expect.not.stringContaining('`'),
    ]);
    expect(told).toEqual(Object.fromEntries(inCode));
  });
});
