import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { assessmentPlanOf } from '../../../../cli/evidence/oscal/assessment-plan';
import { assessmentResultsOf } from '../../../../cli/evidence/oscal/assessment-results';
import { catalogOf } from '../../../../cli/evidence/oscal/catalog';
import { componentDefinitionOf } from '../../../../cli/evidence/oscal/component-definition';
import type { OscalContext } from '../../../../cli/evidence/oscal/document';
import { nistIdOf } from '../../../../cli/evidence/oscal/nist-id';
import { uuidOf } from '../../../../cli/evidence/oscal/uuid';
import { zoneOf } from '../../../support/zone';
import { madeVerification } from '../made-verification';

const context: OscalContext = {
  zone: zoneOf({
    settings: { controls: { 'sagemaker-notebook-vpc': { mode: 'detect', reason: 'until the subnets are there' } } },
  }),
  at: '2026-11-28T08:00:00.000Z',
  version: '1.0.0',
  oscalVersion: '1.0.4',
};

/** The schemas of NIST (usnistgov/OSCAL, release 1.0.4), which are in the public domain. */
function schemaOf(name: 'component' | 'assessment-plan' | 'assessment-results'): ValidateFunction {
  const text = readFileSync(join(__dirname, `schemas/oscal_${name}_schema.json`), 'utf8');
  // Formats are patterns beside; `$id` of anchors is no address in them.
  return new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(text) as object);
}

