import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vocabularyProblems } from '../policy/iam/vocabulary';
import { readProject } from '../project/read-project';
import { keepRetiredControls } from '../project/retired-controls';
import { InvalidLandingZone } from '../schema/problems/problem';
import { catalogPage, coveragePage } from './catalog/pages';
import { main } from './main';

const usage = `Writes the code of the custom Config rules, the pages of the catalog, and the ids of controls that went.

  npm run generate
`;

/** The pages, after everything that a control says was found to exist in AWS. */
main(usage, async () => {
  const zone = readProject();
  const problems = await vocabularyProblems(zone.controls);
  if (problems.length > 0) throw new InvalidLandingZone(problems);
  keepRetiredControls(readFileSync(join('docs', 'controls.md'), 'utf8'), zone.controls);
  writeFileSync(join('docs', 'controls.md'), catalogPage(zone));
  writeFileSync(join('docs', 'coverage.md'), coveragePage(zone));
  return 0;
});
