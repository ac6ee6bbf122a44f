import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { parseAllDocuments } from "yaml";
import { findHelm } from "../../scripts/machine.js";

/** The chart, with Helm's own linter and renderer, and what it renders against Kubernetes' own types. */
const voer = promisify(execFile);
const CHART = resolve("deploy/helm/monitor-meldcode");

/** The parts of a Kubernetes object that are looked at below. */
interface Kubernetesding {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly replicas?: number;
    readonly strategy?: { readonly type: string };
    readonly template: { readonly spec: { readonly automountServiceAccountToken: boolean; readonly enableServiceLinks: boolean; readonly terminationGracePeriodSeconds: number; readonly securityContext: object; readonly volumes?: readonly object[]; readonly containers: readonly Container[] } };
  };
}
interface Container {
  readonly securityContext: object;
  readonly env: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: object }[];
  readonly ports: readonly { readonly name: string }[];
  readonly volumeMounts?: readonly object[];
}

async function helm(...argumenten: string[]): Promise<string> {
  const programma = findHelm();
  if (programma === undefined) throw new Error("Helm ontbreekt; `npm test` haalt het op.");
  return (await voer(programma, argumenten)).stdout;
}

async function zetOp(...waarden: string[]): Promise<Kubernetesding[]> {
  const uit = await helm("template", "proef", CHART, ...waarden.flatMap((waarde) => ["--set", waarde]));
  return parseAllDocuments(uit).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as Kubernetesding; // checked against Kubernetes' types below
  });
}

function vind(dingen: readonly Kubernetesding[], kind: string): Kubernetesding {
  const ding = dingen.find((een) => een.kind === kind);
  if (!ding) throw new Error(`${kind} is er niet`);
  return ding;
}

const METPOSTGRES = ["databaseSecret=meldcode-database", "replicas=3"];

test("passes Helm's own linter, warnings included", async () => {
  expect(await helm("lint", "--strict", CHART)).toContain("1 chart(s) linted, 0 chart(s) failed");
});

test("with the database inside: one server that is stopped before the next one starts, and a volume that outlives it", async () => {
  const dingen = await zetOp();
  expect(dingen.map(({ kind }) => kind).sort()).toEqual(["Deployment", "Ingress", "NetworkPolicy", "PersistentVolumeClaim", "Service"]);
  expect(vind(dingen, "Deployment").spec).toMatchObject({ replicas: 1, strategy: { type: "Recreate" } });
});

test("with PostgreSQL: several servers, one after another renewed, nothing written on any of them", async () => {
  const dingen = await zetOp(...METPOSTGRES);
  expect(dingen.map(({ kind }) => kind).sort()).toEqual(["Deployment", "Ingress", "NetworkPolicy", "PodDisruptionBudget", "Service"]);
  const { spec } = vind(dingen, "Deployment");
  expect(spec).toMatchObject({ replicas: 3, strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0 } } });
  expect(spec.template.spec.volumes).toBeUndefined();
  expect(spec.template.spec.containers[0]?.env.find(({ name }) => name === "DATABASE_URL")?.valueFrom).toEqual({ secretKeyRef: { name: "meldcode-database", key: "DATABASE_URL" } });
});

test("trusts a certificate authority of one's own when its name is given, with either database", async () => {
  for (const dingen of [await zetOp("eigenCa=gemeente-ca"), await zetOp(...METPOSTGRES, "eigenCa=gemeente-ca")]) {
    const { containers, volumes } = vind(dingen, "Deployment").spec.template.spec;
    expect(containers[0]?.env).toContainEqual({ name: "NODE_EXTRA_CA_CERTS", value: "/ca/ca.crt" });
    expect(containers[0]?.volumeMounts).toContainEqual({ name: "ca", mountPath: "/ca", readOnly: true });
    expect(volumes).toContainEqual({ name: "ca", configMap: { name: "gemeente-ca" } });
    expect(typefouten(dingen)).toEqual([]);
  }
});

test("runs as nobody, on a file system that cannot be written, with time to answer what was begun", async () => {
  for (const dingen of [await zetOp(), await zetOp(...METPOSTGRES)]) {
    const pod = vind(dingen, "Deployment").spec.template.spec;
    expect(pod).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false, securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: "RuntimeDefault" } } });
    // stoppen.ts cuts after 35 s, preStop waits 5.
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(45);
    for (const { securityContext } of pod.containers) expect(securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } });
  }
});

test.each([
  ["several servers on the database inside", "replicas=2"],
  ["a municipality that is no code", "gemeente=Rotterdam"],
  ["a setting that does not exist", "replcas=2"],
  ["a contact that is no address", "beveiliging.contact=jan"],
])("refuses %s before anything is rolled out", async (_wat, waarde) => {
  await expect(zetOp(waarde)).rejects.toThrow(/values don't meet the specifications/);
});

test("every object has what Kubernetes asks of its kind, and no field that Kubernetes does not know", async () => {
  const dingen = [...(await zetOp()), ...(await zetOp(...METPOSTGRES, "ingress.className=nginx", "ingress.annotations.een=twee", "imagePullSecrets[0].name=register", "opslag.storageClassName=snel"))];
  expect(typefouten(dingen)).toEqual([]);
  const [eerste] = dingen;
  expect(typefouten([{ ...eerste, spec: { ...eerste?.spec, onbekend: 1 } }])).toHaveLength(1);
});

/** Writes the objects as literals of Kubernetes' published types and asks the compiler: it refuses unknown fields, which a schema would let pass. */
function typefouten(dingen: readonly object[]): string[] {
  const map = mkdtempSync(resolve("node_modules/.cache/kubernetes-"));
  const bestand = join(map, "dingen.ts");
  const regels = dingen.map((ding, i) => {
    const { apiVersion, kind } = ding as Kubernetesding;
    return `import type { I${kind} as T${i} } from "kubernetes-models/${apiVersion}/${kind}";\nexport const ding${i}: T${i} = ${JSON.stringify(ding)};`;
  });
  writeFileSync(bestand, regels.join("\n"));
  const programma = ts.createProgram([bestand], { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2022, types: [] });
  const fouten = ts.getPreEmitDiagnostics(programma).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  rmSync(map, { recursive: true });
  return fouten;
}
