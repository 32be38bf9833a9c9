import { readTemplate } from '../../../../emulator/services/cloudformation/template';
import { template } from '../../../support/cloudformation';

const known = ['AWS::SageMaker::ModelCard'];
const Type = known[0];
const read = (body: string, parameters: Record<string, string> = {}) => readTemplate(body, parameters, known);
const says = (message: string) =>
  expect.objectContaining({ code: 'ValidationError', message: expect.stringContaining(message) });
const notEmulated = (what: string) => expect.objectContaining({ status: 501, message: expect.stringContaining(what) });

/** What a call throws. */
const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('a template', () => {
  it('gives its resources, with the values of parameters in place of their names', () => {
    const body = template(
      { Card: { Type, Properties: { Name: { Ref: 'Name' }, Tags: [{ Key: 'a', Value: { Ref: 'Other' } }] } } },
      { Parameters: { Name: { Type: 'String' }, Other: { Type: 'String', Default: 'x' } } },
    );
    expect(read(body, { Name: 'triage' })).toEqual([
      {
        logicalId: 'Card',
        type: Type,
        properties: { Name: 'triage', Tags: [{ Key: 'a', Value: 'x' }] },
        retained: false,
        retainedOnReplace: false,
      },
    ]);
  });

  it('says which resources stay', () => {
    const [kept] = read(template({ Card: { Type, DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' } }));
    expect(kept).toMatchObject({ retained: true, retainedOnReplace: true });
  });

  it.each<[string, string, string]>([
    ['is no JSON', '{', 'JSON not well-formed'],
    ['has no resources', template({}), 'At least one Resources member must be defined'],
    [
      'has a section that does not exist',
      template({ Card: { Type } }, { Resource: {} }),
      'template property or properties [Resource]',
    ],
    [
      'is of another version',
      template({ Card: { Type } }, { AWSTemplateFormatVersion: '2020-01-01' }),
      'unsupported value',
    ],
    [
      'names a type that does not exist',
      template({ Card: { Type: 'AWS::SageMaker::Card' } }),
      'Unrecognized resource types: [AWS::SageMaker::Card]',
    ],
    [
      'names a resource with a hyphen',
      template({ 'model-card': { Type } }),
      'Resource name model-card is non alphanumeric',
    ],
    [
      'misspells an attribute',
      template({ Card: { Type, Property: {} } }),
      "Invalid template resource property 'Property'",
    ],
    [
      'has a deletion policy that does not exist',
      template({ Card: { Type, DeletionPolicy: 'Keep' } }),
      'Unrecognized DeletionPolicy Keep',
    ],
    [
      'refers to what is not there',
      template({ Card: { Type, Properties: { Name: { Ref: 'Nobody' } } } }),
      'Unresolved resource dependencies [Nobody]',
    ],
    [
      'lacks the value of a parameter',
      template({ Card: { Type } }, { Parameters: { Key: { Type: 'String' } } }),
      'Parameters: [Key] must have values',
    ],
  ])('is refused where it %s', (_, body, message) => {
    expect(thrown(() => read(body))).toEqual(says(message));
  });

  it('is refused with a parameter that it does not declare', () => {
    expect(thrown(() => read(template({ Card: { Type } }), { Key: 'x' }))).toEqual(
      says('Parameters: [Key] do not exist in the template'),
    );
  });

  it('has at most 51,200 bytes', () => {
    const sized = (bytes: number) => {
      const frame = template({ Card: { Type } }, { Description: '' });
      return template({ Card: { Type } }, { Description: 'x'.repeat(bytes - frame.length) });
    };
    expect(read(sized(51_200))).toHaveLength(1);
    expect(thrown(() => read(sized(51_201)))).toEqual(says('length less than or equal to 51200'));
  });

  it.each<[string, string]>([
    ['templates in YAML', 'Resources: {}'],
    ['Fn::Sub', template({ Card: { Type, Properties: { Name: { 'Fn::Sub': 'x' } } } })],
    ['dynamic references', template({ Card: { Type, Properties: { Name: '{{resolve:ssm:x}}' } } })],
    ['Outputs and Conditions', template({ Card: { Type } }, { Outputs: {} })],
  ])('ends the run where it needs %s, which are not emulated', (what, body) => {
    expect(thrown(() => read(body))).toEqual(notEmulated(what));
  });
});
