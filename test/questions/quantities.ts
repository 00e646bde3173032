/** A number as the graph gives it, exactly said unless told. */
export const amount = (value: string, unit: string, qualifier = 'EXACT') => ({
  value,
  unit,
  qualifier,
});

export const projects = (value: string, qualifier?: string) => amount(value, 'COUNT', qualifier);
export const investment = (value: string, qualifier?: string) =>
  amount(value, 'CNY_100M', qualifier);
export const percent = (value: string, qualifier?: string) => amount(value, 'PERCENT', qualifier);

export const coded = (code: string) => ({ code });

/** What the graph rests on: the facts by their codes. */
export const observed = (...codes: readonly string[]) => codes.map(coded);