const isValid = (validate: ValidateFunction, document: object): unknown => validate(plain(document)) || validate.errors;
/** As it is written into a file. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the component definition', () => {
  const { 'component-definition': definition } = componentDefinitionOf(context);
  const [own, nist] = definition.components[0]?.['control-implementations'] ?? [];

  it('keeps the schema of NIST', () => {
    expect(isValid(schemaOf('component'), componentDefinitionOf(context))).toBe(true);
  });

  it('names every control with its mode, and why it is not fully on', () => {
    const requirements = own?.['implemented-requirements'] ?? [];
    expect(requirements.map((each) => each['control-id'])).toEqual(context.zone.controls.map(({ id }) => id));
    const relaxed = requirements.find((each) => each['control-id'] === 'sagemaker-notebook-vpc');
    expect(relaxed?.description).toContain('only detected here');
    expect(relaxed?.props?.[0]).toMatchObject({
      name: 'mode',
      value: 'detect',
      remarks: 'until the subnets are there',
    });
  });

  it('names controls of NIST in lower case, in their order, and ours that help with each', () => {
    const ids = nist?.['implemented-requirements'].map((each) => each['control-id']) ?? [];
    expect(ids).toEqual(expect.arrayContaining(['ac-3.7', 'cm-2.2', 'cm-3']));
    expect(ids.indexOf('ac-3')).toBeLessThan(ids.indexOf('ac-17'));
    expect(ids.every((id) => /^[a-z]{2}-\d+(\.\d+)?$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has other frameworks as properties only', () => {
    const all = own?.['implemented-requirements'].flatMap(({ props = [] }) => props) ?? [];
    const classes = new Set(all.filter(({ name }) => name === 'requirement').map((each) => each.class));
    expect([...classes]).toEqual(expect.arrayContaining(['eu-ai-act', 'gdpr', 'soc-2']));
    expect(JSON.stringify(nist)).not.toContain('GDPR');
  });

  it('does not say that a control helps which is off', () => {
    const settings = { controls: { 'bedrock-approved-models': { mode: 'off' as const, reason: 'no Bedrock' } } };
    const off = componentDefinitionOf({ ...context, zone: zoneOf({ settings }) });
    const [ownOff, nistOff] = off['component-definition'].components[0]?.['control-implementations'] ?? [];
    expect(JSON.stringify(nistOff)).not.toContain('"bedrock-approved-models"');
    expect(JSON.stringify(ownOff)).toContain('"bedrock-approved-models"');
  });
});

describe('the assessment plan', () => {
  it('keeps the schema of NIST, with and without controls that were told apart', () => {
    const validate = schemaOf('assessment-plan');
    expect(isValid(validate, assessmentPlanOf(context, ['logging-organization-trail']))).toBe(true);
    expect(isValid(validate, assessmentPlanOf(context, []))).toBe(true);
  });
});

describe('the assessment results', () => {
  const shown = [{ file: 'replies/ab.json', sha256: 'ab', what: 'cloudtrail:DescribeTrails' }];
  const made = assessmentResultsOf(context, madeVerification(), ({ raw }) => (raw.length > 0 ? shown : []));
  const result = made['assessment-results'].results[0];
  const stateOf = (control: string) => {
    const title = context.zone.controls.find(({ id }) => id === control)?.title;
    return result?.findings?.find((each) => each.title === title)?.target.status;
  };

  it('keep the schema of NIST, also where nothing was found', () => {
    const validate = schemaOf('assessment-results');
    expect(isValid(validate, made)).toBe(true);
    expect(
      isValid(
        validate,
        assessmentResultsOf(context, madeVerification([]), () => []),
      ),
    ).toBe(true);
  });

  it('have an observation for each check, with the reply that shows it', () => {
    expect(result?.observations).toHaveLength(3);
    expect(result?.observations?.[0]).toMatchObject({
      title: 'security/aws_cloudtrail.organization',
      methods: ['TEST'],
      collected: '2026-11-28T08:00:01.000Z',
      'relevant-evidence': [{ href: '../replies/ab.json' }],
    });
  });

  it('say of each control whether it is satisfied, and never that what is unknown is', () => {
    expect(stateOf('logging-organization-trail')).toMatchObject({ state: 'satisfied', reason: 'pass' });
    expect(stateOf('detection-guardduty')).toMatchObject({ state: 'not-satisfied', reason: 'fail' });
    expect(stateOf('detection-macie')).toMatchObject({ state: 'not-satisfied', reason: 'other' });
  });

  it('are about statements and implementations that the other documents have', () => {
    const others = JSON.stringify([catalogOf(context), componentDefinitionOf(context)]);
    for (const finding of result?.findings ?? []) {
      expect(others).toContain(`"id":"${finding.target['target-id']}"`);
      expect(others).toContain(`"uuid":"${finding['implementation-statement-uuid']}"`);
    }
  });

  it('are refused by the schema where a state is none of OSCAL', () => {
    const broken: unknown = JSON.parse(JSON.stringify(made).replaceAll('"state":"satisfied"', '"state":"unknown"'));
    expect(schemaOf('assessment-results')(broken)).toBe(false);
  });
});

describe('all documents', () => {
  it('are the same whenever they are made of the same', () => {
    const make = () =>
      JSON.stringify([catalogOf(context), componentDefinitionOf(context), assessmentPlanOf(context, [])]);
    expect(make()).toBe(make());
  });
});

describe('a UUID', () => {
  it('is of version 5, the same for the same name, and another for another', () => {
    expect(uuidOf('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidOf('a', 'b')).toBe(uuidOf('a', 'b'));
    expect(uuidOf('a', 'b')).not.toBe(uuidOf('ab'));
  });

  it('is what others make of the name', () => {
    // python3: uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL, 'urn:ai-governance-landing-zone:evidence'), 'acme')
    expect(uuidOf('acme')).toBe('743e93a9-2135-50e0-9417-6c6e99f6ed0e');
  });
});

describe('the name of a control of NIST', () => {
  it.each([
    ['AC-3(7)', { control: 'ac-3.7' }],
    ['CP-9d', { control: 'cp-9', statement: 'cp-9_smt.d' }],
    ['SC-7', { control: 'sc-7' }],
  ])('%s is written as the catalog of NIST does', (requirement, id) => {
    expect(nistIdOf(requirement)).toEqual(id);
  });

  it('is not made up', () => {
    expect(() => nistIdOf('Art. 12')).toThrow('Art. 12 is no requirement of NIST SP 800-53');
  });
});
