import { BedrockGuardrail } from '@cdktf/provider-aws/lib/bedrock-guardrail';
import { BedrockGuardrailVersion } from '@cdktf/provider-aws/lib/bedrock-guardrail-version';
import type { Construct } from 'constructs';
import type { Statement } from '../../policy/iam/statement';
import type { Guardrail } from '../../schema/forms/ai/guardrail';
import { digestOf } from '../../schema/text';
import { LandingZoneStack } from '../kernel/landing-zone-stack';
import { Part } from '../kernel/part';
import { EncryptionKey } from './encryption-key';
import { guardrailPolicies } from './guardrail-policies';

/** A guardrail as an application names it in a call. */
export interface PublishedGuardrail {
  readonly id: string;
  readonly arn: string;
  /** The numbered version of what the file says now. */
  readonly version: string;
}

export interface GuardrailsProps {
  readonly guardrails: readonly Guardrail[];
  /** Where they are, unless a guardrail names fewer. */
  readonly regions: readonly string[];
  /** Who may use their keys besides the account's own IAM policies. @default - nobody */
  readonly keyStatements?: readonly Statement[];
}

/** Each guardrail, and a version of it, in its regions. */
export class Guardrails extends Part {
  /** By `<region>/<name>`. */
  readonly guardrails: Readonly<Record<string, PublishedGuardrail>>;
  /** By region. */
  readonly keyArns: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { guardrails, regions: governed, keyStatements }: GuardrailsProps) {
    super(scope, id);
    const keyArns: Record<string, string> = {};
    const made: Record<string, PublishedGuardrail> = {};
    for (const region of governed)
      for (const guardrail of guardrails.filter(({ regions }) => regions?.includes(region) ?? true)) {
        keyArns[region] ??= this.makeKey(region, keyStatements);
        made[`${region}/${guardrail.name}`] = this.makeGuardrail(region, guardrail, keyArns[region]);
      }
    this.guardrails = made;
    this.keyArns = keyArns;
  }

  /** Whoever makes a guardrail or calls through one uses the key by their own IAM policies (Bedrock User Guide, guardrails-permissions-kms). */
  private makeKey(region: string, statements: GuardrailsProps['keyStatements']): string {
    const { zone, here } = LandingZoneStack.of(this);
    return new EncryptionKey(this, `guardrails-key-${region}`, {
      placement: here.in(region),
      alias: `${zone.name}-guardrails`,
      description: 'Guardrails of Bedrock',
      statements,
    }).arn;
  }

  private makeGuardrail(region: string, guardrail: Guardrail, kmsKeyArn: string): PublishedGuardrail {
    const { name, description, blockedInputMessage, blockedOutputMessage } = guardrail;
    const placement = LandingZoneStack.of(this).here.in(region);
    const configuration = {
      name,
      // AWS provider 5.100 fails after the creation of one without: its value stays unknown.
      description: description ?? name,
      blockedInputMessaging: blockedInputMessage,
      blockedOutputsMessaging: blockedOutputMessage,
      ...guardrailPolicies(guardrail),
    };
    const draft = new BedrockGuardrail(this, `guardrail-${name}-${region}`, {
      ...placement,
      ...configuration,
      kmsKeyArn,
    });
    const version = new BedrockGuardrailVersion(this, `guardrail-${name}-${region}-version`, {
      ...placement,
      guardrailArn: draft.guardrailArn,
      // A version never changes. Another description is another version, and it is another one with each change of the draft.
      description: `Configuration ${digestOf(JSON.stringify(configuration), 12)}`,
      // Applications pin a version: it outlives its successor, until the guardrail itself goes.
      skipDestroy: true,
    });
    return { id: draft.guardrailId, arn: draft.guardrailArn, version: version.version };
  }
}
