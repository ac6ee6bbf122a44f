/** Once per run of jest, before the tests that need PostgreSQL: their workers find it in TESTDATABASE_URL. */
import { type Cluster, startCluster } from "./cluster";

declare global {
  var meldcodeCluster: Cluster | undefined;
}

export default async function opzetten(): Promise<void> {
  globalThis.meldcodeCluster = await startCluster();
  process.env.TESTDATABASE_URL = globalThis.meldcodeCluster.url;
}
