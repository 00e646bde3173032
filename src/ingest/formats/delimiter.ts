const DELIMITERS = [',', '\t', ';'];

/** A line that Excel writes for itself before the first row: `sep=;`. */
export function separatorLine(start: string): { delimiter: string; length: number } | undefined {
  const [line, delimiter] = /^"?sep=([^\r\n"])"?(?:\r\n|\n|\r|$)/i.exec(start) ?? [];
  return line !== undefined && delimiter ? { delimiter, length: line.length } : undefined;
}

/**
 * What separates the cells of the header: what the file's name says if that stands there, else the one
 * of the three which stands there most often, or a comma.
 */
export function findDelimiter(start: string, named?: string, headerRow?: number): string {
  const header = outsideQuotes(start, headerRow);
  if (named !== undefined && header.includes(named)) return named;
  const [found] = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: header.split(delimiter).length,
  })).sort((one, other) => other.count - one.count);
  return found && found.count > 1 ? found.delimiter : ',';
}

/** The header's line without what stands in quotes: the row that was told, or the first that is filled. */
function outsideQuotes(start: string, headerRow?: number): string {
  const lines = start.replaceAll(/"[^"]*("|$)/g, '""').split(/\r\n|\n|\r/);
  if (headerRow !== undefined) return lines[headerRow - 1] ?? '';
  return lines.find((line) => /[^\s,;"]/.test(line) || line.includes('""')) ?? '';
}
