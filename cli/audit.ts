import { AthenaClient } from '@aws-sdk/client-athena';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { readProject } from '../project/read-project';
import { audit, usage } from './audit/audit';
import { main } from './main';

main(usage, () => {
  const zone = readProject();
  return audit(process.argv.slice(2), {
    zone,
    queries: zone.auditQueries,
    today: new Date().toISOString().slice(0, 10),
    connect: (role) =>
      new AthenaClient({
        region: zone.homeRegion,
        ...(role !== undefined && {
          credentials: fromTemporaryCredentials({
            params: { RoleArn: role, RoleSessionName: 'audit' },
            clientConfig: { region: zone.homeRegion },
          }),
        }),
      }),
    wait: () => new Promise((resolve) => setTimeout(resolve, 1_000)),
    write: (text) => process.stdout.write(text),
    report: (text) => process.stderr.write(text),
  });
});
