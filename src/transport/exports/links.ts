import type { Access, Credential } from '../../access/access.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Database } from '../../db/database.ts';
import type { Exporting } from '../../graph/export/exporting.ts';
import { type ExportRequest, readExportRequest } from '../../graph/export/request.ts';
import { BadInput } from '../../kit/errors.ts';
import type { ExportLinks } from '../../request/export-links.ts';
import { RefusedRequest } from '../refused-request.ts';
import { seal, unseal } from './link-seal.ts';

/** Long enough to press a button twice. */
const LASTS_MS = 10 * 60_000;
/** Proxies take lines of 8 KB, with the rest of the request's head. */
const LONGEST = 6_000;

/** Where exports are asked for, and where links lead. */
export const EXPORTS_PATH = '/exports';
export const LINKS_PATH = '/exports/file';

interface Sealed {
  readonly request: ExportRequest;
  /** Whose rights it has, as they are when it is followed. */
  readonly credential: Credential;
  readonly expiresAt: string;
}

/** What somebody may follow: an export, by whom it was asked for. */
export interface Followed {
  readonly request: ExportRequest;
  readonly viewer: Viewer;
}

/**
 * Links that hold in themselves what is exported, for whom and until when, sealed by a secret that the
 * gateways of a database share: any of them can be followed to, and none keeps anything.
 */
export class Links implements ExportLinks {
  private secret: Promise<Buffer> | undefined;

  constructor(
    private readonly database: Pick<Database, 'pool'>,
    private readonly access: Access,
    private readonly exporting: Exporting,
  ) {}

  async linkTo(asked: object, viewer: Viewer) {
    const request = readExportRequest(asked);
    const { columns } = this.exporting.plan(request);
    const credential = this.access.credentialOf(viewer);
    const expiresAt = new Date(Date.now() + LASTS_MS).toISOString();
    const sealed = seal(await this.key(), { request, credential, expiresAt });
    if (sealed.length > LONGEST) {
      throw new BadInput(
        `The link would have ${sealed.length} characters; ${LONGEST} are allowed, for proxies take no more. Send the query by POST to ${EXPORTS_PATH} instead.`,
        ['input', 'query'],
        { asked: sealed.length, allowed: LONGEST },
      );
    }
    const url = `${LINKS_PATH}?link=${sealed}`;
    return { url, expiresAt, columns: columns.map(({ name }) => name) };
  }

  /** @throws RefusedRequest, and as `Access.identifyAgain` where the credential is good no more. */
  async follow(text: string): Promise<Followed> {
    const { request, credential, expiresAt } = unseal(await this.key(), text) as Sealed;
    if (Date.parse(expiresAt) <= Date.now()) {
      throw new RefusedRequest(
        `This link to an export could be followed until ${expiresAt}: ask for another by Query.export.`,
        410,
        'EXPORT_LINK_EXPIRED',
      );
    }
    return { request, viewer: await this.access.identifyAgain(credential) };
  }

  private key(): Promise<Buffer> {
    this.secret ??= this.readSecret().catch((error: unknown) => {
      this.secret = undefined;
      throw error;
    });
    return this.secret;
  }

  private async readSecret(): Promise<Buffer> {
    const { rows } = await this.database.pool.query<{ secret: Buffer }>(
      'select secret from export_secret',
    );
    if (!rows[0]) throw new Error('export_secret has lost its row.');
    return rows[0].secret;
  }
}
