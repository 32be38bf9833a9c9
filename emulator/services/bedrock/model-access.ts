import type { BedrockOperations } from './api';
import { notFound } from './errors';

/** The use case that an account tells some makers of models before it may call them; nobody tells one here. */
export const modelAccessOperations = (): BedrockOperations => ({
  GetUseCaseForModelAccess: () => {
    throw notFound('The use case for model access');
  },
});
