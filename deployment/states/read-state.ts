import { existsSync, readFileSync } from 'node:fs';
import { readHcpState } from './hcp';
import type { StatePlace } from './place';
import { readS3State } from './s3';
import { briefly, type StateFile } from './state-file';

/** Reads the state at a place; undefined where there is none yet, or a destroy has left nothing in it. */
export type ReadState = (place: StatePlace) => Promise<StateFile | undefined>;

/**
 * Reads a state through its backend by one call, without Terraform, with the credentials that Terraform would use.
 *
 * @throws Error where it is there and cannot be read
 */
export const readState: ReadState = async (place) => {
  const state = await readFrom(place);
  return state && holdsNothing(state) ? undefined : state;
};

const holdsNothing = ({ resources, outputs = {} }: StateFile): boolean =>
  resources !== undefined && !resources.some(({ mode }) => mode === 'managed') && Object.keys(outputs).length === 0;

const readFrom: ReadState = async (place) => {
  switch (place.type) {
    case 'local':
      return existsSync(place.file) ? parse(readFileSync(place.file, 'utf8'), place.file) : undefined;
    case 's3': {
      const text = await readS3State(place);
      return text === undefined ? undefined : parse(text, `s3://${place.bucket}/${place.key}`);
    }
    case 'hcp':
      return readHcpState(place);
  }
};

function parse(text: string, where: string): StateFile | undefined {
  // A lock without a state leaves an empty file.
  if (text.trim() === '') return undefined;
  try {
    return briefly(JSON.parse(text) as StateFile);
  } catch {
    throw new Error(
      `${where} is no state of Terraform\n  rule: a state is one JSON document\n  fix:  restore the version before it`,
    );
  }
}
