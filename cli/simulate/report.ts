import type { PolicyType } from '../../policy/guardrails/organization-policy';
import { policyKinds } from '../../policy/guardrails/policy-kinds';
import { findAccount } from '../../policy/guardrails/simulation/accounts';
import type { Verdict } from '../../policy/guardrails/simulation/evaluate';
import { nameOf, principalOf } from '../../policy/guardrails/simulation/principals';
import type { AccessRequest } from '../../policy/guardrails/simulation/request';
import type { Control, LandingZone } from '../../schema/landing-zone';
import type { Context } from '../kit/command';
import { table } from '../kit/table';

const limits =
  'Only service and resource control policies are simulated: identity policies, resource policies and session policies may still deny the request.';

const withoutResource =
  'No --resource was given, so no statement about one resource applies, and each about all but some resources does.';

/** One object with the request, the verdict and the controls that it names. */
export function jsonReport(zone: LandingZone, request: AccessRequest, verdict: Verdict): object {
  const controls = controlsOf(zone, verdict).map(({ id, title, why, fix, file }) => ({ id, title, why, fix, file }));
  return { request: filledIn(zone, request), ...verdict, controls, limits };
}

/** The verdict for a person: what stops the request and what to do, then each node of the chain. */
export function textReport(
  zone: LandingZone,
  request: AccessRequest,
  verdict: Verdict,
  { width, colors }: Pick<Context, 'width' | 'colors'>,
): string {
  const outcome = verdict.allowed ? colors.green('Allowed') : colors.red('Denied');
  const { action, resource, account, principal } = filledIn(zone, request);
  return [
    `${outcome}: ${action} on ${resource} in ${account}, asked for by ${principal}`,
    ...controlsOf(zone, verdict).map((control) => controlText(control, verdict)),
    ...missingAllows(verdict),
    chainTable(verdict, width),
    ...Object.entries(verdict.unbound).map(
      ([type, why]) => `${policyKinds[type as PolicyType].label}s do not bind it: ${why}.`,
    ),
    ...(request.resource === undefined ? [withoutResource] : []),
    'Ids of accounts that do not exist yet are made up.',
    limits,
  ].join('\n\n');
}

const filledIn = (zone: LandingZone, { account, action, resource = '*', principal, context }: AccessRequest) => ({
  account,
  action,
  resource,
  principal: nameOf(principalOf(zone, findAccount(zone, account), principal)),
  context,
});

const controlsOf = (zone: LandingZone, { denials }: Verdict): readonly Control[] =>
  zone.controls.filter(({ id }) => denials.some(({ controls }) => controls.includes(id)));

const controlText = ({ id, title, why, fix, file }: Control, { denials }: Verdict): string =>
  [
    `${id}: ${title}`,
    `  why   ${why}`,
    `  fix   ${fix}`,
    `  file  ${file}`,
    ...denials
      .filter(({ controls }) => controls.includes(id))
      .map(({ type, policy, node }) => `  by    ${policyKinds[type].label} ${policy} at ${node.name}`),
  ].join('\n');

const missingAllows = ({ chain }: Verdict): readonly string[] =>
  chain
    .filter(({ verdict }) => verdict === 'does not allow')
    .map(({ type, node }) => `No ${policyKinds[type].label} at ${node.name} allows it.`);

const chainTable = ({ chain }: Verdict, width: number | undefined): string =>
  table(
    {
      head: ['type', 'node', 'policies', 'verdict'],
      rows: chain.map(({ type, node, policies, verdict }) => [
        policyKinds[type].label,
        node.name,
        policies.join(', '),
        verdict,
      ]),
    },
    width,
  );
