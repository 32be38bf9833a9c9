import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vocabularyProblems } from '../../policy/iam/vocabulary';
import { type Place, thisProject } from '../../project/place';
import { keepRetiredControls } from '../../project/retired-controls';
import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';
import type { Answer, CommandGroup, Context } from '../kit/command';
import { readZone } from '../read-zone';
import { catalogPage, coveragePage } from './catalog/pages';
import { commandsPage } from './commands-page';

/**
 * Writes the pages, once everything that a control says was found to exist in AWS, and keeps the ids that leave the catalog.
 *
 * @throws InvalidLandingZone with what was not found; nothing has been written then
 */
export async function run(
  { check }: { readonly check: boolean },
  { note }: Pick<Context, 'note'>,
  all: CommandGroup,
  zone: LandingZone = readZone(),
  folder = 'docs',
  place: Place = thisProject,
): Promise<Answer> {
  const problems = await vocabularyProblems(zone.controls);
  if (problems.length > 0) throw new InvalidLandingZone(problems);
  const pages = {
    'controls.md': catalogPage(zone),
    'coverage.md': coveragePage(zone),
    'commands.md': commandsPage(all),
  };
  const changed = Object.entries(pages)
    .map(([name, text]) => ({ path: join(folder, name), text }))
    .filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  const names = changed.map(({ path }) => path);
  if (check) {
    for (const name of names) note(`${name} is stale\n  rule: it is generated\n  fix:  npm run generate`);
    return { json: { stale: names }, no: names.length > 0 };
  }
  const before = join(folder, 'controls.md');
  if (existsSync(before)) keepRetiredControls(readFileSync(before, 'utf8'), zone.controls, place);
  for (const { path, text } of changed) writeFileSync(path, text);
  note(names.length > 0 ? `Written: ${names.join(', ')}` : `The pages of ${folder}/ are up to date.`);
  return { json: { written: names } };
}
