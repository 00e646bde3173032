import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';

export const ISSUER = 'https://sso.example.org';
export const AUDIENCE = 'quanmai';

/** What a token says that a test does not care for. */
const USUAL = { sub: 'zhang.san', iss: ISSUER, aud: AUDIENCE, role: 'partner', districts: ['*'] };

export interface TestKey {
  readonly kid: string;
  readonly publicKeys: JSONWebKeySet;
  /** A token with these claims over the usual ones; without one where it is undefined. */
  sign(claims?: Readonly<Record<string, unknown>>): Promise<string>;
}

/** A key that an issuer signs by. */
export async function newKey(kid: string, alg = 'ES256'): Promise<TestKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const jwk = { ...(await exportJWK(publicKey)), kid, alg };
  return {
    kid,
    publicKeys: { keys: [jwk] },
    sign: (claims = {}) =>
      new SignJWT({ exp: inSeconds(300), ...USUAL, ...claims })
        .setProtectedHeader({ alg, kid })
        .sign(privateKey),
  };
}

export const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

/** An address at which an issuer's public keys can be read. */
export async function serveKeys(keys: JSONWebKeySet) {
  const state = { keys, isDown: false, asked: 0 };
  const server = createServer((_request, response) => {
    state.asked += 1;
    if (state.isDown) response.writeHead(503).end();
    else response.end(JSON.stringify(state.keys));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    state,
    url: `http://127.0.0.1:${port}/keys`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
