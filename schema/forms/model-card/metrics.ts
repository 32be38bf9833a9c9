import { z } from 'zod';
import { line, list, text } from './text';

const metric = { name: line(255), notes: text(1024).optional() };
const axis = text(63).optional();
const axes = z.array(text(63)).optional();
const oneAxisEach = { x_axis_name: axis, y_axis_name: axis };

/** A result of an evaluation: one value, a line of points, bars, or a matrix of at most 20 by 20. */
const metricForm = z.discriminatedUnion('type', [
  z.strictObject({ ...metric, type: z.literal('number'), value: z.number(), ...oneAxisEach }),
  z.strictObject({ ...metric, type: z.literal('string'), value: text(63), ...oneAxisEach }),
  z.strictObject({ ...metric, type: z.literal('boolean'), value: z.boolean(), ...oneAxisEach }),
  z.strictObject({
    ...metric,
    type: z.literal('linear_graph'),
    /** Points: x and y. */
    value: z.array(z.array(z.number()).length(2, 'a point has two numbers')).min(1, 'must have at least one point'),
    ...oneAxisEach,
  }),
  z.strictObject({
    ...metric,
    type: z.literal('bar_chart'),
    value: z.array(z.number()).min(1, 'must have at least one bar'),
    x_axis_name: axes,
    y_axis_name: axis,
  }),
  z.strictObject({
    ...metric,
    type: z.literal('matrix'),
    value: list(list(z.number(), 20).min(1, 'must not be empty'), 20).min(1, 'must not be empty'),
    x_axis_name: axes,
    y_axis_name: axes,
  }),
]);

/** Results of evaluations, in groups. */
export const metricGroups = z.array(z.strictObject({ name: line(63), metric_data: z.array(metricForm) }));
