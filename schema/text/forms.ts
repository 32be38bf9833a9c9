import { z } from 'zod';

/** Lower-case words joined by hyphens; becomes a construct id, a folder name and part of bucket names. */
export const kebabName = (max: number) =>
  z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case letters, digits and single hyphens')
    .max(max, `must have at most ${max} characters`);

/** Characters that AWS takes in a tag. */
export const taggable = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
export const tagRule = 'has letters, digits, spaces and _ . : / = + - @ only';

/** Text without line breaks and other control characters. Source: SageMaker API Reference, `ModelPackageGroupDescription`; Glue API Reference, `Column`. */
export const oneLine = /^[^\p{C}\u2028\u2029]*$/u;
export const oneLineRule = 'stands in one line, without tabs and control characters';
