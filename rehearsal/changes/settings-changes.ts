import { adds, type Rows, refused, to, unrehearsed, words } from './change';
import { governanceChanges } from './governance-changes';
import { hcpChanges, identityChanges } from './identity-changes';
import { servicesChanges } from './services-changes';
import { retired, twoRegions } from './small-zone';

const backendWhy =
  'a rehearsal keeps its state below its own folder; `terraform init -migrate-state` moves state, and no resource';

/** Several rows share these writes, so that they go in one batch: another region comes, is retired, and goes. */
const secondRegion = [twoRegions, { leaving: [{ 'settings.regions': twoRegions }, retired] }] as const;

/**
 * A row for each field of `accounts/landing-zone.ts`, in the order of the form. A new field gets a line here: `'logs.newField': to(7)`.
 * `to` and `adds` are applied to what stands and taken back; `words` changes no stack; `refused` is what `synth` does not let through.
 * What is lost on the way is announced in `loses`; what a change itself makes goes again without a word. A test names fields without a
 * row. Below: `at` where it is written elsewhere than at the field, `also` what has to be written with it.
 */
export const settingsChanges: Rows = {
  name: refused('other', 'build a landing zone of that name'),
  homeRegion: refused('eu-west-1', 'AWS moves none of them', {
    also: { 'settings.regions': ['eu-central-1', 'eu-west-1'] },
  }),
  regions: to(...secondRegion),
  retiredRegions: adds('eu-west-2'),
  backend: unrehearsed(backendWhy),
  'backend(s3).bucket': unrehearsed(backendWhy),
  'backend(s3).region': unrehearsed(backendWhy),
  'backend(s3).prefix': unrehearsed(backendWhy),
  'backend(s3).kmsKeyId': unrehearsed(backendWhy),
  ...hcpChanges,
  ...identityChanges,
  awsProvider: unrehearsed(
    'a rehearsal has the one version of the provider that is at hand; docs/provider.md says how it is changed',
  ),
  engine: words('tofu'),
  deployRole: refused('AWSControlTowerExecution', 'make the new role in every member account first'),
  protection: to('off', { alone: true }),
  bedrockGeographies: to(['eu']),
  bedrockApplicationProfiles: to(true),
  'logs.retentionDays': to(3_000),
  'logs.archiveAfterDays': to(200),
  'logs.objectLock': to({ mode: 'GOVERNANCE', days: 30 }),
  'logs.objectLock.mode': to({ mode: 'COMPLIANCE', days: 30 }, { at: 'settings.logs.objectLock' }),
  'logs.objectLock.days': to({ mode: 'GOVERNANCE', days: 60 }, { at: 'settings.logs.objectLock' }),
  'audit.readers': to(['Auditor', 'Inspector']),
  'audit.since': to('2025-06-30'),
  'audit.everyRegion': to(true),
  'audit.closedAccounts': to({ 'old-models': '444455556666' }),
  'audit.scanLimitGigabytes': to(100),
  'audit.resultRetentionDays': to(14),
  tags: to({ 'managed-by': 'landing-zone', 'cost-center': '4711' }),
  ...governanceChanges,
  dataCatalogs: to('encrypt'),
  defaultVpcs: to('close'),
  'contacts.billing': to(undefined, { loses: ['account-*/aws_account_alternate_contact.contact-billing'] }),
  'contacts.billing.name': to('Second team'),
  'contacts.billing.title': to('Duty'),
  'contacts.billing.email': to('second@example.com'),
  'contacts.billing.phone': to('+49 30 5550199'),
  'contacts.operations': to(undefined, { loses: ['account-*/aws_account_alternate_contact.contact-operations'] }),
  'contacts.operations.name': to('Second team'),
  'contacts.operations.title': to('Duty'),
  'contacts.operations.email': to('second@example.com'),
  'contacts.operations.phone': to('+49 30 5550199'),
  'contacts.security': to(undefined, { loses: ['account-*/aws_account_alternate_contact.contact-security'] }),
  'contacts.security.name': to('Second team'),
  'contacts.security.title': to('Duty'),
  'contacts.security.email': to('second@example.com'),
  'contacts.security.phone': to('+49 30 5550199'),
  ...servicesChanges,
};
