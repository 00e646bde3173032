import { nearest } from './nearest.ts';
import { compact } from './reading.ts';

/** The regions that cells may name, by code, name or alias. */
export interface Directory {
  /** The region that a text names on a day. */
  find(text: string, asOf: string): { readonly code: string } | undefined;
  /** What became of a code or name that named a region, and on that day does not. */
  lapsed?(text: string, asOf: string): Lapse | undefined;
  /** What a text that names none may have been meant to be. */
  near(text: string): readonly string[];
}

export interface Lapse {
  /** The last day on which it was valid, where that is known. */
  readonly validTo?: string;
  /** The codes of what took its place; none where that is not known. */
  readonly replacedBy: readonly string[];
}

/** One writing of a region, for a time. */
export interface RegionWriting {
  readonly text: string;
  /** The region's own code. */
  readonly code: string;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  /** A code of GB/T 2260 that has been replaced by the region's own. */
  readonly isFormer?: boolean;
}

/** A directory of what is given, each text of it compared without blanks and widths. */
export function directoryOf(writings: Iterable<RegionWriting>): Directory {
  const byText = Map.groupBy(writings, ({ text }) => compact(text).toUpperCase());
  const those = (text: string) => byText.get(compact(text).toUpperCase()) ?? [];
  return {
    find: (text, asOf) => {
      const valid = those(text).filter((writing) => !writing.isFormer && holds(writing, asOf));
      const codes = new Set(valid.map(({ code }) => code));
      const [code] = codes;
      return code !== undefined && codes.size === 1 ? { code } : undefined;
    },
    lapsed: (text, asOf) => {
      const past = those(text).filter(
        ({ isFormer, validTo }) => isFormer === true || (validTo != null && validTo < asOf),
      );
      if (past.length === 0) return undefined;
      const validTo = past.find((writing) => writing.validTo != null)?.validTo;
      const replacedBy = past.filter(({ isFormer }) => isFormer).map(({ code }) => code);
      return { replacedBy, ...(validTo != null && { validTo }) };
    },
    near: (text) => {
      const current = [...byText].filter(([, all]) => all.some(({ isFormer }) => !isFormer));
      const found = nearest(
        compact(text).toUpperCase(),
        current.map(([key]) => key),
      );
      return found === undefined ? [] : [byText.get(found)?.[0]?.text ?? found];
    },
  };
}

function holds({ validFrom, validTo }: RegionWriting, asOf: string): boolean {
  return (validFrom == null || validFrom <= asOf) && (validTo == null || asOf <= validTo);
}
