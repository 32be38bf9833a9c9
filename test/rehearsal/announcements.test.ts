import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announcementsSince, readReleaseNotes, tryAnnouncement } from '../../rehearsal/announcements';

const root = join(__dirname, '../..');
const changelog = `# Changelog

## [0.3.0] (unreleased)

### Replaced or destroyed

- \`account-*/aws_sns_topic\`, \`security/aws_kms_key.findings\`: the topics are
  encrypted now; confirm the subscriptions again.

### Added

- \`something/else\`: is no announcement.

## 0.2.0

### Replaced or destroyed

- \`security/aws_guardduty_detector.main\`: nothing to do.

## 0.1.0
`;
const notes = readReleaseNotes(changelog);
const find = (since: string, stack: string, type: string, name = 'main') =>
  tryAnnouncement(announcementsSince(notes, since), stack, { type, address: `${type}.${name}` })?.advice;

describe('the changelog', () => {
  it('announces what is replaced or destroyed by stack, and by type or address', () => {
    expect(find('0.2.0', 'account-sandbox', 'aws_sns_topic')).toBe(
      'the topics are encrypted now; confirm the subscriptions again.',
    );
    expect(find('0.2.0', 'security', 'aws_kms_key', 'findings')).toContain('encrypted');
    expect(find('0.2.0', 'security', 'aws_kms_key', 'trails')).toBeUndefined();
    expect(find('0.2.0', 'security', 'aws_sns_topic')).toBeUndefined();
    expect(find('0.2.0', 'something', 'else')).toBeUndefined();
  });

  it('announces to whom comes from a version all that is newer, and the newest in any case', () => {
    expect(find('0.1.0', 'security', 'aws_guardduty_detector')).toBe('nothing to do.');
    expect(find('0.2.0', 'security', 'aws_guardduty_detector')).toBeUndefined();
    expect(find('0.10.0', 'security', 'aws_guardduty_detector')).toBeUndefined();
    expect(find('0.3.0', 'account-sandbox', 'aws_sns_topic')).toContain('encrypted');
  });

  it.each(['- `aws_sns_topic`: no stack', '- security/aws_sns_topic: no code', '- `security/aws_sns_topic`'])(
    'is refused where an announcement is %s',
    (line) => {
      const written = `## 0.3.0\n\n### Replaced or destroyed\n\n${line}\n`;
      expect(() => readReleaseNotes(written)).toThrow(/in 0\.3\.0\n {2}rule: .+\n {2}fix: /);
    },
  );

  it('of the project has the version of package.json as its newest, and only headings of Keep a Changelog beside ours', () => {
    const text = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(readReleaseNotes(text)[0]?.version).toBe(version);
    const headings = [...text.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
    const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security', 'Replaced or destroyed'];
    expect(headings.filter((heading) => !known.includes(heading ?? ''))).toEqual([]);
    expect(headings.length).toBeGreaterThan(0);
  });
});
