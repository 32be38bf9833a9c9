import Ajv from 'ajv';
import * as fc from 'fast-check';
import { modelCardSchema } from '../../emulator/services/sagemaker/model-card-schema';
import { modelCardContent } from '../../schema/forms/model-card/content';
import { writtenContent } from '../../schema/forms/model-card/written-content';
import { jsonOf } from '../support/arbitrary-json';
import { faultsOf, type JsonSchema } from '../support/json-schema';

const follows = new Ajv({ strict: false, allErrors: true }).compile(modelCardSchema);
const schema = modelCardSchema as JsonSchema;
const isTaken = (value: unknown): boolean => modelCardContent.safeParse(value).success;

const governance = fc.record(
  {
    euAiActClass: fc.constantFrom('minimal' as const, 'limited' as const, 'high' as const),
    intendedUse: fc.string({ minLength: 1, maxLength: 1024 }),
    dpia: fc.constant('https://example.com/dpia'),
    approver: fc.string({ minLength: 1, maxLength: 256 }),
    reviewBy: fc.constant('2027-06-30'),
    decisionRecord: fc.string({ maxLength: 1024 }),
  },
  { requiredKeys: ['euAiActClass', 'intendedUse'] },
);

describe('the content of a model card', () => {
  it('follows the JSON schema that AWS publishes wherever the form takes it, with its governance in it', () => {
    const taken = jsonOf(schema).filter(isTaken);
    fc.assert(
      fc.property(taken, governance, (value, of) => {
        const content = writtenContent({ content: modelCardContent.parse(value), governance: of });
        expect([follows(content), follows.errors]).toEqual([true, null]);
      }),
    );
  });

  it('is refused by the form one step beyond each limit of the published schema', () => {
    const faults = faultsOf(schema).filter(({ value }) => !follows(value));
    expect(faults.length).toBeGreaterThan(150);
    expect(faults.filter(({ value }) => isTaken(value)).map(({ title }) => title)).toEqual([]);
  });

  it('is taken by the form wherever the published schema takes it, within limits that the page sets for metrics', () => {
    fc.assert(
      fc.property(jsonOf(schema).filter(agreesOnMetrics), (value) => {
        expect(modelCardContent.safeParse(value).error?.issues ?? []).toEqual([]);
      }),
    );
  });
});

/** The published schema lets a metric of the type `number` have a text as its value; the form does not. */
function agreesOnMetrics(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(agreesOnMetrics);
  if (typeof value !== 'object' || value === null) return true;
  const { type, value: result } = value as { type?: unknown; value?: unknown };
  if (['number', 'string', 'boolean'].includes(String(type)) && typeof result !== type) return false;
  return Object.values(value).every(agreesOnMetrics);
}
