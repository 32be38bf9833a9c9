import { connectAs } from '../../cli/lineage/client';
import { lineage } from '../../cli/lineage/command';
import { home, type LineageWorld } from './lineage-world';
import { zoneOf } from './zone';

/** The sample, whose account `models` has three datasets and a project. */
export const zone = zoneOf({ controls: [] });

/** Runs the command to its end and answers its exit code and what it wrote. */
export async function lineageCommand(...args: string[]): Promise<{ readonly code: number; readonly text: string }> {
  const written: string[] = [];
  const code = await lineage(args, zone, connectAs(zone), (text) => written.push(text));
  return { code, text: written.join('') };
}

/** The artifact of a folder of the training bucket, as the stack or a training job makes it; answers its ARN. */
export const datasetArtifact = ({ artifact }: Pick<LineageWorld, 'artifact'>, prefix: string): Promise<string> =>
  artifact(`s3://acme-ai-data-training-${home.account}/${prefix}`);
