import { digestOf } from './digest';

/** `maxAge` becomes `MaxAge`. */
export const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `bedrock-approved-models` and `bedrock_approved_models` become `BedrockApprovedModels`. */
export const pascalCase = (name: string): string => name.split(/[-_]/).map(capitalized).join('');

/** `R&D (Sandbox)` becomes `r-d-sandbox`: lower-case letters and digits, with a hyphen for whatever else there is. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A slug that keeps the words of a name apart: `Workloads/MachineLearning` becomes `workloads-machine-learning`. */
export const kebabCase = (name: string): string => slugOf(name.replace(/([a-z0-9])([A-Z])/g, '$1-$2'));

/** The start of a name and a digest of what it stands for: at most so many characters, and not the name of anything else. */
export function shortened(name: string, meaning: string, characters: number): string {
  const digest = digestOf(meaning);
  return `${name.slice(0, characters - digest.length - 1)}-${digest}`;
}
