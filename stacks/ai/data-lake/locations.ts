import { LakeformationResource } from '@cdktf/provider-aws/lib/lakeformation-resource';
import type { DataLake } from '../../../schema/forms/ai/data-lake';
import { databasePrefix } from '../../../schema/forms/ai/data-lake-view';
import { ServiceRole } from '../../parts/service-role';
import type { AiContext } from '../context';
import { locationRole, readObjects } from './objects';

/**
 * Registers the folder of each database, with a role that reads these folders and nothing else. Not the service-linked role: a location
 * cannot leave it later, and it has no permission on our key.
 */
export function registerLocations(context: AiContext, lake: DataLake): LakeformationResource[] {
  const { stack, zone, here, training } = context;
  const role = new ServiceRole(stack, 'data-lake-role', {
    place: here.home,
    name: locationRole(zone),
    description: 'Lets Lake Formation read the folders of the data lake',
    service: 'lakeformation.amazonaws.com',
    accountId: here.accountId,
    statements: readObjects(context, lake),
  });
  return lake.databases.map(
    (database) =>
      new LakeformationResource(stack, `lake-location-${database.name}`, {
        ...here.home,
        arn: `${training.bucket.arn}/${databasePrefix(database).slice(0, -1)}`,
        roleArn: role.arn,
        // In hybrid mode IAM would still read past every filter.
        hybridAccessEnabled: false,
        dependsOn: [...role.permissions, training.policy],
      }),
  );
}
