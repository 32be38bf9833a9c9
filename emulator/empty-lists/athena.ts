import type { EmptyLists } from './empty-list';

/** Source: botocore's model athena/2017-05-18. */
export const athena: EmptyLists = {
  ListCapacityReservations: ['CapacityReservations', 'CreateCapacityReservation'],
  ListQueryExecutions: ['QueryExecutionIds', 'StartQueryExecution'],
};
