import { exemptArns } from '../../policy/guardrails/packing/exemptions';
import { openPaths } from '../../policy/open-paths';
import { disabledChecks } from '../../schema/disabled-checks';
import type { LandingZone } from '../../schema/landing-zone';
import { counted } from '../kit/counted';
import type { Bundle } from './bundle';
import type { Section } from './section';

/** Something that is left out on purpose, and why. */
export interface Exception {
  readonly kind: 'control' | 'promise' | 'Security Hub check' | 'Macie finding' | 'service';
  readonly what: string;
  readonly reason: string;
}

/** Everything that the landing zone leaves out, each with the reason that was written down. */
export const exceptionsOf = ({ controls, services }: LandingZone): readonly Exception[] => [
  ...controls
    .filter(({ mode }) => mode !== 'on')
    .map(({ id, title, mode, reason }) => ({
      kind: 'control' as const,
      what: `${id}: ${mode === 'off' ? 'switched off' : 'detected only'}. ${title}`,
      reason: reason ?? noReason,
    })),
  ...controls.flatMap(({ id, promises }) =>
    promises.flatMap(({ that, exception }) =>
      exception === undefined ? [] : [{ kind: 'promise' as const, what: `${id}: ${that}`, reason: exception }],
    ),
  ),
  ...(services.securityHub.enabled === true ? disabledChecks(services) : []).map(({ id, reason }) => ({
    kind: 'Security Hub check' as const,
    what: id,
    reason,
  })),
  ...services.macie.suppressions.map(({ name, types, buckets, reason }) => ({
    kind: 'Macie finding' as const,
    what: `${name}: ${types.join(', ')} of ${buckets.join(', ')}`,
    reason,
  })),
  ...Object.entries(services).flatMap(([name, service]) =>
    'enabled' in service && service.enabled !== true
      ? [
          {
            kind: 'service' as const,
            what: name,
            reason: 'the landing zone leaves it to others; who that is, it does not know',
          },
        ]
      : [],
  ),
];

const noReason = 'the catalog has it so, and the settings do not say otherwise';

/** The exceptions, the roles that policies do not bind, and the ways round a promise that no policy can close. */
export function exceptionsSection(bundle: Bundle, zone: LandingZone): Section {
  const exceptions = exceptionsOf(zone);
  const exemptions = zone.controls
    .filter(({ prevent, mode }) => mode === 'on' && prevent && prevent.exempt.length > 0)
    .map(({ id, prevent }) => ({
      control: id,
      exempt: prevent?.exempt,
      roles: exemptArns(zone, prevent?.exempt ?? []),
    }));
  const paths = openPaths.map(({ promise, who, what, reason }) => ({ promise, path: `${who} ${what}`, reason }));
  const { path } = bundle.json('exceptions.json', { exceptions, exemptRoles: exemptions, openPaths: paths });
  return {
    title: 'Exceptions',
    summary: `${counted(exceptions.length, 'exception')} with reasons; ${counted(exemptions.length, 'control')} exempt roles; ${counted(paths.length, 'way')} round a promise that no policy closes`,
    files: [path],
    missing: [],
  };
}
