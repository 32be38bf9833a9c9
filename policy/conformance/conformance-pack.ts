import type { DetectiveRule, Remediation, Where } from '../../schema/forms/control';
import type { Account } from '../../schema/landing-zone';

/** A Config rule that controls ask for. */
export interface PackRule {
  /** Name of the Config rule, which is the id of a control. */
  readonly name: string;
  /** Ids of every control that it detects for, sorted; its name is one of them. */
  readonly controls: readonly string[];
  /** At most 256 characters. */
  readonly description: string;
  readonly source: DetectiveRule;
  /** What is done to a resource that it reports. @default - somebody is told */
  readonly remediation?: Remediation;
  readonly where: Where;
  /** Governed regions that it runs in, the home region first. */
  readonly regions: readonly string[];
}

/** A conformance pack of the organization, in one region. */
export interface ConformancePack {
  /** `acme-ai-workloads-1`: at most 128 letters, digits and hyphens. A rule is in the pack of this name in each of its regions. */
  readonly name: string;
  readonly region: string;
  /** Where it lands: active accounts that are active in the region. At least one. */
  readonly accounts: readonly Account[];
  /** All other accounts of the organization. */
  readonly excluded: readonly Account[];
  /** In the order of their names. At least one. */
  readonly rules: readonly PackRule[];
  /** Values of the parameters that the template declares, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** One line of JSON, which is YAML. At most 51,200 bytes. */
  readonly template: string;
}
