export default async function opruimen(): Promise<void> {
  await globalThis.meldcodeCluster?.sluit();
}
