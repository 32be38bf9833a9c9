import { z } from 'zod';
import { engines } from '../facts/engines';
import { bedrockGeographies } from '../facts/geography';
import { unitIdPattern } from '../facts/organizational-units';
import { bucketNamePattern, keyIdPattern, keyPrefixPattern, roleNamePattern } from '../facts/patterns';
import { organizationPolicyTypes } from '../facts/policy-types';
import { testedAwsProvider } from '../facts/provider-constraint';
import { quotas, scpQuotas } from '../facts/quotas';
import { auditForm } from './audit';
import { contactsForm } from './contacts';
import { costsForm } from './costs';
import { dataCatalogChoices } from './data-catalogs';
import type { DeepReadonly } from './deep-readonly';
import { defaultVpcChoices } from './default-vpcs';
import { aiForm, controlModes, perimeterForm, rolesForm } from './governance';
import { tagPolicyForm } from './governance-tags';
import { hcpBackendForm } from './hcp';
import { identityForm } from './identity';
import { logsForm } from './logs';
import { madeRolesForm } from './made-roles';
import { placesForm } from './places';
import { servicesForm } from './services';
import { kebabName, matching, tags } from './text';
import { backupPoliciesForm, tagPoliciesForm } from './unit-policies';

/** Where the settings are written, relative to the project. */
export const settingsFile = 'accounts/landing-zone.ts';

/** The OU for accounts that leave: nothing but the deploy role may act in it. */
export const suspendedUnit = 'Suspended';

/** Where Terraform keeps state. All three are read by the same contracts. */
const backendForm = z.discriminatedUnion('type', [
  /** Files below the project, in `state/`: for a trial and for the rehearsal. */
  z.strictObject({ type: z.literal('local') }),
  /** An S3 bucket with native locking (Terraform 1.10 and newer). */
  z.strictObject({
    type: z.literal('s3'),
    bucket: matching(bucketNamePattern),
    region: z.string(),
    /** Folder in the bucket. */
    prefix: matching(keyPrefixPattern).max(512, 'must have at most 512 characters').default('landing-zone'),
    /** Id, alias or ARN of the key that encrypts state. @default - the bucket's default encryption */
    kmsKeyId: matching(keyIdPattern).optional(),
  }),
  hcpBackendForm,
]);

const organization = z
  .strictObject({
    /** Import an organization that exists: `o-` and 10 to 32 characters. @default - it is created */
    adopt: z
      .string()
      .regex(/^o-[a-z0-9]{10,32}$/, 'must be an organization id')
      .optional(),
    /** Accounts that AWS lets the organization have; raise it after the increase was granted. */
    accountQuota: z.int().min(2).max(50_000).default(quotas.accounts.value),
    /** Services that have trusted access besides those of the landing zone; the list as a whole is authoritative. */
    trustedServices: z
      .array(z.string().regex(/^[a-z0-9.-]+\.amazonaws\.com$/, 'must be a service principal'))
      .default([]),
    /** Policy types that are enabled besides those that the landing zone has a policy of: `BACKUP_POLICY`. */
    policyTypes: z.array(z.enum(organizationPolicyTypes)).default([]),
    /**
     * Accounts directly in the root, where AWS puts each that is created or invited, and where none of the landing zone's stays. `quarantine`:
     * nobody acts in them but the deploy role and `roles.breakGlass`, until they have a file and with it an OU. Name those of an organization
     * that is adopted first. @default 'leave'
     */
    undeclaredAccounts: z.enum(['leave', 'quarantine']).default('leave'),
    /**
     * Where Amazon Q Developer in chat applications may show and do things, in every account. `told`: the workspaces of Slack and the teams of
     * Microsoft Teams that `services.notifications` tells, and no other client. `leave`: each account decides. @default 'leave'
     */
    chatClients: z.enum(['leave', 'told']).default('leave'),
    scpQuota: z.enum(Object.keys(scpQuotas) as [keyof typeof scpQuotas]).default('since-2026-05'),
    /** Service control policies that others attach to each OU, Control Tower for one: so many slots stay free. */
    reservedScpSlots: z.int().min(0).max(8).default(0),
  })
  .prefault({});

