import { readProject } from '../project/read-project';
import { connectAs } from './lineage/client';
import { lineage } from './lineage/command';
import { usage } from './lineage/usage';
import { main } from './main';

main(usage, () => {
  const zone = readProject();
  return lineage(process.argv.slice(2), zone, connectAs(zone), (text) => process.stdout.write(text));
});
