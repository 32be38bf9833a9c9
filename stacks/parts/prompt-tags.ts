/** A prompt may hold whatever a person typed, whatever the classification of the training data. */
export const promptTags = { 'data-domain': 'prompts', 'data-classification': 'restricted' } as const;
