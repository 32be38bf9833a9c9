import type { Verification } from '../../live/finding';
import { compileControls } from '../../policy/compile';
import { packNodes } from '../../policy/guardrails/packing';
import { policyKinds } from '../../policy/guardrails/policy-kinds';
import { describeTargets } from '../../policy/guardrails/policy-problems';
import { type ProvedNode, proveZone, unaskedPromises } from '../../proof/zone-proof';
import { byKeys } from '../../schema/by-keys';
import type { LandingZone } from '../../schema/landing-zone';
import { counted } from '../kit/counted';
import type { Bundle } from './bundle';
import type { Section } from './section';

/** Proves what the policies of a landing zone deny, node by node. */
export async function proofsOf(zone: LandingZone, live: (text: string) => unknown): Promise<readonly ProvedNode[]> {
  const nodes: ProvedNode[] = [];
  for await (const node of proveZone(zone, packNodes(zone))) {
    nodes.push(node);
    live(`proved ${describeTargets(node.targets)}`);
  }
  return nodes;
}

/** Each policy as it is deployed, where it is attached, which controls it keeps, and whether AWS has it. */
export function policiesSection(bundle: Bundle, zone: LandingZone, verification: Verification | undefined): Section {
  // Addresses, by which AWS is looked at, are made of the keys of accounts and OUs; names that people read, of what they are called.
  const { policies, declarations } = compileControls(byKeys(zone));
  const kept = new Map(policies.map((policy) => [policy.name, policy.statements.flatMap(({ controls }) => controls)]));
  const rows = [...policies, ...declarations].map((policy) => {
    const { type, name, title, description, targets, content } = policy;
    const { path, sha256 } = bundle.text(`policies/${policyKinds[type].resourcePrefix}${name}.json`, content);
    return {
      policy: `${zone.name}-${title ?? name}`,
      type,
      description,
      attachedTo: targets.map(({ name: target }) => target),
      controls: [...new Set(kept.get(name))].sort(),
      file: path,
      sha256,
      inAws: inAws(verification, `${policyKinds[type].resourcePrefix}${name}`),
    };
  });
  const { path } = bundle.json('policies.json', { policies: rows });
  const differing = rows.filter((row) => row.inAws.some(({ status }) => status !== 'holds'));
  const seen = rows.filter((row) => row.inAws.length > 0).length;
  return {
    title: 'Policies in force',
    summary: `${counted(rows.length, 'policy', 'policies')}; ${seen - differing.length} of them seen in AWS as they are here`,
    files: [path, ...rows.map(({ file }) => file)],
    missing: [
      ...(seen < rows.length
        ? [`${rows.length - seen} were not looked at in AWS: they are here as the landing zone deploys them`]
        : []),
      ...differing.map(({ policy }) => `${policy} is otherwise in AWS, or is not known`),
    ],
  };
}

/** What verify found of a policy and its attachments. */
const inAws = (verification: Verification | undefined, resource: string) =>
  (verification?.findings ?? [])
    .filter(({ id }) => /^management\/aws_organizations_policy(_attachment)?\./.test(id))
    .filter(({ id }) => id.endsWith(`.${resource}`) || id.includes(`.${resource}-at-`))
    .map(({ id, status, time }) => ({ check: id, status, time }));

/** What is proved of the policies, with every request that gets through and every claim that is not decided. */
export function proofsSection(bundle: Bundle, zone: LandingZone, nodes: readonly ProvedNode[]): Section {
  const promises = nodes.flatMap((node) => node.promises);
  const count = (verdict: string) => promises.filter(({ answer }) => answer.verdict === verdict).length;
  const accepted = promises.filter(
    ({ answer, exception }) => answer.verdict === 'refuted' && exception !== undefined,
  ).length;
  const unasked = unaskedPromises(zone, packNodes(zone)).map(({ control, that }) => ({ control, that }));
  const { path } = bundle.json('proofs.json', {
    nodes: nodes.map(({ targets, ...node }) => ({ node: describeTargets(targets), ...node })),
    notAsked: unasked,
  });
  const findings = nodes.reduce((sum, node) => sum + node.findings.length, 0);
  return {
    title: 'Proofs of the policies',
    summary: `${counted(promises.length, 'promise')}: ${count('proved')} proved, ${count('refuted')} refuted (${accepted} of them on purpose: see the exceptions), ${count('not decided')} not decided; ${findings === 0 ? 'every document denies exactly what its controls say' : `${counted(findings, 'statement')} not proved equal`}`,
    files: [path],
    missing:
      unasked.length > 0 ? [`${counted(unasked.length, 'promise')} of controls that are off or attached nowhere`] : [],
  };
}
