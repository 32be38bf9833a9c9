import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assessmentPlanOf } from '../../cli/evidence/oscal/assessment-plan';
import { assessmentResultsOf } from '../../cli/evidence/oscal/assessment-results';
import { catalogOf } from '../../cli/evidence/oscal/catalog';
import { componentDefinitionOf } from '../../cli/evidence/oscal/component-definition';
import type { OscalContext } from '../../cli/evidence/oscal/document';
import { madeVerification } from '../cli/evidence/made-verification';
import { zoneOf } from '../support/zone';
import { describeWithTrestle, trestle } from './trestle';

const documents = (oscalVersion: OscalContext['oscalVersion']) => {
  const context = { zone: zoneOf({}), at: '2026-11-28T08:00:00.000Z', version: '1.0.0', oscalVersion };
  return {
    catalog: catalogOf(context),
    'component-definition': componentDefinitionOf(context),
    'assessment-plan': assessmentPlanOf(context, ['logging-organization-trail']),
    'assessment-results': assessmentResultsOf(context, madeVerification(), () => [
      { file: 'replies/ab.json', sha256: 'ab', what: 'cloudtrail:DescribeTrails' },
    ]),
  };
};

describe.each(['1.0.4', '1.2.1'] as const)('documents of OSCAL %s', (version) => {
  describeWithTrestle(version, `OSCAL ${version}, read by compliance-trestle`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'trestle-'));
    // It imports nothing that lies in its workspace already.
    const workspace = join(folder, 'workspace');
    const made = documents(version);
    beforeAll(() => {
      mkdirSync(workspace);
      expect(trestle(version, workspace, 'init', '--local')).toMatchObject({ status: 0 });
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(Object.entries(made))('it takes the %s into its workspace', (name, document) => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(document));
      // It reads them into its own models, and writes them anew from these.
      expect(trestle(version, workspace, 'import', '-f', file, '-o', name)).toMatchObject({ status: 0 });
    });

    it('it finds all of them valid', () => {
      const { status, said } = trestle(version, workspace, 'validate', '-a');
      expect(status).toBe(0);
      expect(said.match(/\bVALID: Model .*?(?= passed)/g)).toHaveLength(Object.keys(made).length);
    });

    it('it refuses what is no OSCAL, and so has looked', () => {
      const file = join(folder, 'broken.json');
      const { catalog } = made.catalog;
      writeFileSync(file, JSON.stringify({ catalog: { ...catalog, groups: [{ id: 'no title' }] } }));
      expect(trestle(version, workspace, 'import', '-f', file, '-o', 'broken').status).not.toBe(0);
    });
  });
});
