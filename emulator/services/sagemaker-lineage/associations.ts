import type { Call, Handler, Json } from '../../toolkit/untyped';
import { invalid, notFound } from '../sagemaker/errors';
import type { LineageEntities } from './lineage-entities';
import { mustKnow, pageOf } from './page';
import type { LineageState } from './state';

const types = ['ContributedTo', 'AssociatedWith', 'DerivedFrom', 'Produced', 'SameAs'];

/** Add, Delete and List of associations. */
export function associationOperations(state: LineageState, entities: LineageEntities): Record<string, Handler> {
  return {
    AddAssociation: async (call) => {
      const { SourceArn: source, DestinationArn: destination, AssociationType: type } = call.input;
      const [from, to] = [await entities.find(call, source), await entities.find(call, destination)];
      // A maintainer in aws/sagemaker-experiments#157.
      if (from.lineageType === 'TrialComponent' && to.lineageType === 'TrialComponent')
        throw invalid('An association between two experiment entities is not allowed.');
      if (type !== undefined && !types.includes(type))
        throw invalid(`Value '${type}' at 'AssociationType' must satisfy enum value set: [${types.join(', ')}]`);
      if (state.tryAssociation(call, source, destination))
        throw invalid(`An association between ${source} and ${destination} already exists.`);
      state.associate(call, { source, destination, type });
      return ends(call);
    },
    DeleteAssociation: (call) => {
      const { SourceArn: source, DestinationArn: destination } = call.input;
      const found = state.tryAssociation(call, source, destination);
      if (!found) throw notFound(`There is no association between ${source} and ${destination}.`);
      state.dissociate(call, found);
      return ends(call);
    },
    ListAssociations: (call) => {
      mustKnow(call, ['SourceArn', 'DestinationArn', 'AssociationType', 'MaxResults', 'NextToken']);
      const { SourceArn, DestinationArn, AssociationType } = call.input;
      const found = state
        .associations(call)
        .filter(({ source }) => SourceArn === undefined || source === SourceArn)
        .filter(({ destination }) => DestinationArn === undefined || destination === DestinationArn)
        .filter(({ type }) => AssociationType === undefined || type === AssociationType);
      const { items, next } = pageOf(found.toReversed(), call.input, { most: 100, usual: 10 });
      return { AssociationSummaries: items.map((each) => associationMembers(each)), ...next };
    },
  };
}

/** An association by the API's member names. */
export const associationMembers = ({
  source,
  destination,
  type,
}: ReturnType<LineageState['associations']>[number]): Json => ({
  SourceArn: source,
  DestinationArn: destination,
  AssociationType: type,
});

const ends = ({ input: { SourceArn, DestinationArn } }: Call): Json => ({ SourceArn, DestinationArn });
