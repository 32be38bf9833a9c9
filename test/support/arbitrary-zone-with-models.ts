import * as fc from 'fast-check';
import type { AccountSpec } from '../../schema/forms/account';
import { type ValidSpec, validSpecs } from './arbitrary-zone';
import { sampleLake } from './data-lake';
import { sampleAccounts, sampleSettings } from './zone';

type Workload = NonNullable<AccountSpec['ai']>;

const sample = sampleAccounts().find(({ name }) => name === 'models')?.ai as Workload;

/** Of a lake, what it grants to roles: others may not be there. */
const lake = {
  ...sampleLake(),
  grants: sampleLake().grants.flatMap(({ to, ...grant }) => {
    const roles = to.filter((grantee) => 'role' in grantee);
    return roles.length > 0 ? [{ ...grant, to: roles }] : [];
  }),
  tagGrants: [],
};

/** What an account may do with models, each part there or not. */
const workloads: fc.Arbitrary<Workload> = fc.record(
  {
    dataClassification: fc.constantFrom('confidential', 'restricted'),
    dataLake: fc.constant(lake),
    registry: fc.constant(sample.registry ?? {}),
    lineage: fc.constant(sample.lineage ?? {}),
    budget: fc.constant(sample.budget ?? { monthlyUsd: 100 }),
    bedrock: fc.constant(sample.bedrock ?? {}),
  },
  { requiredKeys: ['dataClassification'] },
);

const ascii = /^[ -~]*$/;

/** A landing zone that keeps every rule, some of whose accounts have models. */
export const specsWithModels: fc.Arbitrary<ValidSpec> = fc
  .tuple(validSpecs, fc.array(fc.option(workloads, { nil: undefined }), { minLength: 10, maxLength: 10 }))
  .map(([{ settings, accounts }, parts]) => {
    const { roles, ai } = sampleSettings();
    // Bedrock takes no other letters in its tags.
    const isPlain = Object.entries(settings.tags ?? {}).every((texts) => texts.every((text) => ascii.test(text)));
    return {
      settings: { ...settings, roles, ai },
      accounts: accounts.map((account, index) => {
        const { bedrock, ...others } = parts[index] ?? {};
        if (parts[index] === undefined || account.role !== undefined || account.origin === 'external') return account;
        const workload = { ...others, ...(isPlain && bedrock && { bedrock }) } as Workload;
        return { ...account, state: 'active' as const, ou: 'Workloads', ai: workload };
      }),
    };
  });
