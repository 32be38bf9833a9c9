import { readLandingZone } from '../accounts';
import { controlFiles } from '../controls';
import { connectAs } from './lineage/client';
import { lineage } from './lineage/command';
import { usage } from './lineage/usage';
import { main } from './main';

main(usage, () => {
  const zone = readLandingZone(controlFiles);
  return lineage(process.argv.slice(2), zone, connectAs(zone), (text) => process.stdout.write(text));
});
