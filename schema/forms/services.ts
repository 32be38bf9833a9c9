import { z } from 'zod';
import { resourceTypePattern } from '../facts/patterns';
import { configFrequencies, findingPublishingFrequencies } from '../facts/schedules';
import { securityStandards } from '../facts/security-standards';
import type { DeepReadonly } from './deep-readonly';
import { macieForm } from './macie';
import { notificationsForm } from './notifications';
import { matching } from './text';

/** GuardDuty protection plans that provider 5.100 and 6.25 can set, by the API's names (`DetectorFeature`). */
export const guardDutyFeatures = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'RUNTIME_MONITORING',
  'LAMBDA_NETWORK_LOGS',
] as const;

/** Agents that GuardDuty manages under `RUNTIME_MONITORING`, by the API's names. */
export const runtimeAgents = ['EKS_ADDON_MANAGEMENT', 'ECS_FARGATE_AGENT_MANAGEMENT', 'EC2_AGENT_MANAGEMENT'] as const;

const guardDuty = z
  .strictObject({
    /** Off where others have it: neither detectors nor members are made. AWS leaves GuardDuty on in accounts that were members. */
    enabled: z.boolean().default(true),
    /**
     * Plans that are on; every other plan is switched off explicitly. Each is paid for what it looks at, so it costs nothing where there is
     * no such thing, and Security Hub asks for each (GuardDuty.5, .6 and .8 to .11). @default - all but RUNTIME_MONITORING, which sees
     * nothing without agents; Security Hub does not ask for it then
     */
    features: z
      .array(z.enum(guardDutyFeatures))
      .default(guardDutyFeatures.filter((feature) => feature !== 'RUNTIME_MONITORING')),
    /** Agents that GuardDuty installs by itself; they need RUNTIME_MONITORING. Security Hub asks for no other (GuardDuty.7, .12, .13). */
    runtimeAgents: z.array(z.enum(runtimeAgents)).default([]),
    /** How often updates of a finding are published. AWS's default is SIX_HOURS. */
    findingPublishingFrequency: z.enum(findingPublishingFrequencies).default('FIFTEEN_MINUTES'),
  })
  .prefault({});

const securityHub = z
  .strictObject({
    /**
     * `'ending'` keeps hubs and central configuration and has no policy: every account keeps its settings, and is self-managed. `false`
     * where others have it: nothing of it is made. What stands is `'ending'` first, because AWS stops no central configuration that has
     * policies. Source: Security Hub User Guide, stop-central-configuration. @default true
     */
    enabled: z.literal([true, 'ending', false]).default(true),
    /**
     * What every account is checked against. @default ['ai-security-best-practices/v/1.0.0',
     * 'aws-foundational-security-best-practices/v/1.0.0', 'nist-800-53/v/5.0.0']
     */
    standards: z
      .array(z.enum(securityStandards))
      .default([
        'ai-security-best-practices/v/1.0.0',
        'aws-foundational-security-best-practices/v/1.0.0',
        'nist-800-53/v/5.0.0',
      ]),
    /** Checks of these standards that are switched off in every account: what deviates on purpose. @default - those of plans and agents that GuardDuty is written without */
    disabledControls: z
      .array(
        z.strictObject({
          /** As Security Hub writes it: `EC2.10`. */
          id: matching({
            regex: /^[A-Za-z0-9]+\.[0-9]+$/,
            rule: 'must be the id of a control of Security Hub: EC2.10',
          }),
          /** Why it does not fit, for the auditor. At most 512 characters. */
          reason: z.string().min(1, 'must say why').max(512),
        }),
      )
      .default([]),
  })
  .prefault({});

