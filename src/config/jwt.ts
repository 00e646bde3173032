/** Whose tokens are taken, and how they are read. */
export interface JwtConfig {
  readonly keys: { readonly url: string } | { readonly file: string };
  readonly issuer: string;
  readonly audience: string;
  readonly clockSkewSeconds: number;
  readonly roleClaim: string;
  readonly districtsClaim: string;
}

interface JwtValues {
  readonly JWT_JWKS_URL?: string;
  readonly JWT_JWKS_FILE?: string;
  readonly JWT_ISSUER?: string;
  readonly JWT_AUDIENCE?: string;
  readonly JWT_CLOCK_SKEW_S: number;
  readonly JWT_ROLE_CLAIM: string;
  readonly JWT_DISTRICTS_CLAIM: string;
}

/** Undefined where no keys are named: then no tokens are taken. */
export function toJwtConfig(values: JwtValues): JwtConfig | undefined {
  const { JWT_JWKS_URL: url, JWT_JWKS_FILE: file } = values;
  const keys = url ? { url } : file ? { file } : undefined;
  return (
    keys &&
    Object.freeze<JwtConfig>({
      keys,
      issuer: values.JWT_ISSUER ?? '',
      audience: values.JWT_AUDIENCE ?? '',
      clockSkewSeconds: values.JWT_CLOCK_SKEW_S,
      roleClaim: values.JWT_ROLE_CLAIM,
      districtsClaim: values.JWT_DISTRICTS_CLAIM,
    })
  );
}

/** What does not fit together among the variables of JWTs: half of it would take tokens it should not. */
export function jwtFaults(environment: Readonly<Record<string, string | undefined>>): string[] {
  const { JWT_JWKS_URL: url, JWT_JWKS_FILE: file, JWT_ISSUER, JWT_AUDIENCE } = environment;
  if (url && file) return ['JWT_JWKS_URL and JWT_JWKS_FILE: set one of them, not both.'];
  const others = { JWT_ISSUER, JWT_AUDIENCE };
  if (url || file) {
    return Object.entries(others)
      .filter(([, value]) => !value)
      .map(([name]) => `${name}: it is not set, and with JWT keys it has to be.`);
  }
  const named = Object.keys(environment).find(
    (name) => name.startsWith('JWT_') && environment[name],
  );
  return named ? [`${named}: it means nothing without JWT_JWKS_URL or JWT_JWKS_FILE.`] : [];
}
