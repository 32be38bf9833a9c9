import { changesText, failuresText, resultText, waitingText } from '../../../cli/deploy/report';
import type { PlannedChange } from '../../../deployment/plan-judgement';
import type { StackResult } from '../../../deployment/result';

const create: PlannedChange = { address: 'aws_s3_bucket.logs', type: 'aws_s3_bucket', action: 'create' };
const destroy: PlannedChange = { ...create, action: 'destroy' };

const accounts = (count: number, more: Partial<StackResult> = {}): StackResult[] =>
  Array.from({ length: count }, (_, index) => ({
    stack: `account-${index}`,
    outcome: 'applied',
    changes: [create],
    seconds: index,
    ...more,
  }));
const management: StackResult = { stack: 'management', outcome: 'applied', changes: [create, create], seconds: 7 };

describe('what a deployment of many stacks says', () => {
  it('has one row for many alike, with the longest time, and says where each is', () => {
    const text = resultText([management, ...accounts(97)], undefined);
    expect(text).toMatch(/management +│ applied │ 2 create │ +7 │/);
    expect(text).toMatch(/account-0, account-1, account-2 and 94 more +│ applied │ 1 create │ +96 │/);
    expect(text).toContain('--json has each');
    expect(text.split('\n').length).toBeLessThan(12);
  });

  it('has a row for each of a few', () => {
    const text = resultText(accounts(4), undefined);
    for (const { stack } of accounts(4)) expect(text).toContain(stack);
    expect(text).not.toContain('--json');
  });

  it('keeps those apart of which something else is said', () => {
    const text = resultText([...accounts(6), { ...management, outcome: 'failed', reason: 'throttled' }], undefined);
    expect(text).toMatch(/account-0, .* and 3 more/);
    expect(text).toMatch(/management +│ failed .*throttled/);
  });

  it('asks for many alike in one line, and names what goes in each', () => {
    expect(waitingText([management, ...accounts(97, { changes: [destroy] })])).toBe(
      [
        '  management: 2 create',
        '  account-0, account-1, account-2 and 94 more: each 1 destroy',
        '    destroy aws_s3_bucket.logs',
      ].join('\n'),
    );
  });

  it('shows the changes of many alike once', () => {
    expect(changesText(accounts(97))).toBe(
      'account-0, account-1, account-2 and 94 more, each:\n  create aws_s3_bucket.logs',
    );
    expect(changesText(accounts(1))).toBe('account-0:\n  create aws_s3_bucket.logs');
  });

  it('names every stack that failed, and shows what they have in common once', () => {
    const text = failuresText(accounts(6, { outcome: 'failed', reason: 'Error: access denied' }));
    expect(text).toBe('account-0, account-1, account-2, account-3, account-4, account-5 failed:\nError: access denied');
  });
});
