import { TextDecoder } from 'node:util';
import { Parser } from 'saxen';
import { Refusal, refused } from '../refusal.ts';

/** What is done with the elements of a part. Names are without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: () => Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const DEEPEST = 64;

/** A text or a tag that is longer is no cell's: a cell has 32,767 characters, in at most 10 each. */
const LONGEST = 2 ** 20;

/** Reads a part of a workbook as its bytes come. It expands no entities but XML's own five. */
export class XmlReader {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private readonly parser = new Parser();
  private depth = 0;
  /** Characters since something was last made of them. */
  private pending = 0;

  constructor(part: string, handler: XmlHandler) {
    const damage = (error: Error) => {
      throw error instanceof Refusal ? error : damaged(`${part}: ${error.message}`, error);
    };
    this.parser
      .on('openTag', (name, attributes, decode) => {
        this.pending = 0;
        this.depth += 1;
        if (this.depth > DEEPEST) throw damaged(`${part}: elements more than ${DEEPEST} deep`);
        handler.open(localName(name), () => decoded(attributes(), decode));
      })
      .on('closeTag', (name) => {
        this.pending = 0;
        this.depth -= 1;
        handler.close?.(localName(name));
      })
      .on('text', (text, decode) => handler.text?.(decode(text)))
      .on('cdata', (text) => handler.text?.(text))
      .on('attention', (text) => {
        if (!/^<!DOCTYPE/i.test(text)) return;
        throw refused(`${part} declares a document type, as no workbook does; it is not read.`);
      })
      .on('error', damage)
      .on('warn', damage);
  }

  write(bytes: Buffer): void {
    const text = this.decode(bytes);
    this.pending += text.length;
    this.parser.write(text);
    if (this.pending <= LONGEST) return;
    throw refused(
      `there is a text of more than ${LONGEST} characters in it, more than a cell holds.`,
    );
  }

  end(): void {
    this.parser.write(this.decode());
    this.parser.end();
  }

  private decode(bytes?: Buffer): string {
    try {
      return bytes ? this.decoder.decode(bytes, { stream: true }) : this.decoder.decode();
    } catch (cause) {
      throw damaged('a part of it is not UTF-8', cause);
    }
  }
}

/** Reads all of a part that is small. */
export async function readXml(
  part: string,
  pieces: AsyncIterable<Buffer>,
  handler: XmlHandler,
): Promise<void> {
  const reader = new XmlReader(part, handler);
  for await (const bytes of pieces) reader.write(bytes);
  reader.end();
}

export function damaged(what: string, cause?: unknown): Refusal {
  const problem = `the workbook is damaged (${what}); open it in a spreadsheet and save it again.`;
  return new Refusal([{ problem }], { cause });
}

/** The parser leaves entities in attributes as they are. */
function decoded(attributes: Record<string, string>, decode: (text: string) => string) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value.includes('&')) attributes[name] = decode(value);
  }
  return attributes;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
