/**
 * Prints every district with all its projects, as tab-separated lines.
 *
 *     node districts.ts http://localhost:4000/graphql
 */
import { ask, everyItem } from './gateway.ts';
import { DistrictsDocument, type DistrictsQuery, MoreProjectsDocument } from './generated.ts';

const [url = 'http://localhost:4000/graphql', size = '50'] = process.argv.slice(2);
const projects = Number(size);

type District = DistrictsQuery['districts']['nodes'][number];
type Project = District['projects']['nodes'][number];

for await (const district of everyDistrict()) {
  console.log(`${district.code}\t${district.name}\t${district.projects.totalCount}`);
  for await (const project of everyProject(district)) console.log(`\t${row(project).join('\t')}`);
}

async function* everyDistrict(): AsyncGenerator<District> {
  const page = async (after: string | null) =>
    (await ask(url, DistrictsDocument, { after, projects })).districts;
  yield* everyItem(await page(null), page);
}

function everyProject({ id, projects: page }: District): AsyncGenerator<Project> {
  return everyItem(page, async (after) => {
    const { node } = await ask(url, MoreProjectsDocument, { district: id, after, projects });
    return node && 'projects' in node ? node.projects : null;
  });
}

/** What the sources do not tell stays empty: it is neither zero nor a guess. */
function row({ code, name, stage, totalInvestment, evidence }: Project): string[] {
  const told = `${evidence.document.title} ¶${evidence.paragraph ?? '?'}`;
  return [code, name, stage ?? '', totalInvestment ?? '', told];
}
