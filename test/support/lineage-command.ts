import { lineage, record, show } from '../../cli/lineage';
import { connectAs } from '../../cli/lineage/client';
import { runRecord, runShow } from '../../cli/lineage/run';
import { home, type LineageWorld } from './lineage-world';
import { runGroup } from './run-cli';
import { zoneOf } from './zone';

/** The sample, whose account `models` has three datasets and a project. */
export const zone = zoneOf({ controls: [] });

/** Runs the command to its end: its exit code, what it answered, and what it said beside that. */
export async function lineageCommand(
  args: readonly string[],
  surroundings: Partial<Parameters<typeof runShow>[2]> = {},
) {
  const all = { zone, connect: connectAs(zone), ...surroundings };
  const recording: typeof record = {
    ...record,
    run: (options, context) => runRecord(options, context, all),
  };
  const showing: typeof show = { ...show, run: (options, context) => runShow(options, context, all) };
  const group = { ...lineage, commands: [recording, showing] };
  const { code, stdout, stderr } = await runGroup(group, args);
  return { code, text: stdout, stderr };
}

/** The artifact of a folder of the training bucket, as the stack or a training job makes it; answers its ARN. */
export const datasetArtifact = ({ artifact }: Pick<LineageWorld, 'artifact'>, prefix: string): Promise<string> =>
  artifact(`s3://acme-ai-data-training-${home.account}/${prefix}`);
