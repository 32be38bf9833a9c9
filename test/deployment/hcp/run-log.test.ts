import { readableLog } from '../../../deployment/hcp/run-log';

describe('the log of a run', () => {
  it('is read as plain text, without its frame and colors', () => {
    expect(readableLog('\u0002Terraform v1.11.4\n\u001b[31mError: \u001b[0mno such bucket\n\u0003')).toBe(
      'Terraform v1.11.4\nError: no such bucket',
    );
  });

  it('is read where it is one document a line', () => {
    const lines = [
      'Terraform v1.11.4',
      JSON.stringify({ '@level': 'info', '@message': 'aws_s3_bucket.logs: Creating...', type: 'apply_start' }),
      JSON.stringify({
        '@level': 'error',
        '@message': 'Error: creating bucket',
        type: 'diagnostic',
        diagnostic: { severity: 'error', summary: 'creating bucket', detail: 'AccessDenied' },
      }),
      '{ no document',
    ];
    expect(readableLog(lines.join('\n'))).toBe(
      'Terraform v1.11.4\naws_s3_bucket.logs: Creating...\nError: creating bucket\n\nAccessDenied\n\n{ no document',
    );
  });
});
