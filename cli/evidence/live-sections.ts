import type { Verification } from '../../live/finding';
import type { LiveAws } from '../../live/live-aws';
import type { LandingZone } from '../../schema/landing-zone';
import type { Context } from '../kit/command';
import { artifactSection, type Downloaded, downloadReport } from './artifact';
import { auditSection } from './audit';
import type { Bundle } from './bundle';
import { findingsSection } from './findings';
import { lineageSection } from './lineage';
import type { Options } from './options';
import { packsSection, packsTitle } from './packs';
import { attempt, notRead, type Section } from './section';
import { auditRoleOf, type Surroundings } from './surroundings';

/** What the parts that ask AWS are made of. */
export interface Asking {
  readonly bundle: Bundle;
  readonly options: Options;
  readonly surroundings: Surroundings;
  /** Undefined where nothing is asked. */
  readonly aws: LiveAws | undefined;
  /** Ids of accounts by their names. */
  readonly ids: ReadonlyMap<string, string>;
  readonly context: Pick<Context, 'note' | 'live'>;
}

/** Ids of the accounts, as their files and AWS have them. */
export const idsOf = (zone: LandingZone, verification: Verification | undefined): ReadonlyMap<string, string> =>
  new Map([
    ...(verification?.findings ?? []).flatMap(({ account, accountId }): [string, string][] =>
      accountId === undefined ? [] : [[account, accountId]],
    ),
    ...zone.accounts.flatMap(({ name, id }): [string, string][] => (id === undefined ? [] : [[name, id]])),
  ]);

const offline = 'AWS was not read: --offline';

/** The parts that only AWS knows; each stands for itself, so that one that fails is named and hides no other. */
export async function liveSections(asking: Asking): Promise<readonly Section[]> {
  const { bundle, options, surroundings, aws, ids, context } = asking;
  const { zone } = surroundings;
  const sections: Section[] = [];
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  const nameOf = (id: string) => names.get(id);
  const securityId = ids.get(zone.securityAccount.name);
  const inSecurity = (title: string, read: (aws: LiveAws, id: string) => Promise<Section>): Promise<Section> => {
    if (!aws) return Promise.resolve(notRead(title, offline));
    if (securityId === undefined)
      return Promise.resolve(notRead(title, 'AWS did not give the id of the security account'));
    context.live(`reading: ${title}`);
    return attempt(title, () => read(aws, securityId));
  };
  sections.push(
    await inSecurity(packsTitle, (live, id) => packsSection(bundle, zone, live.at(id, zone.homeRegion), nameOf)),
    await inSecurity('Findings', (live, id) => findingsSection(bundle, zone, (region) => live.at(id, region), nameOf)),
    await attempt('Audit queries', () => {
      const role = options['audit-role'] ?? auditRoleOf(zone, securityId);
      const athena = aws && options.period ? surroundings.athena(role) : undefined;
      return auditSection(bundle, zone, options.period, athena, { wait: surroundings.wait, live: context.live });
    }),
    await attempt('Lineage', () =>
      lineageSection(bundle, zone, (name) => ids.get(name), aws ? surroundings.lineage : undefined),
    ),
  );
  return sections;
}

/** The reports of AWS itself, and those that a person has asked for and agreed to the terms of. */
export async function artifactOf({
  bundle,
  options,
  surroundings,
  aws,
  context,
}: Omit<Asking, 'ids'>): Promise<Section> {
  const title = 'Reports of AWS (Artifact)';
  if (!aws) return notRead(title, offline);
  const artifact = surroundings.artifact();
  const downloaded: Downloaded[] = [];
  const consent = (id: string, url: string): Promise<boolean> => {
    if (options['accept-terms'].includes(id)) return Promise.resolve(true);
    context.note(`The terms of ${id}, to be read within minutes: ${url}`);
    return surroundings.confirm(`Do you accept the terms of ${id}?`);
  };
  for (const id of options['artifact-download'])
    downloaded.push(await downloadReport(artifact, id, options['artifact-folder'] ?? '', consent));
  return attempt(title, () => artifactSection(bundle, artifact, downloaded));
}
