/** Why no column can hold a text, if none can. */
export function unfitness(text: string): string | undefined {
  if (text.includes('\0')) return 'a NUL';
  return text.isWellFormed() ? undefined : 'half a character (a lone surrogate)';
}
