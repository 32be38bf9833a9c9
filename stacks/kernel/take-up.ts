import { tryReturnOf } from '../../schema/facts/kept-types';
import { ownValue } from '../../schema/facts/own-value';
import { type Ledger, ledgerFile } from '../../schema/forms/ledger';
import type { Problem } from '../../schema/problems/problem';
import type { Protected } from './kept';

/** What is written of one thing. */
type Body = Readonly<Record<string, unknown>>;

/** Things by type and name. */
type Bodies = Readonly<Record<string, Readonly<Record<string, Body>>>>;

/** A block by which Terraform takes a thing that exists into state, and does nothing where it is in there already. */
interface Import {
  readonly to: string;
  readonly id: string;
}

/** What is written of a stack, as far as something can come back to it. */
export interface Returnable {
  readonly resource?: Bodies;
  readonly data?: Bodies;
  readonly import?: readonly Import[];
}

/**
 * The blocks for what was kept and is written again, beside those that are there, and for those of its companions that AWS makes no
 * second time. The others, such as the policy of a bucket, are made by a call that takes up what is there: imported, one that a person
 * has deleted meanwhile would fail the plan.
 */
export function takeUp(
  { resource = {}, data = {}, import: imports = [] }: Returnable,
  kept: Protected,
): Pick<Returnable, 'data' | 'import'> {
  const addresses = new Set(Object.entries(kept).flatMap(([address, companions]) => [address, ...companions]));
  const found = [...addresses].sort().flatMap((to) => tryFind(to, resource) ?? []);
  const more = found.filter(({ to }) => !imports.some((each) => each.to === to));
  if (more.length === 0) return {};
  const aliases = Object.fromEntries(more.flatMap(({ asks }) => (asks ? [[asks.name, asks.source]] : [])));
  return {
    import: [...imports, ...more.map(({ to, id }) => ({ to, id }))],
    ...(Object.keys(aliases).length > 0 && { data: { ...data, aws_kms_alias: { ...data.aws_kms_alias, ...aliases } } }),
  };
}

/** How something is found in AWS. */
interface Found extends Import {
  /** The alias that a key is asked by. Terraform reads it before it imports: it waits for nothing that is made. */
  readonly asks?: { readonly name: string; readonly source: Body };
}

function tryFind(to: string, resource: Bodies): Found | undefined {
  const [type = '', name = ''] = to.split('.');
  const body = tryBody(resource, to);
  if (!body) return undefined;
  if (type === 'aws_kms_key') {
    const { provider, region, name: alias } = aliasOf(to, resource);
    const source = { provider, ...(region !== undefined && { region }), name: alias };
    return { to, id: inRegion(`\${data.aws_kms_alias.${name}.target_key_id}`, body), asks: { name, source } };
  }
  const named = naming[type];
  return named && { to, id: inRegion(named.map((argument) => String(body[argument])).join('/'), body) };
}

/**
 * The arguments that an import takes for an id. Sources: documentation of terraform-provider-aws 5.100 and terraform-provider-tfe 0.71,
 * "Import" of each.
 */
const naming: Readonly<Record<string, readonly string[]>> = {
  aws_cloudformation_stack: ['name'],
  aws_iam_role: ['name'],
  aws_kms_alias: ['name'],
  aws_s3_bucket: ['bucket'],
  aws_sagemaker_model_package_group: ['model_package_group_name'],
  tfe_workspace: ['organization', 'name'],
};

/** AWS alone knows the id of a key; its alias, which was kept with it, leads there. */
function aliasOf(key: string, { aws_kms_alias: aliases = {} }: Bodies): Body {
  const alias = Object.values(aliases).find(({ target_key_id }) => target_key_id === `\${${key}.key_id}`);
  if (!alias) throw new Error(`${key} was kept in AWS, and has no alias by which it could be found`);
  return alias;
}

/** Provider 6 reads the region behind an id, where a resource names its own. */
const inRegion = (id: string, { region }: Body): string => (region === undefined ? id : `${id}@${String(region)}`);

function tryBody(resource: Bodies, address: string): Body | undefined {
  const [type = '', name = ''] = address.split('.');
  return ownValue(resource[type] ?? {}, name);
}

/** What of a stack was kept and is written again, and yet cannot be taken up. */
export function returnProblems(
  { resource = {}, import: imports = [] }: Returnable,
  { ledger, stack, isProtected }: { readonly ledger: Ledger; readonly stack: string; readonly isProtected: boolean },
): readonly Problem[] {
  const there = ownValue(ledger.protected, stack) ?? {};
  const back = Object.keys(ownValue(ledger.kept, stack) ?? {}).filter((address) => tryBody(resource, address));
  const problem = (address: string, rule: string, fix: string): Problem => ({
    file: ledgerFile,
    field: 'kept',
    value: address,
    rule: `AWS has it by this line, and the stack ${stack} would make it anew: ${rule}`,
    fix: `${fix}; if AWS has it no more, take the line out of ${ledgerFile}`,
  });
  return back.flatMap((address) => {
    const comes = tryReturnOf(address);
    const isKnown = comes !== 'adopted' || imports.some(({ to }) => to === address);
    if (!isKnown) return [problem(address, 'its id is nowhere in the settings', 'write its id there, as adopt')];
    // What is protected again was taken up by a deployment before.
    if (isProtected || comes !== 'imported' || ownValue(there, address)) return [];
    const fix = "write protection: 'on', run npx landing-zone lock and deploy before it is switched off";
    return [problem(address, 'nothing is taken up while protection is off', fix)];
  });
}
