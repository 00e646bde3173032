/** GB/T 2260: the first two digits of a division's code (行政区划代码), one pair a province. */
const PROVINCES = new Set([
  ...['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37'],
  ...['41', '42', '43', '44', '45', '46', '50', '51', '52', '53', '54'],
  ...['61', '62', '63', '64', '65', '71', '81', '82'],
]);

export const isProvince = (pair: string): boolean => PROVINCES.has(pair);

/** Whether six digits have the form of a division's code: a province there is, and no district without a city. */
export function isDivisionForm(code: string): boolean {
  if (!/^\d{6}$/.test(code) || !isProvince(code.slice(0, 2))) return false;
  return !(code.slice(2, 4) === '00' && code.slice(4) !== '00');
}
