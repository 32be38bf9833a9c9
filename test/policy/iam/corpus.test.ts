import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorize, type PolicyDocument, type Principal } from '../../../policy/iam/authorize';
import { type ConditionKeys, contextOf } from '../../../policy/iam/context';
import { findPrincipal } from '../../../policy/iam/principal';

interface Request {
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount?: string;
  /** An ARN or the name of a service stands for whoever it names. */
  readonly principal: string | Principal;
  readonly context?: ConditionKeys;
}

/** Documents, or their text, by the names of the policies. */
type Documents = Readonly<Record<string, PolicyDocument | string>>;

interface Policies {
  readonly identity?: Documents;
  readonly boundary?: Documents;
  readonly session?: Documents;
  readonly resource?: Documents;
  readonly scps?: readonly Documents[];
  readonly rcps?: readonly Documents[];
}

/** A request of which an AWS document says, in its text or in an example, whether it is allowed. */
interface Case {
  readonly name: string;
  /** In place of, or besides, what the cases of the file have in common. */
  readonly request?: Partial<Request>;
  /** In place of the policies that the cases of the file have in common. */
  readonly policies?: Policies;
  readonly allowed: boolean;
  readonly reason?: string;
  readonly by?: string;
  readonly statement?: string;
}

/** The cases of one section of an AWS document. */
interface Section {
  readonly source: { readonly title: string; readonly section: string; readonly url: string };
  /** Where a case says more than the document does. */
  readonly note?: string;
  readonly request?: Partial<Request>;
  readonly policies?: Policies;
  readonly cases: readonly Case[];
}

const folder = join(__dirname, 'corpus');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
const sections = files.sort().map((file) => ({
  file: file.replace(/\.json$/, ''),
  section: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Section,
}));

const sourced = (documents: Documents = {}) =>
  Object.entries(documents).map(([name, document]) => ({ name, document }));

function decide(section: Section, each: Case) {
  const { context = {}, principal, ...request } = { ...section.request, ...each.request } as Request;
  const { identity, boundary, session, resource, scps, rcps } = each.policies ?? section.policies ?? {};
  const who = typeof principal === 'string' ? findPrincipal(principal) : principal;
  return authorize(
    { ...request, principal: who, context: contextOf(context) },
    {
      identity: sourced(identity),
      boundary: sourced(boundary)[0],
      session: sourced(session),
      resource: sourced(resource),
      scps: scps?.map(sourced),
      rcps: rcps?.map(sourced),
    },
  );
}

describe.each(sections)('$file', ({ section }) => {
  it.each(section.cases)('$name', (each) => {
    const { allowed, reason, by, statement } = each;
    expect(decide(section, each)).toMatchObject({
      allowed,
      ...(reason && { reason }),
      ...(by && { by }),
      ...(statement && { statement }),
    });
  });
});

describe('the corpus', () => {
  it('names the AWS document that each case comes from', () => {
    for (const { section } of sections) {
      expect(section.source.title).toMatch(/\w/);
      expect(section.source.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
    }
  });

  it('covers every topic, on both sides', () => {
    const topics = new Map<string, Set<boolean>>();
    for (const { file, section } of sections) {
      const topic = file.split('/')[0] ?? '';
      topics.set(topic, new Set([...(topics.get(topic) ?? []), ...section.cases.map(({ allowed }) => allowed)]));
    }
    expect([...topics.keys()]).toEqual([
      'boundaries',
      'condition-operators',
      'confused-deputy',
      'cross-account',
      'evaluation-logic',
      'examples',
      'global-keys',
      'grammar',
      'kms',
      'not-principal',
      'organizations',
      'policy-variables',
      'principal',
      's3',
      'set-operators',
      'trust-policies',
    ]);
    for (const sides of topics.values()) expect(sides.size).toBe(2);
  });

  it('has no fewer than 400 cases, says of each denial why, and gives no two of a file the same name', () => {
    const cases = sections.flatMap(({ section }) => section.cases);
    expect(cases.length).toBeGreaterThanOrEqual(400);
    for (const { allowed, by, reason } of cases) if (!allowed) expect([by, reason]).not.toContain(undefined);
    for (const { section } of sections)
      expect(new Set(section.cases.map(({ name }) => name)).size).toBe(section.cases.length);
  });

  it('denies by each kind of policy, explicitly and implicitly', () => {
    const seen = new Set(sections.flatMap(({ section }) => section.cases.map(({ by, reason }) => `${by}: ${reason}`)));
    for (const by of ['scp', 'rcp', 'identity', 'boundary', 'session', 'resource'])
      expect(seen).toContain(`${by}: explicit deny`);
    for (const by of ['scp', 'identity', 'boundary', 'session', 'resource'])
      expect(seen).toContain(`${by}: implicit deny`);
  });
});
