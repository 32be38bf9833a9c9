import type { Bedrock } from '@aws-sdk/client-bedrock';
import type { SageMaker } from '@aws-sdk/client-sagemaker';
import { required } from '../../../emulator/toolkit/call';
import type { InputOf, Operations, OutputOf } from '../../../emulator/toolkit/operations';
import type { Routes } from '../../../emulator/toolkit/routes';

// The lines that expect an error are judged by the compiler: `npm run check` fails where one of them compiles.
describe('the types of handlers', () => {
  it('are those of the SDK, with dates as the service writes them', () => {
    const seconds: Partial<OutputOf<SageMaker, 'DescribeModelCard'>> = { CreationTime: 1 };
    const text: Partial<OutputOf<Bedrock, 'GetGuardrail', string>> = { createdAt: '2026-01-01T00:00:00Z' };
    // @ts-expect-error SageMaker writes seconds
    const wrong: Partial<OutputOf<SageMaker, 'DescribeModelCard'>> = { CreationTime: '2026-01-01' };
    expect([seconds, text, wrong]).toHaveLength(3);
  });

  it('know the operations of the service and no others', () => {
    const handlers: Operations<SageMaker> = {
      DeleteModelCard: () => ({}),
      // @ts-expect-error there is no such operation
      ShredModelCard: () => ({}),
    };
    expect(Object.keys(handlers)).toHaveLength(2);
  });

  it('let no handler change its input, nor take for given what nobody has checked', () => {
    const input: Partial<InputOf<SageMaker, 'CreateModelCard'>> = { ModelCardName: 'triage' };
    // @ts-expect-error it may be missing
    const content: string = input.Content;
    expect(content).toBeUndefined();
    expect(required(input, 'ModelCardName').ModelCardName).toBe('triage');
    expect(() => required(input, 'ModelCardName', 'Content')).toThrow(
      expect.objectContaining({ code: 'ValidationException', status: 400 }),
    );
    // @ts-expect-error it is read-only
    const change = () => (input.ModelCardName = '');
    expect(change).toBeInstanceOf(Function);
  });

  it('ask of a route what in its query string is no text', () => {
    const routes: Routes<Bedrock> = {
      GetGuardrail: 'GET /guardrails/:guardrailIdentifier',
      ListGuardrails: ['GET /guardrails', { maxResults: 'number' }],
      // @ts-expect-error maxResults is a number
      ListInferenceProfiles: 'GET /inference-profiles',
      // @ts-expect-error maxResults is no list
      ListModelCustomizationJobs: ['GET /model-customization-jobs', { maxResults: 'list' }],
    };
    expect(Object.keys(routes)).toHaveLength(4);
  });
});
