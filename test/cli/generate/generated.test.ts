import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogPage, coveragePage } from '../../../cli/generate/catalog/pages';
import { sampleZone } from '../../../cli/generate/catalog/sample-zone';
import { commandsPage } from '../../../cli/generate/commands-page';
import { landingZone } from '../../../cli/main';
import { checks } from '../../../lambda/checks';
import { folders, ownControls } from '../../../project/folders';
import { readFolder } from '../../../project/read-folder';
import { frameworkIds, frameworks } from '../../../schema/facts/frameworks';

const project = join(__dirname, '../../..');
const docs = (name: string): string => readFileSync(join(project, 'docs', name), 'utf8');
const zone = sampleZone(readFolder(folders.controls).files.filter(({ file }) => !file.startsWith(ownControls)));

describe('what `npm run generate` writes', () => {
  it('is the page of the commands as they are', () => {
    expect(docs('commands.md') === commandsPage(landingZone)).toBe(true);
  });

  it('is the catalog page of the controls as they are', () => {
    expect(docs('controls.md') === catalogPage(zone, 'everybody')).toBe(true);
  });

  it('is the coverage page of the controls as they are', () => {
    expect(docs('coverage.md') === coveragePage(zone, 'everybody')).toBe(true);
  });
});

describe('the catalog page', () => {
  const page = catalogPage(zone, 'everybody');

  it('has a section for every control', () => {
    for (const { id, title } of zone.controls) expect(page).toContain(`### ${id}\n\n**${title}.**`);
  });

  it('says that nothing in it makes anyone compliant', () => {
    expect(page).toContain('No control, policy, conformance pack or mapping makes anyone compliant');
    expect(coveragePage(zone, 'everybody')).toContain(
      'No control, policy, conformance pack or mapping makes anyone compliant',
    );
  });

  it('links to sections that are there', () => {
    const links = [page, coveragePage(zone, 'everybody')].flatMap((text) => [
      ...text.matchAll(/\]\([\w.]*#([^)]+)\)/g),
    ]);
    const missing = links.map(([, id]) => id).filter((id) => !zone.controls.some((control) => control.id === id));
    expect(missing).toEqual([]);
    expect(links.length).toBeGreaterThan(zone.controls.length);
  });
});

describe('the coverage page', () => {
  it('has a section for every framework and a row for every control', () => {
    const page = coveragePage(zone, 'everybody');
    for (const id of frameworkIds) expect(page).toContain(`## ${frameworks[id].title}`);
    for (const { id } of zone.controls) expect(page).toContain(`| [${id}](controls.md#${id}) |`);
  });
});

describe('the catalog', () => {
  it('names checks that are there, and every check is named', () => {
    const named = zone.controls.flatMap(({ detect }) => (detect && 'lambda' in detect ? [detect.lambda] : []));
    expect([...new Set(named)].sort()).toEqual([...checks.keys()].sort());
  });
});
