import * as fc from 'fast-check';
import { modelCardSchema } from '../../emulator/services/sagemaker/model-card-schema';
import { readProject } from '../../project/read-project';
import { modelCardContent } from '../../schema/forms/model-card/content';
import { modelCardTemplate } from '../../stacks/ai/model-card-template';
import { jsonOf } from '../support/arbitrary-json';
import type { JsonSchema } from '../support/json-schema';
import { zoneOf } from '../support/zone';
import { describeWith, lint } from './programs';

jest.setTimeout(120_000);

const [sample] = zoneOf().modelCards;
const tags = { 'risk-class': 'high' };

describeWith('cfn-lint', 'cfn-lint on model cards', () => {
  it('accepts the template of every card in models/', () => {
    const cards = readProject().modelCards;
    expect(cards.length).toBeGreaterThan(0);
    expect(lint(cards.map((card) => modelCardTemplate(card, tags)))).toEqual({ status: 0, said: '' });
  });

  it('accepts the template of whatever content the form takes', () => {
    const contents = fc
      .sample(jsonOf(modelCardSchema as JsonSchema), { numRuns: 60, seed: 1 })
      .flatMap((value) => modelCardContent.safeParse(value).data ?? [])
      // cfn-lint counts a character beyond ASCII as the six that it would write it with.
      .filter((content) => JSON.stringify(content).length * 6 <= 100_000);
    expect(contents.length).toBeGreaterThan(10);
    const templates = contents.flatMap((content) =>
      sample ? modelCardTemplate({ ...sample, group: 'triage', content }, tags) : [],
    );
    expect(lint(templates)).toEqual({ status: 0, said: '' });
  });

  it('refuses a field that the CloudFormation type does not have', () => {
    const [template = ''] = sample ? [modelCardTemplate(sample, tags)] : [];
    expect(lint([template.replace('"ModelOverview"', '"Overview"')]).said).toContain("'Overview' was unexpected");
  });
});
