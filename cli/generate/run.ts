import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openPaths } from '../../policy/open-paths';
import { unknownWords } from '../../policy/unknown-words';
import { folders, ownControls } from '../../project/folders';
import { type Place, thisProject } from '../../project/place';
import { readFolder } from '../../project/read-folder';
import { keepRetiredControls } from '../../project/retired-controls';
import { everyChange } from '../../rehearsal/changes/table';
import type { LandingZone } from '../../schema/landing-zone';
import { InvalidLandingZone } from '../../schema/problems/problem';
import type { Answer, CommandGroup, Context } from '../kit/command';
import { readZone } from '../read-zone';
import { catalogPage, coveragePage } from './catalog/pages';
import { sampleZone } from './catalog/sample-zone';
import { changesPage } from './changes-page';
import { commandsPage } from './commands-page';
import { openPathsPage } from './open-paths-page';

/** What the pages are written from. */
export interface Zones {
  /** That of `accounts/`, with every control. */
  readonly own: LandingZone;
  /** The sample with the controls that a release ships. */
  readonly shipped: LandingZone;
}

const readZones = (): Zones => ({
  own: readZone(),
  shipped: sampleZone(readFolder(folders.controls).files.filter(({ file }) => !file.startsWith(ownControls))),
});

const catalog = 'docs/controls.md';

/**
 * Writes the pages, once everything that a control says was found to exist in AWS, and keeps the ids that leave the catalog.
 *
 * @throws InvalidLandingZone with what was not found; nothing has been written then
 */
export async function run(
  { check }: { readonly check: boolean },
  { note }: Pick<Context, 'note'>,
  all: CommandGroup,
  { own, shipped }: Zones = readZones(),
  place: Place = thisProject,
): Promise<Answer> {
  const problems = await unknownWords(own.controls);
  if (problems.length > 0) throw new InvalidLandingZone(problems);
  const pages = {
    [catalog]: catalogPage(shipped, 'everybody'),
    'docs/coverage.md': coveragePage(shipped, 'everybody'),
    'docs/commands.md': commandsPage(all),
    'docs/changing-settings.md': changesPage(everyChange()),
    'docs/open-paths.md': openPathsPage(openPaths),
    'catalog/controls.md': catalogPage(own, 'this landing zone'),
    'catalog/coverage.md': coveragePage(own, 'this landing zone'),
  };
  const tryRead = (path: string): string | undefined =>
    existsSync(join(place.root, path)) ? readFileSync(join(place.root, path), 'utf8') : undefined;
  const changed = Object.entries(pages).filter(([path, text]) => tryRead(path) !== text);
  if (check) {
    // Whoever keeps no pages of their own has none that could be stale.
    const stale = changed
      .map(([path]) => path)
      .filter((path) => path.startsWith('docs/') || tryRead(path) !== undefined);
    for (const path of stale) note(`${path} is stale\n  rule: it is generated\n  fix:  npm run generate`);
    return { json: { stale }, no: stale.length > 0 };
  }
  keepRetiredControls(tryRead(catalog) ?? '', shipped.controls, place);
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(place.root, path)), { recursive: true });
    writeFileSync(join(place.root, path), text);
  }
  const written = changed.map(([path]) => path);
  note(written.length > 0 ? `Written: ${written.join(', ')}` : 'The generated pages are as they should be.');
  return { json: { written } };
}
