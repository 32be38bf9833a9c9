import { conformancePacks } from '../../../policy/conformance/conformance-packs';
import { organizationPolicies } from '../../../policy/guardrails/organization-policies';
import { policyKinds } from '../../../policy/guardrails/policy-kinds';
import type { LandingZone } from '../../../schema/landing-zone';
import { code, controlLink, table } from './markdown';

/** What the controls become: each policy of the organization and each conformance pack, with the controls in it. */
export const compiledPolicies = (zone: LandingZone): string =>
  ['## Policies', policyTable(zone), '## Conformance packs', packTable(zone)].join('\n\n');

const links = (ids: readonly string[]): string =>
  [...new Set(ids)]
    .sort()
    .map((id) => controlLink(id))
    .join(', ');

const policyTable = (zone: LandingZone): string =>
  table(
    ['Policy', 'Type', 'Attached to', 'Characters', 'Controls'],
    organizationPolicies(zone).map(({ name, type, targets, content, statements }) => [
      code(`${zone.name}-${name}`),
      policyKinds[type].label,
      targets.map((target) => target.name).join(', '),
      String(content.length),
      links(statements.flatMap(({ controls }) => controls)),
    ]),
  );

function packTable(zone: LandingZone): string {
  const packs = conformancePacks(zone);
  return table(
    ['Pack', 'Regions', 'Rules', 'Controls'],
    [...new Set(packs.map(({ name }) => name))].map((name) => {
      const same = packs.filter((pack) => pack.name === name);
      return [
        code(name),
        same.map(({ region }) => region).join(', '),
        same.map(({ rules }) => rules.length).join(', '),
        links(same.flatMap(({ rules }) => rules.flatMap(({ controls }) => controls))),
      ];
    }),
  );
}
