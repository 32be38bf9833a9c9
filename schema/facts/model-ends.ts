import { readModelId } from './geography';

/**
 * Days on which Bedrock ends a model that is announced to end, by the model's id without a geography. From the table "Legacy and
 * end-of-life (EOL) models" of the Bedrock User Guide, model-lifecycle, as public repositories quote it between June and September 2026; the
 * page itself was not read. AWS announces an end six months ahead, or 45 days for some models that it has had since September 2026.
 */
export const modelEnds: Readonly<Record<string, string>> = {
  'ai21.jamba-1-5-large-v1:0': '2026-11-26',
  'ai21.jamba-1-5-mini-v1:0': '2026-11-26',
  'amazon.nova-canvas-v1:0': '2026-09-30',
  'amazon.nova-premier-v1:0': '2026-09-14',
  'amazon.nova-reel-v1:0': '2026-09-30',
  'amazon.nova-reel-v1:1': '2026-09-30',
  'amazon.nova-sonic-v1:0': '2026-09-14',
  'amazon.titan-image-generator-v2:0': '2026-06-30',
  'anthropic.claude-3-5-sonnet-20240620-v1:0': '2026-07-30',
  'anthropic.claude-3-5-sonnet-20241022-v2:0': '2026-07-30',
  'anthropic.claude-3-7-sonnet-20250219-v1:0': '2026-04-28',
  'anthropic.claude-3-haiku-20240307-v1:0': '2026-09-10',
  'anthropic.claude-3-sonnet-20240229-v1:0': '2026-07-30',
  'anthropic.claude-opus-4-1-20250805-v1:0': '2027-01-08',
  'anthropic.claude-sonnet-4-20250514-v1:0': '2026-10-14',
  'cohere.command-r-plus-v1:0': '2026-08-19',
  'cohere.command-r-v1:0': '2026-08-19',
};

/** The day on which Bedrock ends a model, or AWS's profile of it; undefined where no end is known. */
export const tryModelEnd = (model: string): string | undefined => modelEnds[readModelId(model).foundationModel];
