import type { AnalyzerConfiguration, Criterion, Type } from '@aws-sdk/client-accessanalyzer';
import type { Scope } from '../../toolkit/call';
import { Store } from '../../toolkit/store';
import type { Tags } from '../../toolkit/tags';
import type { World } from '../../world';
import type { Shape } from './api';
import { notFound } from './errors';

/** The service principal of trusted access and of the delegated administrator. */
export const servicePrincipal = 'access-analyzer.amazonaws.com';

/** What an archive rule looks for, by the property of a finding. */
export type Filter = Readonly<Record<string, Shape<Criterion>>>;

/** A rule that archives the findings that its filter matches. */
export interface ArchiveRule {
  readonly filter: Filter;
  readonly created: string;
  readonly updated: string;
}

/** What looks at an account or at the whole organization, from one region. */
export interface Analyzer {
  readonly name: string;
  readonly account: string;
  readonly arn: string;
  readonly type: Type;
  readonly created: string;
  configuration: Shape<AnalyzerConfiguration> | undefined;
  readonly tags: Tags;
  /** By name. */
  readonly archiveRules: Map<string, ArchiveRule>;
}

/** What IAM Access Analyzer knows. */
export class AccessAnalyzerState {
  /** By account, region and name. */
  readonly analyzers = new Store<Analyzer>();

  constructor(readonly world: World) {}

  /** The analyzer of the caller that has the name. */
  findAnalyzer({ account, region }: Scope, name: string | undefined): Analyzer {
    const analyzer = this.analyzers.get(account, region, name ?? '');
    if (analyzer === undefined) throw notFound('Analyzer', name);
    return analyzer;
  }

  /** The analyzer of the caller that has the ARN. */
  findByArn({ account, region }: Scope, arn: string | undefined): Analyzer {
    const analyzer = this.analyzers.list(account, region).find((one) => one.arn === arn);
    if (analyzer === undefined) throw notFound('Analyzer', arn);
    return analyzer;
  }
}

/** Whether an analyzer of the type looks at the whole organization. */
export const isOrganizational = (type: Type): boolean => type.startsWith('ORGANIZATION');

/** Whether an analyzer of the type looks for access from outside. */
export const isExternal = (type: Type): boolean => type === 'ACCOUNT' || type === 'ORGANIZATION';
