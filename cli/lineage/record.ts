import {
  AddAssociationCommand,
  CreateArtifactCommand,
  CreateContextCommand,
  ListAssociationsCommand,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { refuse } from '../kit/invalid-request';
import type { Edge } from './edges';
import type { Locator } from './locate';
import type { Located } from './located';
import { describeReference, type Reference } from './reference';

/** What became of one thing or one edge. */
export interface Change {
  /** `dataset:clinical-notes`, or `dataset:clinical-notes -> model:triage-classifier/3 (ContributedTo)` */
  readonly what: string;
  readonly outcome: 'unchanged' | 'recorded' | 'would be recorded';
}

interface End {
  readonly reference: Reference;
  readonly located: Located;
}

/** Writes what is missing of lineage, one call after the other, because SageMaker throttles the writes of lineage early. */
export class Recorder {
  /** ARNs by what the references say, and by source URI: two references may mean one thing. */
  private readonly arns = new Map<string, string>();

  /** @param dryRun look, and write nothing */
  constructor(
    private readonly client: SageMakerClient,
    private readonly locator: Locator,
    private readonly dryRun: boolean,
  ) {}

  /**
   * Records what is missing of the edges, and of the things between which they are. Doing it twice changes nothing.
   *
   * @throws Error with every end that SageMaker does not know, before anything is written
   */
  async record(edges: readonly Edge[]): Promise<readonly Change[]> {
    const unique = uniqueBy(edges, ({ from, to }) => `${describeReference(from)} ${describeReference(to)}`);
    const references = uniqueBy(
      unique.flatMap(({ from, to }) => [from, to]),
      describeReference,
    );
    const ends: End[] = [];
    for (const reference of references) ends.push({ reference, located: await this.locator.locate(reference) });
    refuse(
      ends.flatMap(({ reference: { kind, name }, located }) =>
        located.state === 'unknown'
          ? [{ file: 'SageMaker', field: kind, value: name, rule: located.rule, fix: located.fix }]
          : [],
      ),
    );
    const changes: Change[] = [];
    for (const end of ends) changes.push(await this.recordEnd(end));
    for (const edge of unique) changes.push(await this.recordEdge(edge));
    return changes;
  }

  private get written(): Change['outcome'] {
    return this.dryRun ? 'would be recorded' : 'recorded';
  }

  private async recordEnd({ reference, located }: End): Promise<Change> {
    const what = describeReference(reference);
    const uri = 'create' in located ? located.create.Source.SourceUri : undefined;
    const known = located.state === 'found' ? located.arn : this.arns.get(uri ?? '');
    const arn = known ?? (this.dryRun ? undefined : await this.create(located));
    for (const key of [what, uri]) if (arn && key) this.arns.set(key, arn);
    return { what, outcome: known ? 'unchanged' : this.written };
  }

  private async create(located: Located): Promise<string | undefined> {
    if (located.state === 'artifact to be')
      return (await this.client.send(new CreateArtifactCommand(located.create))).ArtifactArn;
    if (located.state === 'context to be')
      return (await this.client.send(new CreateContextCommand(located.create))).ContextArn;
    return undefined;
  }

  private async recordEdge({ from, to, type }: Edge): Promise<Change> {
    const SourceArn = this.arns.get(describeReference(from));
    const DestinationArn = this.arns.get(describeReference(to));
    const there = SourceArn && DestinationArn ? await this.tryAssociation(SourceArn, DestinationArn) : undefined;
    if (!there && !this.dryRun)
      await this.client.send(new AddAssociationCommand({ SourceArn, DestinationArn, AssociationType: type }));
    return {
      what: `${describeReference(from)} -> ${describeReference(to)} (${there ?? type})`,
      outcome: there ? 'unchanged' : this.written,
    };
  }

  /** The type of the association between the two, whoever made it; undefined where there is none. */
  private async tryAssociation(SourceArn: string, DestinationArn: string): Promise<string | undefined> {
    const { AssociationSummaries = [] } = await this.client.send(
      new ListAssociationsCommand({ SourceArn, DestinationArn }),
    );
    const [first] = AssociationSummaries;
    return first && (first.AssociationType ?? 'no type');
  }
}

const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];
