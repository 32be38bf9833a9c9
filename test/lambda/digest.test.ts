import type { DigestClients } from '../../lambda/digest/clients';
import { sendDigest } from '../../lambda/digest/digest';
import type { DigestRequest } from '../../lambda/digest/request';
import { brokenRule, digestEvents } from './digest-events';
import { type Answers, type Input, type Request, sendTo } from './fake-clients';

const request: DigestRequest = {
  zone: 'acme-ai',
  route: 'daily',
  every: 'day',
  empty: 'send',
  queueUrl: 'https://sqs.eu-central-1.amazonaws.com/444455556666/acme-ai-findings-daily-undelivered',
  topicArn: 'arn:aws:sns:eu-central-1:444455556666:acme-ai-findings-daily',
  rules: { critical: ['identity-root-mfa'], high: ['data-bucket-public'] },
};

interface Entry {
  readonly Id: string;
  readonly ReceiptHandle: string;
}

/** A queue that gives every message to one receiver, and a topic; `answers` replace what they do. */
class Aws {
  readonly requests: Request[] = [];
  readonly clients: DigestClients;
  private readonly visible: { body: string; handle: string }[];
  private readonly held = new Map<string, { body: string; handle: string }>();

  constructor(bodies: readonly unknown[], answers: Answers = {}) {
    this.visible = bodies.map((body, index) => ({
      body: typeof body === 'string' ? body : JSON.stringify(body),
      handle: `handle-${index}`,
    }));
    const entriesOf = (input: Input) => input.Entries as readonly Entry[];
    const all: Answers = {
      ReceiveMessage: () => {
        const taken = this.visible.splice(0, 10);
        for (const message of taken) this.held.set(message.handle, message);
        return { Messages: taken.map(({ body, handle }) => ({ Body: body, ReceiptHandle: handle })) };
      },
      DeleteMessageBatch: (input) => {
        for (const { ReceiptHandle } of entriesOf(input)) this.held.delete(ReceiptHandle);
        return { Failed: [] };
      },
      ChangeMessageVisibilityBatch: (input) => {
        for (const { ReceiptHandle } of entriesOf(input)) {
          const message = this.held.get(ReceiptHandle);
          this.held.delete(ReceiptHandle);
          if (message) this.visible.push(message);
        }
        return {};
      },
      GetQueueAttributes: () => ({ Attributes: { ApproximateNumberOfMessagesNotVisible: String(this.held.size) } }),
      Publish: () => ({}),
      ...answers,
    };
    const client = { send: sendTo(all, this.requests) };
    this.clients = { sqs: client, sns: client } as unknown as DigestClients;
  }

  get left(): { readonly waiting: number; readonly held: number } {
    return { waiting: this.visible.length, held: this.held.size };
  }

  get mails(): readonly Input[] {
    return this.requests.filter(({ command }) => command === 'Publish').map(({ input }) => input);
  }

  get text(): string {
    return String(this.mails[0]?.Message);
  }
}

const digest = async (bodies: readonly unknown[], change: Partial<DigestRequest> = {}, answers: Answers = {}) => {
  const aws = new Aws(bodies, answers);
  const answer = await sendDigest({ ...request, ...change }, aws.clients);
  return { aws, answer };
};

const buckets = (count: number, rule = 'data-bucket-versioning') =>
  Array.from({ length: count }, (_, index) => brokenRule(rule, `bucket-${index}`));

