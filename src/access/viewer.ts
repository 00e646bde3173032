/** Who asks. Until tokens are read, everybody is the anonymous viewer. */
export interface Viewer {
  readonly kind: 'ANONYMOUS';
  /** What the log names as the actor of this viewer's writes. */
  readonly actor: string;
}

export const anonymous: Viewer = { kind: 'ANONYMOUS', actor: 'anonymous' };
