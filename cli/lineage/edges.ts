import type { Workload } from '../../schema/forms/ai';
import type { Reference, ReferenceKind } from './reference';

/** An association to be, from what came first to what came of it. */
export interface Edge {
  readonly from: Reference;
  readonly to: Reference;
  readonly type: EdgeType;
}

/** The types of associations that are recorded. Source: SageMaker API Reference, AddAssociation, which suggests their use. */
export const edgeTypes = ['ContributedTo', 'AssociatedWith', 'DerivedFrom', 'Produced'] as const;

export type EdgeType = (typeof edgeTypes)[number];

const usual: Readonly<Partial<Record<ReferenceKind, Partial<Record<ReferenceKind, EdgeType>>>>> = {
  dataset: {
    dataset: 'DerivedFrom',
    'training-job': 'ContributedTo',
    model: 'ContributedTo',
    project: 'AssociatedWith',
  },
  'training-job': { model: 'Produced', project: 'AssociatedWith' },
  model: { model: 'DerivedFrom', endpoint: 'AssociatedWith', project: 'AssociatedWith' },
  endpoint: { project: 'AssociatedWith' },
};

/** The type that an edge between two kinds has; undefined where none leads from the one to the other. */
export const tryEdgeType = (from: ReferenceKind, to: ReferenceKind): EdgeType | undefined => usual[from]?.[to];

/** What one training is about. */
export interface Training {
  readonly datasets: readonly Reference[];
  readonly job?: Reference;
  readonly model?: Reference;
  readonly endpoint?: Reference;
}

/** The edges of one training: datasets to job to model to endpoint; without the job, datasets to model. */
export function edgesOfTraining({ datasets, job, model, endpoint }: Training): Edge[] {
  const trained = job ?? model;
  return [
    ...(trained ? datasets.flatMap((dataset) => edgeBetween(dataset, trained)) : []),
    ...(job && model ? edgeBetween(job, model) : []),
    ...(model && endpoint ? edgeBetween(model, endpoint) : []),
  ];
}

/** The edges that the account's file declares: datasets to those derived from them, and to their projects. */
export function declaredEdges({ datasets, projects }: NonNullable<Workload['lineage']>): Edge[] {
  const dataset = (name: string): Reference => ({ kind: 'dataset', name });
  return [
    ...datasets.flatMap(({ name, derivedFrom }) =>
      derivedFrom.flatMap((origin) => edgeBetween(dataset(origin), dataset(name))),
    ),
    ...projects.flatMap((project) =>
      project.datasets.flatMap((name) => edgeBetween(dataset(name), { kind: 'project', name: project.name })),
    ),
  ];
}

function edgeBetween(from: Reference, to: Reference): Edge[] {
  const type = tryEdgeType(from.kind, to.kind);
  return type ? [{ from, to, type }] : [];
}