describe('a digest', () => {
  it('tells of everything that waits in one mail, and deletes it then', async () => {
    const { aws, answer } = await digest(Object.values(digestEvents));
    expect(answer).toBe('sent');
    expect(aws.mails).toHaveLength(1);
    expect(aws.mails[0]?.TopicArn).toBe(request.topicArn);
    expect(aws.left).toEqual({ waiting: 0, held: 0 });
    const commands = aws.requests.map(({ command }) => command);
    expect(commands.indexOf('Publish')).toBeLessThan(commands.indexOf('DeleteMessageBatch'));
  });

  it('says in its subject how much of it is how bad', async () => {
    const { aws } = await digest([digestEvents.guardduty, ...buckets(3), brokenRule('identity-root-mfa', 'root')]);
    expect(aws.mails[0]?.Subject).toBe('acme-ai daily: 1 critical, 1 high, 3 low in the last day');
  });

  it('groups by severity, kind and account, the worst first, with how often', async () => {
    const { aws } = await digest([
      ...buckets(2),
      digestEvents.guardduty,
      brokenRule('identity-root-mfa', 'root', { time: '2026-11-27T09:00:00Z' }),
    ]);
    expect(aws.text.split('\n').slice(0, -3)).toEqual([
      'acme-ai: what was found in the last day, for the route daily',
      '',
      '4 events: 1 critical, 1 high, 2 low',
      'From 2026-11-27T09:00:00Z to 2026-11-27T10:00:00Z',
      '',
      'CRITICAL',
      '',
      'Config rules, account 111122223333: 1',
      '- identity-root-mfa: AWS::S3::Bucket root (eu-central-1)',
      '',
      'HIGH',
      '',
      'GuardDuty, account 222233334444: 1',
      '- Recon:IAMUser/MaliciousIPCaller: A stranger looks around (eu-central-1)',
      '',
      'LOW',
      '',
      'Config rules, account 111122223333: 2',
      '- data-bucket-versioning: AWS::S3::Bucket bucket-0 (eu-central-1)',
      '- data-bucket-versioning: AWS::S3::Bucket bucket-1 (eu-central-1)',
    ]);
  });

  it.each([
    ['guardduty', 'high', 'GuardDuty, account 222233334444'],
    ['macie', 'medium', 'Macie, account 222233334444'],
    ['access-analyzer', 'high', 'Access Analyzer, account 222233334444'],
    ['security-hub', 'high', 'Security Hub, account 222233334444'],
    ['config', 'low', 'Config rules, account 111122223333'],
    ['failures', 'high', 'Alarms, account 111122223333'],
    ['health', 'critical', 'AWS Health, account 111122223333'],
    ['config-delivery', 'high', 'Config deliveries, account 111122223333'],
    ['model-drift', 'medium', 'Model monitors, account 111122223333'],
    ['backup', 'medium', 'Backups, account 111122223333'],
    ['break-glass', 'critical', 'Break-glass sessions, account 111122223333'],
    ['root-use', 'high', 'Root users, account 111122223333'],
    ['organization', 'high', 'Organization, account 111122223333'],
    ['blinding', 'high', 'Detection switched off, account 111122223333'],
    ['model-access', 'high', 'Model access, account 111122223333'],
    ['model-approvals', 'low', 'Model approvals, account 111122223333'],
  ] as const)('knows %s: %s, by the account that it is about', async (event, severity, group) => {
    const { aws } = await digest([digestEvents[event]]);
    expect(aws.text).toContain(`\n${severity.toUpperCase()}\n\n${group}: 1\n- `);
    expect(aws.text).not.toMatch(/undefined|\[object|- :|: \(/);
  });

  it('says who called, what of, and that it was refused', async () => {
    const { aws } = await digest([digestEvents.blinding, digestEvents['break-glass']]);
    const eva = 'by arn:aws:sts::111122223333:assumed-role/Engineer/eva';
    expect(aws.text).toContain(`- StopLogging ${eva} refused: AccessDenied (eu-central-1)`);
    expect(aws.text).toContain(`- AssumeRole of arn:aws:iam::111122223333:role/BreakGlass ${eva}`);
  });

  it('counts an event once that came twice, and what repeats itself in one line', async () => {
    const again = { ...digestEvents['security-hub'], id: 'another check' };
    const { aws } = await digest([digestEvents['security-hub'], digestEvents['security-hub'], again]);
    expect(aws.text).toContain('Security Hub, account 222233334444: 2');
    expect(aws.text).toMatch(/- Keys rotate: .*, 2 times/);
  });

  it('shows the first of many, and says how many more there are', async () => {
    const { aws } = await digest(buckets(1_250));
    expect(aws.text).toContain('Config rules, account 111122223333: 1250');
    expect(aws.text.split('\n').filter((line) => line.startsWith('- data-'))).toHaveLength(10);
    expect(aws.text).toContain('- and 1240 more');
    expect(aws.left).toEqual({ waiting: 0, held: 0 });
  });

  it('stays far below what SNS takes, and says what is left out: never the worst', async () => {
    const accounts = Array.from({ length: 2_000 }, (_, index) => {
      const event = brokenRule('data-bucket-versioning', `ä${'x'.repeat(500)}`, { id: `low-${index}` });
      return { ...event, detail: { ...event.detail, awsAccountId: String(100_000_000_000 + index) } };
    });
    const { aws } = await digest([...accounts, brokenRule('identity-root-mfa', 'root')]);
    expect(Buffer.byteLength(aws.text)).toBeLessThan(64_000);
    expect(aws.text).toContain('CRITICAL\n\nConfig rules');
    expect(aws.text).toMatch(/Left out, for want of room: \d+ events \(\d+ low\)\./);
  });

  it('tells of what it cannot read, and lets nobody write lines of the mail', async () => {
    const { aws } = await digest([
      'no JSON',
      { source: 'aws.new', 'detail-type': 'Something', account: '1', region: 'eu-central-1' },
      brokenRule('data-bucket-versioning', 'a\n\nCRITICAL\n- forged'),
    ]);
    expect(aws.text).toContain('- no JSON');
    expect(aws.text).toContain('- aws.new Something (eu-central-1)');
    expect(aws.text.split('\n')).not.toContain('- forged');
    expect(aws.left).toEqual({ waiting: 0, held: 0 });
  });

  it('comes when nothing happened, so that silence is heard, unless it is told not to', async () => {
    const sent = await digest([]);
    expect(sent.aws.mails[0]?.Subject).toBe('acme-ai daily: nothing in the last day');
    expect(sent.aws.text).toContain('Nothing was found');
    const skipped = await digest([], { empty: 'skip', every: 'week' });
    expect(skipped).toMatchObject({ answer: 'skipped' });
    expect(skipped.aws.mails).toEqual([]);
  });
});

describe('nothing is lost', () => {
  it('where the topic does not take the mail: what was taken waits again, and the run fails', async () => {
    const aws = new Aws(buckets(25), { Publish: () => new Error('no key') });
    await expect(sendDigest(request, aws.clients)).rejects.toThrow('no key');
    expect(aws.left).toEqual({ waiting: 25, held: 0 });
    expect(aws.requests.map(({ command }) => command)).not.toContain('DeleteMessageBatch');
  });

  it('where the queue stops answering: what was taken waits again', async () => {
    let calls = 0;
    const first = { Messages: [{ Body: JSON.stringify(digestEvents.macie), ReceiptHandle: 'handle-x' }] };
    const aws = new Aws([], { ReceiveMessage: () => (calls++ === 0 ? first : new Error('throttled')) });
    await expect(sendDigest(request, aws.clients)).rejects.toThrow('throttled');
    expect(aws.requests).toContainEqual(
      expect.objectContaining({
        command: 'ChangeMessageVisibilityBatch',
        input: expect.objectContaining({
          Entries: [{ Id: '0', ReceiptHandle: 'handle-x', VisibilityTimeout: 0 }],
        }),
      }),
    );
  });

  it('where it cannot be put back either, the first error is told: SQS gives the messages back by itself', async () => {
    const aws = new Aws(buckets(1), {
      Publish: () => new Error('no key'),
      ChangeMessageVisibilityBatch: () => new Error('gone'),
    });
    await expect(sendDigest(request, aws.clients)).rejects.toThrow('no key');
  });

  it('where a message cannot be deleted: the run fails, and it is told again', async () => {
    const aws = new Aws(buckets(3), { DeleteMessageBatch: () => ({ Failed: [{ Id: '1' }] }) });
    await expect(sendDigest(request, aws.clients)).rejects.toThrow('1 of its messages could not be deleted');
    expect(aws.mails).toHaveLength(1);
  });

  it('where another run holds the messages, no mail says that nothing happened', async () => {
    const { aws, answer } = await digest(
      [],
      {},
      { GetQueueAttributes: () => ({ Attributes: { ApproximateNumberOfMessagesNotVisible: '7' } }) },
    );
    expect(answer).toBe('held by another run');
    expect(aws.mails).toEqual([]);
  });

  it('where there is no time for all: what was not taken waits, and the mail says so', async () => {
    const aws = new Aws(buckets(500));
    let looks = 0;
    await sendDigest(request, aws.clients, () => looks++ < 15);
    expect(aws.left.held).toBe(0);
    expect(aws.left.waiting).toBeGreaterThan(0);
    expect(aws.text).toContain('the rest comes with the next one');
  });

  it('where two runs start at once: each event is in one of two mails', async () => {
    const aws = new Aws(buckets(400));
    await Promise.all([sendDigest(request, aws.clients), sendDigest(request, aws.clients)]);
    const told = aws.mails.map(({ Message }) => Number(/(\d+) events/.exec(String(Message))?.[1] ?? 0));
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(400);
    expect(aws.left).toEqual({ waiting: 0, held: 0 });
  });
});
