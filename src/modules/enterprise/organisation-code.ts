const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * The last of an organisation code's 9 characters (组织机构代码, GB 11714), from the 8 before it.
 * It counts letters on from ten without leaving any out, unlike the alphabet of the credit code.
 */
export function organisationCheck(body: string): string {
  let sum = 0;
  for (const [place, weight] of WEIGHTS.entries()) {
    sum += Number.parseInt(body.charAt(place), 36) * weight;
  }
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** Whether characters 9 to 17 of a credit code are an organisation code. Those of some old ones are not. */
export function holdsOrganisationCode(creditCode: string): boolean {
  return organisationCheck(creditCode.slice(8, 16)) === creditCode.charAt(16);
}
