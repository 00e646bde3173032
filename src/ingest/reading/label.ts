import { nearest } from './nearest.ts';
import { compact, type Reader, refused } from './reading.ts';

/** What departments write, and the value that each stands for. */
export type Labels = ReadonlyMap<string, string>;

/** Labels are compared without blanks and widths. */
const labelKey = (label: string): string => compact(label).toUpperCase();

/** Reads a label (标签) of a table. The nearest one is only told. */
export function labelReader(labels: Labels): Reader {
  const known = new Map([...labels].map(([label, value]) => [labelKey(label), { label, value }]));
  const all = [...labels.keys()].join(', ');
  return (text) => {
    const exact = labels.get(text);
    if (exact !== undefined) return { value: exact };
    const found = known.get(labelKey(text));
    if (found) return { value: found.value };
    const near = nearest(labelKey(text), known.keys());
    return refused(
      'LABEL',
      `is not one of ${all}.`,
      near === undefined ? undefined : known.get(near)?.label,
    );
  };
}

/** Reads several in one cell, each by `item`: 生物医药、新能源. They become `A;B`. */
export function listReader(item: Reader): Reader {
  return (text, given) => {
    const values: string[] = [];
    for (const part of text.split(/[;；、,，\n]/).map((each) => each.trim())) {
      if (part === '') continue;
      const reading = item(part, given);
      if ('problem' in reading) {
        return refused(reading.rule, `holds "${part}", which ${reading.problem}`);
      }
      if (!values.includes(reading.value)) values.push(reading.value);
    }
    return values.length > 0 ? { value: values.join(';') } : refused('LIST', 'is an empty list.');
  };
}
