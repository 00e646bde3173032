import type { Viewer } from '../access/viewer.ts';

/** A link to the file of an export, which is made when somebody follows it. */
export interface ExportLink {
  /** A path on this server. */
  readonly url: string;
  /** In ISO 8601. */
  readonly expiresAt: string;
  readonly columns: readonly string[];
}

/** Gives links to whoever asks the graph for them. */
export interface ExportLinks {
  /** @throws GraphQLError, DomainError for what cannot be exported. */
  linkTo(request: object, viewer: Viewer): Promise<ExportLink>;
}
