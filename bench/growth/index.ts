import { machine } from '../harness/machine.ts';
import { keep, pageOf, type Part, shown } from '../harness/report.ts';
import { type Run, tell } from '../harness/run.ts';
import { atSize, type Grown } from './grown.ts';
import { half } from './half.ts';
import { pages } from './pages.ts';
import { type AtSize, measureQuery, partOf, QUERIES } from './queries.ts';
import { enterprisesOf, sizesFor } from './scale.ts';

const RESULTS = 'bench/results/growth.md';

/** What is looked at in a city of one size, in this order: the last moves projects around. */
const CLOSELY: Readonly<Record<string, (grown: Grown) => Promise<Part>>> = { pages, half };

/**
 * Growth: what Quanmai's answers cost in cities of several sizes, made one after the other. Answers
 * whether the goals were met; small sizes have none.
 */
export async function growth(run: Run): Promise<boolean> {
  const sizes = sizesFor(run.scale);
  const queries = QUERIES.filter(({ query }) => run.wants(query.name));
  const closely = Object.entries(CLOSELY).filter(([name]) => run.wants(name));
  const found = queries.map((): AtSize[] => []);
  const closer: Part[] = [];
  for (const projects of sizes.cities) {
    const looks = projects === sizes.closely ? closely : [];
    if (queries.length + looks.length === 0) continue;
    tell(`${shown(projects)} projects:`);
    await atSize(run, projects, sizes, async (grown) => {
      for (const [place, query] of queries.entries()) {
        found[place]?.push(await measureQuery(query, grown));
      }
      for (const [name, look] of looks) {
        tell(`${name}:`);
        closer.push(await look(grown));
      }
    });
  }
  const parts = [...queries.map((query, place) => partOf(query, found[place] ?? [])), ...closer];
  const cities = sizes.cities.map(
    (projects) => `${shown(projects)} projects and ${shown(enterprisesOf(projects))} enterprises`,
  );
  const text = `${machine(run.home)} Cities of ${cities.join('; of ')}. Quanmai alone, which keeps no answers.`;
  const page = await pageOf('Growth', text, parts);
  console.log(page);
  if (run.isWhole) await keep(RESULTS, page);
  return run.scale !== 'full' || parts.every(({ goals }) => goals.every(({ isMet }) => isMet));
}
