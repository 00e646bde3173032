/** What is known of a group of things, of which some may have no district. */
export interface PlacedGroup {
  readonly district: object | null;
  /** How the sources put it, where they count things but name no district. */
  readonly locationTexts: readonly string[];
  /** Whether something stands here because its zone's district is not known. */
  readonly isInZones: boolean;
  /** Whether something stands here of which the sources tell no place at all. */
  readonly isUntold: boolean;
}

/** Why a group has no district, as a reader of either language would want it told. */
export function reasonForNoDistrict({
  district,
  locationTexts,
  isInZones,
  isUntold,
}: PlacedGroup): string | null {
  if (district) return null;
  const reasons: (readonly [chinese: string, english: string])[] = [];
  if (locationTexts.length > 0) {
    const said = [...new Set(locationTexts)].map((text) => `“${text}”`).join('、');
    reasons.push([
      `来源只写${said}，未指明区县`,
      `The sources say only ${said} and name no district.`,
    ]);
  } else if (isUntold) {
    reasons.push(['来源未写明所在区县', 'The sources do not tell the district.']);
  }
  if (isInZones) {
    reasons.push([
      '位于功能区，来源未写明所在行政区',
      'They lie in functional zones whose district the sources do not tell.',
    ]);
  }
  const chinese = reasons.map(([text]) => text).join('；');
  const english = reasons.map(([, text]) => text).join(' ');
  return `${chinese} · ${english}`;
}
