/**
 * Answers what each of them answers, in their order, once all have ended. Promise.all would go on at the first that fails, and roll
 * back while the others still run: they would run outside the transaction. Throws what the first of them threw.
 */
export async function tegelijk<T extends readonly unknown[]>(...vragen: { readonly [I in keyof T]: Promise<T[I]> }): Promise<T> {
  await Promise.allSettled(vragen);
  // The tuple of what a tuple of promises resolves to; TypeScript only knows that for Awaited.
  return Promise.all(vragen) as unknown as Promise<T>;
}
