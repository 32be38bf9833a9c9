import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { trailFilesIn } from '../../../cli/audit/files/trail-files';
import { withEvents } from '../../../cli/audit/files/with-events';
import { jsonOf } from '../../../cli/audit/output';
import { parameterValues } from '../../../cli/audit/parameters';
import { sampleEvents } from '../../../project/folders';
import { thisProject } from '../../../project/place';
import { rootUse, runAudit } from '../../support/audit-command';
import type { Json } from '../../support/json';
import { delivered, sampleRecords, withFolder } from '../../support/trail-folder';
import { writtenQueries } from '../../support/written-queries';

// Where many tests share a machine, an engine takes seconds to start.
jest.setTimeout(60_000);

const march = ['--since', '2026-03-01', '--until', '2026-03-31'];
const sampleFolder = join(thisProject.root, sampleEvents);
const records = (...some: readonly Json[]) => JSON.stringify({ Records: some });
const root = (eventID: string, more: Json = {}): Json => ({
  eventID,
  eventTime: '2026-03-02T10:00:00Z',
  eventSource: 'iam.amazonaws.com',
  eventName: 'CreateAccessKey',
  eventType: 'AwsApiCall',
  awsRegion: 'us-east-1',
  recipientAccountId: '111122223333',
  eventCategory: 'Management',
  userIdentity: { type: 'Root', arn: 'arn:aws:iam::111122223333:root' },
  ...more,
});
const rowsOf = async (folder: string, ...args: readonly string[]): Promise<readonly Json[]> => {
  const { written, refused } = await runAudit({ args: ['--files', folder, '--json', ...args] });
  expect(refused).toBeUndefined();
  return JSON.parse(written);
};

