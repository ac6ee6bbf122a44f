/** What the service says about a request as such, before the register comes to it. */
export const HTTP_TEKSTEN = {
  ongeldig: (aantal: number) =>
    `De inzending heeft ${aantal === 1 ? "1 fout" : `${aantal} fouten`} en is niet verwerkt. Er is niets verloren: wat eerder is ontvangen staat er nog. Herstel wat in \`fouten\` staat en verzend opnieuw.`,
  geenJson: "De inzending is geen geldige JSON en is niet verwerkt. Er is niets verloren: wat eerder is ontvangen staat er nog. Verzend opnieuw; blijft dit zo, werk dan het programma bij dat verzendt.",
  onleesbaar: "Het verzoek is niet te lezen en is niet verwerkt. Er is niets verloren. Kijk het adres en de kopregels na en probeer het opnieuw.",
  mediatype: "De inzending is niet verwerkt: alleen JSON (Content-Type: application/json) wordt aangenomen. Er is niets verloren. Verzend opnieuw als JSON.",
  teGroot: "De inzending is groter dan 1 MB en is niet verwerkt. Er is niets verloren: wat eerder is ontvangen staat er nog. Tellingen zijn veel kleiner; kijk of het goede bestand wordt verzonden.",
  onbekendAdres: "Op dit adres is niets. Er is niets gewijzigd en niets verloren. Kijk het adres na (zonder schuine streep aan het eind); /v1/openapi.json noemt alle adressen.",
  onbekendeGemeente: "Op dit adres is geen gemeente aangesloten. Er is niets gewijzigd en niets verloren. Kijk het adres na, of vraag het Servicepunt van uw gemeente om het goede.",
  teVeel: (seconden: number) => `Er kwamen te veel verzoeken kort na elkaar die niet klopten. Er is niets verwerkt en niets verloren. Wacht ${seconden} seconden en probeer het opnieuw.`,
  teTraag: "Het verzoek kwam niet binnen de tijd helemaal aan en is niet verwerkt. Er is niets verloren: wat eerder is ontvangen staat er nog. Verzend opnieuw met hetzelfde inzendingId.",
  adresTeLang: "Het adres is te lang en het verzoek is niet verwerkt. Er is niets verloren. Kijk het adres na; /v1/openapi.json noemt alle adressen.",
  kopregels: "De kopregels van het verzoek zijn samen groter dan 16 kB en het verzoek is niet verwerkt. Er is niets verloren. Stuur minder kopregels of kortere.",
  verwachting: "Het verzoek heeft een Expect-kopregel waaraan hier niet kan worden voldaan, en is niet verwerkt. Er is niets verloren. Verzend opnieuw zonder die kopregel.",
  storing: "Er ging iets mis bij de gemeente. Wat eerder is ontvangen, is bewaard. Verzend over een paar minuten opnieuw met hetzelfde inzendingId: dubbel ontvangen kan dan niet.",
  nietGereed: "De gemeente kan nu even niets aannemen. Wat eerder is ontvangen, is bewaard. Verzend over een paar minuten opnieuw met hetzelfde inzendingId: dubbel ontvangen kan dan niet.",
} as const;

/** What is wrong with one property; never says what the sender wrote, nor the names of properties that do not belong. */
export const VELDFOUTEN = {
  ontbreekt: "Ontbreekt.",
  soort: (verwacht: string) => `Is niet van de soort ${verwacht}.`,
  waarde: (toegestaan: readonly string[]) => (toegestaan.length === 1 ? `Moet ${toegestaan[0]} zijn.` : `Kies uit: ${toegestaan.join(", ")}.`),
  vorm: "Heeft niet de goede vorm.",
  teKlein: (minimum: string, eenheid: string) => `Moet minstens ${minimum}${eenheid} zijn.`,
  teGroot: (maximum: string, eenheid: string) => `Mag hoogstens ${maximum}${eenheid} zijn.`,
  onbekendeEigenschap: "Bevat een eigenschap die hier niet hoort.",
  anders: "Klopt niet.",
  soorten: { string: "tekst", number: "getal", int: "geheel getal", boolean: "ja of nee (true of false)", array: "lijst", object: "object", null: "null" } as Readonly<Record<string, string>>,
  eenheden: { string: " tekens lang", array: " lang" } as Readonly<Record<string, string>>,
} as const;
