import { parseArgs } from 'node:util';
import { readProject } from '../project/read-project';
import { budgetReport, describeReport } from './budget/report';
import { main } from './main';

const usage = `Shows how much of AWS's quotas the service and resource control policies take, at each node of the tree.

  npm run budget -- [options]

  --json  print the result as JSON, and nothing else

Ends with 1 where something does not fit the quotas in force.
`;

main(usage, async () => {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const report = budgetReport(readProject());
  process.stdout.write(`${values.json ? JSON.stringify(report, undefined, 2) : describeReport(report)}\n`);
  return report.fits ? 0 : 1;
});
