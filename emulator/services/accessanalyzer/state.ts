import { Store } from '../../toolkit/store';
import type { Call, Json } from '../../toolkit/untyped';
import type { World } from '../../world';
import { notFound } from './errors';

/** The service principal of trusted access and of the delegated administrator. */
export const PRINCIPAL = 'access-analyzer.amazonaws.com';

/** One fixed time for every timestamp, so that two runs answer alike. */
export const TIMESTAMP = '2025-01-01T00:00:00.000Z';

const TYPES = [
  'ACCOUNT',
  'ORGANIZATION',
  'ACCOUNT_UNUSED_ACCESS',
  'ORGANIZATION_UNUSED_ACCESS',
  'ACCOUNT_INTERNAL_ACCESS',
  'ORGANIZATION_INTERNAL_ACCESS',
] as const;

/** What an analyzer looks for, and whether in one account or in the whole organization. */
export type AnalyzerType = (typeof TYPES)[number];

export interface Analyzer {
  readonly name: string;
  readonly account: string;
  readonly arn: string;
  readonly type: AnalyzerType;
  configuration: Json | undefined;
  readonly tags: Record<string, string>;
  /** The filter of each archive rule, by the rule's name. */
  readonly archiveRules: Map<string, Json>;
}

/** What IAM Access Analyzer knows. */
export class AccessAnalyzerState {
  /** By account, region and name. */
  readonly analyzers = new Store<Analyzer>();

  constructor(readonly world: World) {}

  /** The analyzer of the caller that the path names. */
  findAnalyzer({ account, region, input }: Call): Analyzer {
    const analyzer = this.analyzers.get(account, region, input.analyzerName);
    if (analyzer === undefined) throw notFound('Analyzer', input.analyzerName);
    return analyzer;
  }

  /** The analyzer of the caller that the ARN names. */
  findByArn({ account, region }: Call, arn: string): Analyzer {
    const analyzer = this.analyzers.list(account, region).find((one) => one.arn === arn);
    if (analyzer === undefined) throw notFound('Analyzer', arn);
    return analyzer;
  }
}

/** The type of that name, if there is one. */
export function typeOf(name: unknown): AnalyzerType | undefined {
  return TYPES.find((type) => type === name);
}

/** Whether an analyzer of the type looks at the whole organization. */
export function isOrganizational(type: AnalyzerType): boolean {
  return type.startsWith('ORGANIZATION');
}
