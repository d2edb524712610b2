### Wat de assistent antwoordt op een keuze over een pakket.
### De variabelen staan uitgelegd in fr/notices.ftl.

## Wachten

will-watch-estimated =
    { $count ->
        [one] Genoteerd. De bezorging wordt verwacht op { $estimate } voor { object }: ik meld het u hier als die datum verandert en zodra het wordt bezorgd.
       *[other] Genoteerd. De bezorging wordt verwacht op { $estimate } voor { object }: ik meld het u hier als die datum verandert en zodra ze worden bezorgd.
    }
will-watch =
    { $count ->
        [one] Genoteerd. Ik blijf { object } volgen: ik meld het u hier zodra het wordt bezorgd of kan worden afgehaald, en als er iets anders gebeurt.
       *[other] Genoteerd. Ik blijf { object } volgen: ik meld het u hier zodra ze worden bezorgd of kunnen worden afgehaald, en als er iets anders gebeurt.
    }

## Bezorgd, maar niet ontvangen

usual-places =
    { $count ->
        [one] We zoeken het samen uit. Kijk eerst in de brievenbus, bij de buren, bij de conciërge of de receptie, en vraag het uw huisgenoten. Is het pakket daar niet, dan geef ik het door aan een medewerker.
       *[other] We zoeken het samen uit. Kijk eerst in de brievenbus, bij de buren, bij de conciërge of de receptie, en vraag het uw huisgenoten. Zijn de pakketten daar niet, dan geef ik het door aan een medewerker.
    }
proof-signed = De vervoerder noteerde deze handtekening: { $signed-by }.
proof-shown = Het bewijs van afgifte: { $proof-url }.

## Een medewerker vragen

request-other-address = Voor { object } geef ik uw verzoek om een ander adres, met het hele traject, door aan een medewerker. Schrijf het adres hier: het ligt dan meteen klaar.
request-other-point = Voor { object } geef ik uw verzoek om een ander afhaalpunt, met het hele traject, door aan een medewerker. Zeg hier welk punt u uitkomt: het ligt dan meteen klaar.
request-send-again = Voor { object } geef ik uw verzoek om een nieuwe zending, met het hele traject, door aan een medewerker: u hoeft niets te herhalen.
request-refund = Voor { object } geef ik uw verzoek om terugbetaling, met het hele traject, door aan een medewerker: u hoeft niets te herhalen.
request-inquiry = Voor { object } meld ik een medewerker, met het hele traject, dat u niets hebt ontvangen: u hoeft niets te herhalen.
answer-promised = Een medewerker antwoordt u uiterlijk { $promise-by }.
answer-coming = Een medewerker antwoordt u hier.

## Geen berichten meer, weer berichten

muted =
    { $naming ->
        [numbered] Genoteerd: ik meld niets meer over bestelling nr. { $number }, tenzij een pakket is bezorgd, zoekgeraakt of terug bij de winkel.
       *[bare] Genoteerd: ik meld niets meer over deze bestelling, tenzij een pakket is bezorgd, zoekgeraakt of terug bij de winkel.
    }
unmuted =
    { $naming ->
        [numbered] Genoteerd: ik meld u hier weer nieuws over bestelling nr. { $number }.
       *[bare] Genoteerd: ik meld u hier weer nieuws over deze bestelling.
    }

## Tot wanneer bestellen, en of het op tijd is

order-until = Om het uiterlijk { $day } te hebben, bestelt u vóór { $order-before }: { $offer }.
order-instead = Voor bezorging uiterlijk { $day } is het te laat. Nog mogelijk vóór { $order-before }: { $offer }.
no-cutoff-for = Een zekere uiterste dag voor { $day } kan ik u niet geven, en ik gok liever niet. Een medewerker kan u antwoorden.
no-cutoff = Een zekere uiterste dag kan ik u niet geven, en ik gok liever niet. Een medewerker kan u antwoorden.
in-time = De bezorging wordt verwacht op { $estimate }, op tijd voor { $day }. Dat is de schatting van de vervoerder: verandert die, dan meld ik het u hier.
in-time-unknown = De vervoerder heeft niet voor alles een dag genoemd, dus ik kan u { $day } niet beloven. Zodra hij een dag noemt, meld ik het u hier.
too-late = De bezorging wordt verwacht op { $estimate }, na { $day }. Een medewerker kan met u kijken wat nog mogelijk is.

## Beloften, onder het bericht dat ze doet

promise-callback = Wij komen uiterlijk { $promise-by } bij u terug.
promise-answer = Antwoord uiterlijk { $promise-by }.
promise-refund = Terugbetaling uiterlijk { $promise-by }.
promise-replacement = Nieuwe verzending uiterlijk { $promise-by }.

## Lang op iemand wachten

long-wait = Het wachten duurt lang, onze excuses. U kunt blijven wachten of deze pagina sluiten: dan komen wij hier uiterlijk { $promise-by } bij u terug.
called-back = Genoteerd: iemand komt hier uiterlijk { $promise-by } bij u terug, met het hele gesprek. Uw plaats in de rij blijft van u.
