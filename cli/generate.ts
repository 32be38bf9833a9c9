import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLandingZone } from '../accounts';
import { controlFiles } from '../controls';
import { vocabularyProblems } from '../policy/iam/vocabulary';
import { InvalidLandingZone } from '../schema/problems/problem';
import { catalogPage, coveragePage } from './catalog/pages';
import { main } from './main';

const usage = `Writes the registry of controls, the code of the custom Config rules and the pages of the catalog.

  npm run generate
`;

/** The pages, after everything that a control says was found to exist in AWS. */
main(usage, async () => {
  const zone = readLandingZone(controlFiles);
  const problems = await vocabularyProblems(zone.controls);
  if (problems.length > 0) throw new InvalidLandingZone(problems);
  writeFileSync(join('docs', 'controls.md'), catalogPage(zone));
  writeFileSync(join('docs', 'coverage.md'), coveragePage(zone));
  return 0;
});
