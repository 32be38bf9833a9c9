import type { AssociationEdgeType, Edge } from '@aws-sdk/client-sagemaker';
import type { Input, SageMakerCall, SageMakerOperations, Shape } from '../sagemaker/api';
import { invalid, notFound } from '../sagemaker/errors';
import { listPaging, mustKnow, pageOf } from './paging';
import type { Association, LineageState } from './state';
import { findVertex } from './vertices';

const types: readonly AssociationEdgeType[] = ['ContributedTo', 'AssociatedWith', 'DerivedFrom', 'Produced', 'SameAs'];

/** Associations: which entity comes from, contributes to or belongs to which. */
export const associationOperations = (state: LineageState): SageMakerOperations => ({
  AddAssociation: (call) => add(state, call),
  DeleteAssociation: (call) => {
    const { SourceArn, DestinationArn } = call.input;
    const found = state.tryAssociation(call, SourceArn, DestinationArn);
    if (!found) throw notFound(`There is no association between ${SourceArn} and ${DestinationArn}.`);
    state.dissociate(call, found);
    return { SourceArn, DestinationArn };
  },
  ListAssociations: (call) => {
    mustKnow(call, ['SourceArn', 'DestinationArn', 'AssociationType', 'MaxResults', 'NextToken']);
    const found = state.associations(call).filter((each) => isAskedFor(each, call.input));
    const { items, token } = pageOf(found.toReversed(), call.input, listPaging);
    return { AssociationSummaries: items.map(edgeOf), ...token };
  },
});

/** An association by the API's member names. */
export const edgeOf = ({ source, destination, type }: Association): Shape<Edge> => ({
  SourceArn: source,
  DestinationArn: destination,
  AssociationType: type,
});

async function add(state: LineageState, call: SageMakerCall<'AddAssociation'>) {
  const { SourceArn, DestinationArn, AssociationType: type } = call.input;
  const source = await findVertex(state, call, SourceArn);
  const destination = await findVertex(state, call, DestinationArn);
  // A maintainer in aws/sagemaker-experiments#157.
  if (source.lineageType === 'TrialComponent' && destination.lineageType === 'TrialComponent')
    throw invalid('An association between two experiment entities is not allowed.');
  if (type !== undefined && !types.includes(type))
    throw invalid(`Value '${type}' at 'AssociationType' must satisfy enum value set: [${types.join(', ')}]`);
  if (state.tryAssociation(call, source.arn, destination.arn))
    throw invalid(`An association between ${SourceArn} and ${DestinationArn} already exists.`);
  state.associate(call, { source: source.arn, destination: destination.arn, type });
  return { SourceArn, DestinationArn };
}

const isAskedFor = (
  { source, destination, type }: Association,
  { SourceArn = source, DestinationArn = destination, AssociationType = type }: Input<'ListAssociations'>,
): boolean => source === SourceArn && destination === DestinationArn && type === AssociationType;
