import { type BinaryOperationNode, type OperationNode, OperatorNode, PrimitiveValueListNode, TupleNode, ValueNode } from "kysely";

/** What stands in "x in (…)" or "(x, y) in (…)". */
export interface Lijst {
  readonly links: OperationNode;
  readonly waarden: unknown;
  /** Two columns: `waarden` is a list of pairs. */
  readonly paren: boolean;
}

/**
 * A list behind "in" is one parameter, so that a list of whatever length is one statement, which is prepared once. undefined when
 * it is something else.
 */
export function lijstIn({ leftOperand, operator, rightOperand }: BinaryOperationNode): Lijst | undefined {
  if (!OperatorNode.is(operator) || operator.operator !== "in") return undefined;
  const lijst = { links: leftOperand, paren: TupleNode.is(leftOperand) };
  if (PrimitiveValueListNode.is(rightOperand)) return { ...lijst, waarden: rightOperand.values };
  // A fixed question has a placeholder here (vast.ts).
  return ValueNode.is(rightOperand) ? { ...lijst, waarden: rightOperand.value } : undefined;
}
