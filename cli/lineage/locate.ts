import {
  DescribeEndpointCommand,
  DescribeModelPackageCommand,
  ListArtifactsCommand,
  ListContextsCommand,
  ListTrialComponentsCommand,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { stackNames } from '../../schema/facts/stack-names';
import type { LandingZone } from '../../schema/landing-zone';
import { useOneOf } from '../../schema/problems/problem';
import { datasetUri, spellingsOf } from './dataset-uri';
import type { Located, NewArtifact } from './located';
import type { Reference } from './reference';
import type { LineageScope } from './scope';

/** Looks lineage up by source URI, which is what keeps a second run, and what SageMaker records by itself, from being doubled. */
export class Locator {
  constructor(
    private readonly client: SageMakerClient,
    private readonly zone: LandingZone,
    private readonly scope: LineageScope,
  ) {}

  /** Reads, and changes nothing. */
  locate({ kind, name }: Reference): Promise<Located> {
    switch (kind) {
      case 'dataset':
        return this.dataset(name);
      case 'training-job':
        return this.trainingJob(name);
      case 'model':
        return this.model(name);
      case 'endpoint':
        return this.endpoint(name);
      case 'project':
        return this.project(name);
    }
  }

  private async dataset(name: string): Promise<Located> {
    if (name.startsWith('s3://')) return this.artifact(spellingsOf(name), { ArtifactType: 'DataSet' });
    const { account } = this.scope;
    const datasets = account.ai.lineage?.datasets ?? [];
    const declared = datasets.find((each) => each.name === name);
    if (!declared) {
      const names = datasets.map((each) => each.name);
      return { state: 'unknown', rule: `is not a dataset of ${account.file}`, fix: useOneOf(name, names) };
    }
    const { prefix, description, classification = account.ai.dataClassification } = declared;
    const found = await this.artifact(spellingsOf(datasetUri(this.zone, this.scope, prefix)), {
      ArtifactName: name,
      ArtifactType: 'DataSet',
      Properties: { description, 'data-classification': classification },
    });
    return found.state !== 'found' && declared.artifact === 'create' ? this.notDeployed() : found;
  }

  /** A SageMaker job has a trial component from its beginning, which cannot be made by hand. */
  private async trainingJob(arn: string): Promise<Located> {
    const { TrialComponentSummaries = [] } = await this.client.send(new ListTrialComponentsCommand({ SourceArn: arn }));
    const found = TrialComponentSummaries[0]?.TrialComponentArn;
    return found
      ? { state: 'found', arn: found }
      : {
          state: 'unknown',
          rule: 'SageMaker has no trial component of it in this account and region',
          fix: 'record it where it ran',
        };
  }

  private async model(name: string): Promise<Located> {
    const { region, accountId } = this.scope;
    const arn = name.startsWith('arn:') ? name : `arn:aws:sagemaker:${region}:${accountId}:model-package/${name}`;
    return this.ifThere(
      async () => (await this.client.send(new DescribeModelPackageCommand({ ModelPackageName: arn }))).ModelPackageArn,
      (uri) => this.artifact([uri], { ArtifactType: 'Model' }),
    );
  }

  private async endpoint(name: string): Promise<Located> {
    return this.ifThere(
      async () => (await this.client.send(new DescribeEndpointCommand({ EndpointName: name }))).EndpointArn,
      async (SourceUri) => {
        const { ContextSummaries = [] } = await this.client.send(new ListContextsCommand({ SourceUri }));
        const arn = ContextSummaries[0]?.ContextArn;
        const create = { ContextName: `${name}-endpoint`, ContextType: 'Endpoint', Source: { SourceUri } };
        return arn ? { state: 'found', arn } : { state: 'context to be', create };
      },
    );
  }

  private async project(name: string): Promise<Located> {
    const { account } = this.scope;
    const projects = account.ai.lineage?.projects ?? [];
    const declared = projects.find((each) => each.name === name);
    if (!declared) {
      const names = projects.map((each) => each.name);
      return { state: 'unknown', rule: `is not a project of ${account.file}`, fix: useOneOf(name, names) };
    }
    const { ContextSummaries = [] } = await this.client.send(new ListContextsCommand({ SourceUri: declared.page }));
    const arn = ContextSummaries.find(({ ContextName }) => ContextName === name)?.ContextArn;
    return arn ? { state: 'found', arn } : this.notDeployed();
  }

  private async artifact(uris: readonly string[], create: Omit<NewArtifact, 'Source'>): Promise<Located> {
    for (const SourceUri of uris) {
      const { ArtifactSummaries = [] } = await this.client.send(new ListArtifactsCommand({ SourceUri }));
      const arn = ArtifactSummaries[0]?.ArtifactArn;
      if (arn) return { state: 'found', arn };
    }
    return { state: 'artifact to be', create: { ...create, Source: { SourceUri: uris[0] ?? '' } } };
  }

  /** What AWS says against the thing itself is said of the reference; a name with a typing error must not become an entity. */
  private async ifThere(
    describe: () => Promise<string | undefined>,
    then: (arn: string) => Promise<Located>,
  ): Promise<Located> {
    let arn: string | undefined;
    try {
      arn = await describe();
    } catch (error) {
      const { name, message } = error as Error;
      if (!refusals.includes(name)) throw error;
      return { state: 'unknown', rule: message, fix: 'name one that this account can describe' };
    }
    return then(arn ?? '');
  }

  private notDeployed(): Located {
    const stack = stackNames.ai(this.scope.account);
    return { state: 'unknown', rule: `is in the account's file and not in SageMaker`, fix: `deploy ${stack} first` };
  }
}

const refusals = ['ValidationException', 'ResourceNotFound', 'AccessDeniedException'];
