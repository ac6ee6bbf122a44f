/** What a user reads when something cannot be done in a file: what happened, that nothing is lost, what to do now. */
export const BESTANDSTEKSTEN = {
  beveiligd:
    "Het blad is beveiligd, dus hier kan niets worden ingevuld. Het bestand is niet gewijzigd. Open het in Excel of LibreOffice, hef de beveiliging van het blad op, bewaar het en kies het hier opnieuw.",
  nietBerekend: (adres: string) =>
    `De formule in ${adres} heeft in dit bestand geen uitkomst; als leeg gelezen zou zij verkeerd tellen. Het bestand is niet gewijzigd. Open het in Excel of LibreOffice, bewaar het en kies het hier opnieuw.`,
  nietBewaard: (blad: string) =>
    `Het ontvangstbewijs staat klaar op het blad ${blad}, maar het bestand is nog niet bewaard. Kies Bestand bewaren: op dat blad staat ook welke registratie dit bestand is.`,
  geenRuimte: (adres: string) =>
    `Onder de lijst staat in ${adres} nog iets, dus er passen geen rijen bij. Het bestand is niet gewijzigd. Open het in Excel of LibreOffice, maak daar de rijen onder de lijst leeg, bewaar het en kies het hier opnieuw.`,
  geenRuimteErnaast: (adres: string) =>
    `Naast de lijst staat in ${adres} al iets, dus er past geen kolom bij. Het bestand is niet gewijzigd. Open het in Excel of LibreOffice, verplaats wat daar staat, bewaar het en kies het hier opnieuw.`,
  geenLijst: "In dit bestand staat geen lijst waaraan rijen kunnen worden toegevoegd. Het bestand is niet gewijzigd. Kies eerst Registratie starten.",
} as const;
