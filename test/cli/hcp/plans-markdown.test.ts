import { plansMarkdown } from '../../../cli/hcp/plans-markdown';

describe('plans as a comment of a pull request', () => {
  it('name what goes away, and let nothing of a reason be read as Markdown', () => {
    const text = plansMarkdown([
      { stack: 'management', outcome: 'unchanged', changes: [], seconds: 0 },
      {
        stack: 'security',
        outcome: 'planned',
        changes: [{ address: 'aws_sqs_queue.dead', type: 'aws_sqs_queue', action: 'destroy' }],
        seconds: 1,
        reason: 'its | <b>configuration</b>\nis another',
        link: 'https://app.terraform.io/run-1',
      },
      { stack: 'cost', outcome: 'failed', changes: [], seconds: 1, reason: 'Error: ```no' },
    ]);
    expect(text).toContain(
      '| [security](https://app.terraform.io/run-1) | planned | 1 destroy | its \\| \\<b\\>configuration\\</b\\> |',
    );
    expect(text).toContain('- destroy `security/aws_sqs_queue.dead`');
    expect(text).not.toContain('management');
    expect(text).toContain("cost failed:\nError: '''no");
  });
});