/** What a person writes in `accounts/landing-zone.ts`. */
export const settingsForm = z.strictObject({
  /** Prefix of every name that has to be unique in the world. It cannot be changed while the landing zone stands. */
  name: kebabName(20),
  /** Where organization-wide resources, log buckets and topics live. It cannot be changed while the landing zone stands. */
  homeRegion: z.string(),
  /** Every region that is governed, the home region among them; all others are denied. */
  regions: z.array(z.string()).min(1, 'must name at least the home region'),
  /** Regions that were governed and are not any more: their providers stay, so that Terraform can delete what it made there. */
  retiredRegions: z.array(z.string()).default([]),
  /**
   * The OU tree as paths; a path brings its parents with it. `{ path: 'Playground', formerly: 'Sandbox' }` renames an OU in place, with
   * all that is below it; after `landing-zone lock` the plain path is enough.
   *
   * `{ path: 'Workloads', adopt: 'ou-ab12-11112222' }` takes in an OU that exists, with `organization.adopt`. While `adopt` is written it
   * keeps the name and the tags that it has in AWS, and outlives the landing zone. The OUs above it are adopted, too.
   */
  organizationalUnits: z.array(
    z.union([
      z.string(),
      z.strictObject({
        path: z.string(),
        formerly: z.string().min(1).max(650).optional(),
        adopt: z.string().regex(unitIdPattern, 'must be the id of an OU: ou-ab12-11112222').optional(),
      }),
    ]),
  ),
  /** Where controls hold: which OUs or accounts are those of models, of workloads, of security. If your tree differs, change both. */
  places: placesForm,
  organization,
  backend: backendForm.default({ type: 'local' }),
  /**
   * Whose runs plan and apply without a key: those of HCP Terraform, GitHub Actions or GitLab. Plans read each account by a role that can
   * change nothing, applies work as `deployRole`. @default - whoever has credentials of the management account, by `deployRole` alone
   */
  identity: identityForm.optional(),
  /**
   * Version constraint of `hashicorp/aws`. One that admits v5 places resources by a provider alias per region, one of v6
   * only by the resource's own `region` argument.
   */
  awsProvider: z.string().default(testedAwsProvider),
  /**
   * The program that plans and applies, where a command of ours starts it. `--engine` and the variable `TERRAFORM_BINARY_NAME`, which
   * CDKTF's CLI reads, go before it. What is synthesized is the same.
   */
  engine: z.enum(engines).default('terraform'),
  /**
   * The role in each member account that deploys; Organizations makes it in every vended account. It cannot be changed while the landing
   * zone stands, until another role is in every account.
   */
  deployRole: matching(roleNamePattern).default('OrganizationAccountAccessRole'),
  /** `off` lets organization, accounts, log buckets and keys be destroyed: for teardown and rehearsal only. */
  protection: z.enum(['on', 'off']).default('on'),
  /** Bedrock geographies whose cross-region inference may leave the governed regions: `eu` for `eu.` profiles. */
  bedrockGeographies: z.array(z.enum(bedrockGeographies)).default([]),
  /**
   * Let application inference profiles leave the governed regions too. Their ARN does not show their geography, so whoever may
   * create one chooses it. @default false
   */
  bedrockApplicationProfiles: z.boolean().default(false),
  roles: rolesForm,
  /**
   * Which of `roles` the landing zone makes, and who may assume them. @default - none: they exist already, or come from permission sets
   */
  madeRoles: madeRolesForm,
  ai: aiForm,
  perimeter: perimeterForm,
  tagPolicy: tagPolicyForm,
  /** Tag policies of some OUs or accounts, besides `tagPolicy`. @default - none */
  tagPolicies: tagPoliciesForm,
  /** Backup policies. The first one also enables their type, and trusted access of AWS Backup. @default - none */
  backupPolicies: backupPoliciesForm,
  /** Controls that are not fully on, by id. @default - every control of `controls/` is on */
  controls: controlModes.default({}),
  logs: logsForm,
  audit: auditForm,
  /**
   * The VPC that AWS makes in each region of a new account. `close`: its security group has no rule, and its subnets give no public
   * address. Terraform cannot delete it; docs/own-packs.md says how. @default 'keep'
   */
  defaultVpcs: z.enum(defaultVpcChoices).default('keep'),
  /**
   * The Data Catalog of Glue in each governed region where no data lake has one. `encrypt`: what is added to it from then on is encrypted
   * with the key that AWS manages for Glue, which accounts beyond its own cannot use. @default 'keep'
   */
  dataCatalogs: z.enum(dataCatalogChoices).default('keep'),
  /** Alternate contacts of every account. @default - none */
  contacts: contactsForm.default({}),
  services: servicesForm,
  costs: costsForm,
  /** Tags on every resource. */
  tags: tags.default({}),
});

export type Settings = DeepReadonly<z.output<typeof settingsForm>>;
export type Backend = DeepReadonly<z.output<typeof backendForm>>;

/** What a person writes. */
export type SettingsSpec = DeepReadonly<z.input<typeof settingsForm>>;

/** The form of `accounts/landing-zone.ts`: `export default defineLandingZone({ … })`. */
export const defineLandingZone = (spec: SettingsSpec): SettingsSpec => spec;
