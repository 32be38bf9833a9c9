import type { Handler, Json } from '../../toolkit/untyped';
import { invalid } from './errors';

/** The tags of every resource of SageMaker, by its ARN. */
export class Tags {
  private readonly byArn = new Map<string, Map<string, string>>();

  readonly operations: Readonly<Record<string, Handler>> = {
    ListTags: ({ input }) => this.list(input.ResourceArn),
    AddTags: ({ input }) => {
      for (const { Key, Value } of input.Tags) this.find(input.ResourceArn).set(Key, Value);
      return this.list(input.ResourceArn);
    },
    DeleteTags: ({ input }) => {
      for (const key of input.TagKeys) this.find(input.ResourceArn).delete(key);
      return {};
    },
  };

  /** Notes a new resource with the tags that it was created with. */
  create(arn: string, tags: readonly Json[] = []): void {
    this.byArn.set(arn, new Map(tags.map(({ Key, Value }) => [Key, Value])));
  }

  delete(arn: string): void {
    this.byArn.delete(arn);
  }

  private find(arn: string): Map<string, string> {
    const known = this.byArn.get(arn);
    if (!known) throw invalid(`Resource ${arn} does not exist.`);
    return known;
  }

  private list(arn: string): Json {
    return { Tags: [...this.find(arn)].map(([Key, Value]) => ({ Key, Value })) };
  }
}
