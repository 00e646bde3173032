/** Today in the city, whatever the server's own zone: "2026-01-31". */
export function today(now = new Date()): string {
  return DAY.format(now);
}

/** Sweden writes days as ISO 8601 does. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
