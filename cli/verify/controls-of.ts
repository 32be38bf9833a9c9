import { compileControls } from '../../policy/compile';
import { policyKinds } from '../../policy/guardrails/policy-kinds';
import { byKeys } from '../../schema/by-keys';
import type { LandingZone } from '../../schema/landing-zone';
import { keptOf } from './kept-by';
import type { Written } from './written-stacks';

/** The ids of the controls that lean on a resource. */
export type ControlsOf = (resource: Written) => readonly string[];

/** Which controls each resource keeps: policies and packs by what was compiled into them, others by what controls name. */
export function controlsOf(written: LandingZone): ControlsOf {
  const zone = byKeys(written);
  const { policies, packs } = compileControls(zone);
  const kept = new Map<string, Set<string>>();
  for (const control of zone.controls.filter(({ mode }) => mode === 'on'))
    for (const { stack, type, name } of keptOf(zone, control)) {
      const key = `${stack}/${type}.${name}`;
      kept.set(key, (kept.get(key) ?? new Set()).add(control.id));
    }
  const byPolicy = policies.map(({ type, name, statements }) => ({
    id: `${policyKinds[type].resourcePrefix}${name}`,
    controls: [...new Set(statements.flatMap(({ controls }) => controls))].sort(),
  }));
  const ofPolicy = (name: string): readonly string[] =>
    byPolicy.find(({ id }) => name === id || name.startsWith(`${id}-at-`))?.controls ?? [];
  const ofPack = ({ name }: Written['values']): readonly string[] => [
    ...new Set(
      packs.filter((pack) => pack.name === name).flatMap(({ rules }) => rules.flatMap(({ controls }) => controls)),
    ),
  ];
  return ({ stack, type, name, values }) => {
    if (/^aws_organizations_policy(_attachment)?$/.test(type)) {
      const own = ofPolicy(name);
      if (own.length > 0) return own;
    }
    if (type === 'aws_config_organization_conformance_pack') return ofPack(values).toSorted();
    return [...(kept.get(`${stack}/${type}.${name}`) ?? [])].sort();
  };
}