const config = z
  .strictObject({
    /** Off where others record, Control Tower for one: AWS takes one recorder per account and region, and rules and packs need it. */
    enabled: z.boolean().default(true),
    /** DAILY costs less and sees less: change-triggered rules run once a day. */
    recordingFrequency: z.enum(['CONTINUOUS', 'DAILY']).default('CONTINUOUS'),
    /**
     * Types that are not recorded, `AWS::EC2::NetworkInterface`; everything else is. Each record is billed, and one of compliance is made
     * whenever any rule changes its mind about any resource; rules, packs and the aggregator know it without one. Name
     * `AWS::Config::ResourceCompliance` again in a list of your own, unless you want the timeline of compliance.
     * @default ['AWS::Config::ResourceCompliance']
     */
    excludedResourceTypes: z.array(matching(resourceTypePattern)).default(['AWS::Config::ResourceCompliance']),
    /** Keys that SageMaker endpoints may encrypt with. @default - any customer managed key */
    sagemakerEndpointKmsKeyArns: z.array(z.string().regex(/^arn:aws:kms:/, 'must be the ARN of a KMS key')).default([]),
    snapshotFrequency: z.enum(configFrequencies).default('TwentyFour_Hours'),
    /**
     * With what CloudWatch Logs encrypts the log of the function behind custom rules, which names resources and shows no content: a key that
     * AWS owns, or one of each account and region, at a dollar a month each. Going back makes what is in the log unreadable after 30 days.
     */
    functionLogKey: z.enum(['aws-owned', 'customer-managed']).default('aws-owned'),
  })
  .prefault({});

/**
 * How EC2 is set in every account. A declarative policy at the root says so: no account changes what it says, and each has its own
 * settings back once the policy is gone. In an account outside the organization the same is set by its own API.
 */
const ec2 = z
  .strictObject({
    /**
     * Machine images: `block-new-sharing` lets nobody share one with everybody, and those that are public stay so. `not-set` leaves it
     * to each account.
     */
    imageSharing: z.enum(['block-new-sharing', 'unblocked', 'not-set']).default('block-new-sharing'),
    /** EBS snapshots: `block-all-sharing` also makes private what is public. `not-set` leaves it to each account. */
    snapshotSharing: z
      .enum(['block-all-sharing', 'block-new-sharing', 'unblocked', 'not-set'])
      .default('block-all-sharing'),
    /**
     * Tokens of the metadata service, for new instances whose launch does not say: `required` is IMDSv2 alone, with two hops, which
     * containers need. `not-set` leaves it to the image and to each account.
     */
    metadataTokens: z.enum(['required', 'optional', 'not-set']).default('required'),
  })
  .prefault({});

const cloudTrail = z
  .strictObject({
    /** One trail for the management events of every account. Off: each account's own trail records them too. */
    organizationTrail: z.boolean().default(true),
  })
  .prefault({});

const accessAnalyzer = z
  .strictObject({
    /** Off where others have it: no analyzer is made. */
    enabled: z.boolean().default(true),
    /** Report roles and keys unused for so many days; AWS bills it per role and month. @default - not analysed */
    unusedAccessDays: z.int().min(1).max(365).optional(),
    /**
     * Make an analyzer of the management account alone; off where it has one, since AWS allows one. Its first one brings the
     * service-linked role that analyzers of the organization need. @default true
     */
    managementAnalyzer: z.boolean().default(true),
  })
  .prefault({});

/** The security services, each with the choices a person may make. */
export const servicesForm = z.strictObject({
  guardDuty,
  macie: macieForm,
  securityHub,
  config,
  ec2,
  cloudTrail,
  accessAnalyzer,
  notifications: notificationsForm,
});

/** Services that can be left to others. A control that `needs` one says so where it is off. */
export const switchedServices = [
  'accessAnalyzer',
  'config',
  'guardDuty',
  'macie',
  'organizationTrail',
  'securityHub',
] as const;

export type SwitchedService = (typeof switchedServices)[number];

type Services = DeepReadonly<z.output<typeof servicesForm>>;

/** Whether the landing zone has the service, and does not leave it to others. */
export const isOn = ({ cloudTrail, ...services }: Services, service: SwitchedService): boolean =>
  service === 'organizationTrail' ? cloudTrail.organizationTrail : services[service].enabled !== false;
