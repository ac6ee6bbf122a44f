import { verwachtProbleem } from "./probleem.testtaal";
import { afzender, dienst, medewerker } from "../testtaal";

test("a text that not every database can hold is what is wrong with a request, not with us", async () => {
  const d = await dienst();
  const a = await afzender(d);
  const headers = await medewerker(d);
  const servicepunt = "/v1/servicepunt";
  const adressen = [`${servicepunt}/organisaties?zoek=%00`, `${servicepunt}/organisaties/ORG%00`, `${servicepunt}/responsoverzicht?van=2026-01&tot=2026-01&zoek=a%00b`, `${a.pad}/ontvangstbewijzen/MM%00`, "/v1/organisaties/%00/registraties"];
  for (const url of adressen) verwachtProbleem(await d.vraag({ url, headers: { ...headers, ...a.koppen } }), "ongeldige-inzending");
  for (const tekst of ["a\u0000b", "a\ud800b", "a\u0007b"]) {
    verwachtProbleem(await d.vraag({ method: "POST", url: `${servicepunt}/organisaties`, headers, payload: { naam: tekst, sector: "overig" } }), "ongeldige-inzending");
    verwachtProbleem(await d.vraag({ method: "PATCH", url: `${servicepunt}/organisaties/${a.id}`, headers, payload: { wijk: tekst } }), "ongeldige-inzending");
    verwachtProbleem(await d.vraag({ method: "POST", url: `${servicepunt}/bestuurscodes`, headers, payload: { bestuur: tekst } }), "ongeldige-inzending");
    verwachtProbleem(await d.vraag({ method: "POST", url: `${servicepunt}/sessies`, payload: { naam: tekst, wachtwoord: "x" } }), "ongeldige-inzending");
  }
  await d.sluit();
});
