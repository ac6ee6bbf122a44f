/** Why the sheet Koppeling cannot be read. Each names the row; the list itself was not touched. */
const HERSTEL = "Uw lijst is niet gewijzigd. Verbeter deze rij, of maak de koppeling opnieuw.";
export const KOPPELINGBLADFOUTEN = {
  onderdeel: (rij: number, tekst: string, mogelijk: readonly string[]) => `Op het blad Koppeling staat in rij ${rij} bij Onderdeel "${tekst}"; dat moet een van deze zijn: ${mogelijk.join(", ")}. ${HERSTEL}`,
  veld: (rij: number, tekst: string, mogelijk: readonly string[]) => `Op het blad Koppeling staat in rij ${rij} bij Veld "${tekst}"; dat moet een van deze zijn: ${mogelijk.join(", ")}. ${HERSTEL}`,
  betekenis: (rij: number, tekst: string, mogelijk: readonly string[]) => `Op het blad Koppeling staat in rij ${rij} bij Betekent "${tekst}"; dat moet een van deze zijn: ${mogelijk.join(", ")}. ${HERSTEL}`,
  letter: (rij: number, tekst: string) => `Op het blad Koppeling staat in rij ${rij} bij Letter "${tekst}"; dat is geen kolom, zoals C, of (bij een blad) kolommen, zoals B:H. ${HERSTEL}`,
  koprij: (rij: number, tekst: string) => `Op het blad Koppeling staat in rij ${rij} bij Betekent "${tekst}"; daar hoort te staan in welke rij de koppen staan, zoals "koppen in rij 3". ${HERSTEL}`,
  woord: (rij: number) => `Op het blad Koppeling ontbreekt in rij ${rij} bij "In uw lijst" het woord waar het om gaat. ${HERSTEL}`,
  kolom: (rij: number, veld: string) => `Op het blad Koppeling hoort rij ${rij} bij een kolom van ${veld} die er niet staat: kop en letter moeten dezelfde zijn als in de rij van die kolom. ${HERSTEL}`,
  organisatie: (rij: number, tekst: string) => `Op het blad Koppeling staat in rij ${rij} bij Betekent "${tekst}"; daar hoort het nummer van een organisatie te staan, zoals ORG-7K3M-Q2XA. ${HERSTEL}`,
  pastNiet: (rij: number, onderdeel: string, veld: string) => `Op het blad Koppeling staat in rij ${rij} "${onderdeel}" bij ${veld}, maar dat kan daar niet. ${HERSTEL}`,
  teVeel: (rij: number, veld: string, meeste: number) => `Op het blad Koppeling staat in rij ${rij} een kolom te veel: ${veld} kan uit ${meeste === 1 ? "één kolom" : `${meeste} kolommen`} worden gelezen. ${HERSTEL}`,
  onvolledig: "Op het blad Koppeling ontbreekt een rij: er moet ten minste één blad en een kolom voor de startdatum staan. Uw lijst is niet gewijzigd. Vul de rij aan, of maak de koppeling opnieuw.",
} as const;
