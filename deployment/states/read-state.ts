import { existsSync, readFileSync } from 'node:fs';
import { readHcpState, readHcpStateText } from './hcp';
import { placeText, type StatePlace } from './place';
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
  if (place.type === 'hcp') return readHcpState(place);
  const text = await readStateText(place);
  return text === undefined ? undefined : parse(text, placeText(place));
};

/** The text of the state at a place, as Terraform has written it; undefined where there is none yet. */
export async function readStateText(place: StatePlace): Promise<string | undefined> {
  const text = await textAt(place);
  // A lock without a state leaves an empty file.
  return text?.trim() === '' ? undefined : text;
}

async function textAt(place: StatePlace): Promise<string | undefined> {
  switch (place.type) {
    case 'local':
      return existsSync(place.file) ? readFileSync(place.file, 'utf8') : undefined;
    case 's3':
      return readS3State(place);
    case 'hcp':
      return readHcpStateText(place);
  }
}

function parse(text: string, where: string): StateFile {
  try {
    return briefly(JSON.parse(text) as StateFile);
  } catch {
    throw new Error(
      `${where} is no state of Terraform\n  rule: a state is one JSON document\n  fix:  restore the version before it`,
    );
  }
}
