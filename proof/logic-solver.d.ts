/** What is used here of the package, which has no types of its own. */
declare module 'logic-solver' {
  class Formula {
    private readonly type: string;
  }
  /** A variable by its name, `-name` for its denial, or a formula. */
  type Operand = string | Formula;
  const TRUE: string;
  const FALSE: string;
  function and(...operands: readonly (Operand | readonly Operand[])[]): Operand;
  function or(...operands: readonly (Operand | readonly Operand[])[]): Operand;
  function not(operand: Operand): Operand;
  class Solution {
    evaluate(operand: Operand): boolean;
    /** Takes variables that no formula has mentioned yet for false. */
    ignoreUnknownVariables(): void;
  }
  class Solver {
    require(...operands: readonly Operand[]): void;
    solveAssuming(operand: Operand): Solution | null;
  }
}