describe('audit of files', () => {
  it('finds the same in the folders of CloudTrail as in one folder, whatever a query looks back to', async () => {
    const flat = await withEvents(
      trailFilesIn(sampleFolder),
      () => undefined,
      async ({ ask }) => {
        const rows: Record<string, readonly object[]> = {};
        for (const query of writtenQueries())
          rows[query.name] = jsonOf(
            await ask(query.sql, parameterValues(query, { since: '2026-03-01', until: '2026-03-31' })),
          );
        return rows;
      },
    );
    await withFolder(delivered(sampleRecords()), async (folder) => {
      for (const { name } of writtenQueries())
        expect([name, await rowsOf(folder, '--query', name, ...march)]).toEqual([name, flat[name]]);
    });
  });

  it('asks neither Athena nor for credentials', async () => {
    const { asked, roles, code } = await runAudit({ args: ['--files', sampleFolder, ...rootUse] });
    expect([code, asked, roles]).toEqual([0, [], []]);
  });

  it('opens only the files of the period and of the account', async () => {
    const { [Object.keys(delivered([root('a')]))[0] ?? '']: content = Buffer.alloc(0) } = delivered([root('a')]);
    const files = {
      'AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/02/a.json.gz': content,
      'AWSLogs/111122223333/CloudTrail/us-east-1/2026/02/27/b.json.gz': 'broken, and of February',
      'AWSLogs/444455556666/CloudTrail/us-east-1/2026/03/02/c.json.gz': 'broken, and of another account',
      '444455556666_CloudTrail_us-east-1_20260303T0005Z_abc.json.gz': 'the same, without folders',
    };
    await withFolder(files, async (folder) => {
      const args = ['--files', folder, ...rootUse, '--account', '111122223333'];
      const { code, reported } = await runAudit({ args });
      expect([code, reported]).toEqual([
        0,
        expect.stringMatching(/^1 event in 1 file, 2026-03-02 to 2026-03-02\n1 row\n/),
      ]);
    });
  });

  it('takes the day from the folder, as Athena does, and from the event where there is none', async () => {
    const late = root('late', { eventTime: '2026-03-31T23:59:00Z' });
    const files = {
      'AWSLogs/111122223333/CloudTrail/us-east-1/2026/04/01/a.json.gz': gzipSync(records(late)),
      'b.json': records({ ...late, eventID: 'flat' }),
    };
    await withFolder(files, async (folder) => {
      expect(await rowsOf(folder, '--query', 'root-use', ...march)).toHaveLength(1);
      expect(await rowsOf(folder, '--query', 'root-use', '--since', '2026-04-01')).toHaveLength(1);
    });
  });

  it('names each file that it cannot read, reads the others, and answers no', async () => {
    const files = {
      'good.json': records(root('a')),
      'cut.json': records(root('b')).slice(0, 200),
      'cut.json.gz': gzipSync(records(root('c'))).subarray(0, 120),
      'plain.json.gz': records(root('d')),
      'empty.json': '',
      'config[1].json': '{"configurationItems": []}',
      'list.json': '[]',
      'bare.json': JSON.stringify([root('e')]),
    };
    await withFolder(files, async (folder) => {
      symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.json'));
      const { code, reported, written } = await runAudit({ args: ['--files', folder, ...rootUse, '--json'] });
      expect([code, JSON.parse(written).length]).toEqual([2, 1]);
      expect(reported).toContain('The answer lacks the events of 8 files:');
      for (const broken of Object.keys(files).slice(1)) expect(reported).toContain(`  ${join(folder, broken)}: `);
      expect(reported).toMatch(/config\[1\]\.json: it has no Records/);
      for (const name of ['list', 'bare']) expect(reported).toMatch(new RegExp(`${name}\\.json: it has no Records`));
      expect(reported).toMatch(/dangling\.json: ENOENT: no such file or directory$/m);
      expect(reported).toMatch(/empty\.json: it is empty/);
      expect(reported).not.toContain('good.json');
    });
  });

  it('counts an event once that is in several files, and says so', async () => {
    const files = { 'a.json': records(root('a')), 'b.json': records(root('a'), root('b')) };
    await withFolder(files, async (folder) => {
      const { reported } = await runAudit({ args: ['--files', folder, ...rootUse] });
      expect(reported).toContain('1 copy of events that are in several files left out');
      expect(reported).toContain('2 rows');
    });
  });

  it('reads one file that is larger than what the engine reads at once', async () => {
    const padding = 'x'.repeat(20_000);
    const many = Array.from({ length: 1_000 }, (_, index) => root(`e${index}`, { userAgent: padding }));
    await withFolder({ 'large.json.gz': gzipSync(records(...many)) }, async (folder) => {
      expect(await rowsOf(folder, ...rootUse)).toHaveLength(1_000);
    });
  });

  it('leaves out digests, and what other services write beside CloudTrail', async () => {
    const files = {
      'AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/02/a.json.gz': gzipSync(records(root('a'))),
      'AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2026/03/02/b.json.gz': 'a digest',
      'AWSLogs/o-exampleorg1/111122223333/Config/us-east-1/2026/3/2/c.json.gz': 'a snapshot',
    };
    await withFolder(files, async (folder) => {
      expect(await rowsOf(folder, ...rootUse)).toHaveLength(1);
    });
  });

  it('keeps management and data events apart, in old records too that name no category', async () => {
    const old = { eventCategory: undefined };
    const files = {
      'a.json': records(
        root('a', old),
        root('b', { ...old, managementEvent: true }),
        root('c', { ...old, managementEvent: false }),
      ),
    };
    await withFolder(files, async (folder) => {
      expect(await rowsOf(folder, ...rootUse)).toHaveLength(2);
    });
  });

  it('knows an account by its name where a file knows its id, and says which account an id is', async () => {
    await withFolder(delivered([root('a', { recipientAccountId: '222233334444' }), root('b')]), async (folder) => {
      const args = ['--files', folder, ...rootUse, '--account', 'acquired'];
      expect((await runAudit({ args })).reported).toContain('222233334444 is acquired');
    });
  });

  it('says which days there are where none is asked about', async () => {
    await withFolder(delivered([root('a')]), async (folder) => {
      const { reported } = await runAudit({
        args: ['--files', folder, '--query', 'root-use', '--since', '2026-04-01'],
      });
      expect(reported).toContain('no file is of this period and account: the folder has 2026-03-02 to 2026-03-02');
    });
  });
});

describe('audit of the sample', () => {
  it('shows what each query finds, and finds something with each', async () => {
    const { written, code } = await runAudit({ args: ['--sample', '--json'] });
    const found: readonly Json[] = JSON.parse(written);
    expect([code, found.map(({ query }) => query)]).toEqual([0, writtenQueries().map(({ name }) => name)]);
    expect(found.filter(({ rows }) => rows === 0)).toEqual([]);
  });

  it('asks one query about the days that the sample is of, unless others are written', async () => {
    const all = await runAudit({ args: ['--sample', '--query', 'root-use', '--json'] });
    expect(JSON.parse(all.written)).toHaveLength(5);
    const some = await runAudit({ args: ['--sample', '--query', 'root-use', '--since', '2026-03-03', '--json'] });
    expect(JSON.parse(some.written)).toHaveLength(2);
  });
});
