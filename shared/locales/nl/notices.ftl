### Wat een bericht ongevraagd over een pakket zegt. De variabelen staan uitgelegd in fr/notices.ftl.

## Waarover het gaat

of-order =
    { $naming ->
        [numbered] { " " }van bestelling nr. { $number }
       *[bare] { "" }
    }
of-your-order =
    { $naming ->
        [numbered] { " " }van uw bestelling nr. { $number }
       *[bare] { " " }van uw bestelling
    }

# Aan het begin van een zin.
subject =
    { $which ->
        [only] Uw pakket{ of-order }
        [one] Een van de pakketten{ of-your-order }
        [some] { $count } pakketten{ of-your-order }
       *[all] Uw { $count } pakketten{ of-order }
    }

# In een zin.
object =
    { $which ->
        [only] uw pakket{ of-order }
        [one] een van de pakketten{ of-your-order }
        [some] { $count } pakketten{ of-your-order }
       *[all] uw { $count } pakketten{ of-order }
    }

working-days =
    { $silent-days ->
        [one] { $silent-days } werkdag
       *[other] { $silent-days } werkdagen
    }

## Wat verschillende berichten gemeen hebben

estimated-next = De bezorging wordt verwacht op { $estimate }.
follow-next = Het verdere traject ziet u hier.
decide-next = Laat ons weten wat u het liefst wilt: een medewerker regelt het.

## De vervoerder heeft het pakket

shipped-by =
    { $count ->
        [one] { subject } is onderweg: { $carrier } heeft het aangenomen.
       *[other] { subject } zijn onderweg: { $carrier } heeft ze aangenomen.
    }
shipped =
    { $count ->
        [one] { subject } is onderweg: de vervoerder heeft het aangenomen.
       *[other] { subject } zijn onderweg: de vervoerder heeft ze aangenomen.
    }

## De laatste rit

out-for-delivery =
    { $count ->
        [one] { subject } wordt nu bezorgd.
       *[other] { subject } worden nu bezorgd.
    }
out-for-delivery-next = We melden het u hier zodra de vervoerder de afgifte bevestigt.

## Bij het afhaalpunt

ready-for-pickup-at =
    { $count ->
        [one] { subject } ligt voor u klaar: { $place }.
       *[other] { subject } liggen voor u klaar: { $place }.
    }
ready-for-pickup =
    { $count ->
        [one] { subject } ligt volgens de vervoerder klaar om af te halen.
       *[other] { subject } liggen volgens de vervoerder klaar om af te halen.
    }
ready-for-pickup-until-next =
    { $count ->
        [one] Het blijft daar tot en met { $kept-until }. Er kan om een identiteitsbewijs worden gevraagd.
       *[other] Ze blijven daar tot en met { $kept-until }. Er kan om een identiteitsbewijs worden gevraagd.
    }
ready-for-pickup-next = Er kan om een identiteitsbewijs worden gevraagd.

## Afgegeven

delivered-signed =
    { $count ->
        [one] { subject } is volgens de vervoerder bezorgd tegen handtekening ({ $signed-by }).
       *[other] { subject } zijn volgens de vervoerder bezorgd tegen handtekening ({ $signed-by }).
    }
delivered =
    { $count ->
        [one] { subject } is volgens de vervoerder bezorgd.
       *[other] { subject } zijn volgens de vervoerder bezorgd.
    }
delivered-next = Klopt er iets niet? Antwoord hier, dan kijken we er samen naar.

## Een vergeefse poging

delivery-attempted-by =
    { $count ->
        [one] { $carrier } kwam langs met { object }, maar kon het niet afgeven.
       *[other] { $carrier } kwam langs met { object }, maar kon ze niet afgeven.
    }
delivery-attempted =
    { $count ->
        [one] De vervoerder kwam langs met { object }, maar kon het niet afgeven.
       *[other] De vervoerder kwam langs met { object }, maar kon ze niet afgeven.
    }
delivery-attempted-next = Zodra bekend is hoe het verdergaat, een nieuwe poging of een afhaalpunt, melden we het u hier.

## Later dan gepland

delayed-from =
    { $count ->
        [one] { subject } heeft vertraging: de bezorging wordt nu verwacht op { $day } in plaats van { $missed }.
       *[other] { subject } hebben vertraging: de bezorging wordt nu verwacht op { $day } in plaats van { $missed }.
    }
delayed-to =
    { $count ->
        [one] { subject } heeft vertraging: de bezorging wordt nu verwacht op { $day }.
       *[other] { subject } hebben vertraging: de bezorging wordt nu verwacht op { $day }.
    }
delayed-by = { $carrier } meldt vertraging voor { object }, zonder een nieuwe datum te noemen.
delayed = De vervoerder meldt vertraging voor { object }, zonder een nieuwe datum te noemen.
delayed-to-next = Komt dat u niet uit, antwoord dan hier.
delayed-next = Zodra die er is, melden we hem u hier.

## Eerder dan gepland

sooner-from =
    { $count ->
        [one] Goed nieuws: { object } komt eerder. De bezorging wordt nu verwacht op { $day } in plaats van { $beaten }.
       *[other] Goed nieuws: { object } komen eerder. De bezorging wordt nu verwacht op { $day } in plaats van { $beaten }.
    }
sooner-to = Goed nieuws over { object }: de bezorging is vervroegd naar { $day }.
sooner =
    { $count ->
        [one] Goed nieuws: { object } komt eerder dan de aangekondigde datum.
       *[other] Goed nieuws: { object } komen eerder dan de aangekondigde datum.
    }
sooner-next = We melden het u hier als de datum nog eens verandert.

## Een etiket en geen pakket

not-handed-over-for =
    { $count ->
        [one] Het verzendetiket voor { object } is al { working-days } klaar, maar de vervoerder heeft het pakket nog niet.
       *[other] De verzendetiketten voor { object } zijn al { working-days } klaar, maar de vervoerder heeft de pakketten nog niet.
    }
not-handed-over =
    { $count ->
        [one] Het verzendetiket voor { object } is klaar, maar de vervoerder heeft het pakket nog niet.
       *[other] De verzendetiketten voor { object } zijn klaar, maar de vervoerder heeft de pakketten nog niet.
    }
not-handed-over-next = We melden het u hier zodra hij het vertrek meldt.

## Niemand heeft het gescand

stalled-for =
    { $count ->
        [one] { subject } is al { working-days } niet gescand.
       *[other] { subject } zijn al { working-days } niet gescand.
    }
stalled =
    { $count ->
        [one] { subject } is al enkele dagen niet gescand.
       *[other] { subject } zijn al enkele dagen niet gescand.
    }
stalled-next = We blijven het traject volgen: elke nieuwe scan verschijnt hier.

## De beloofde dag is voorbij

late-since =
    { $count ->
        [one] { subject } werd verwacht op { $day }; de vervoerder heeft het nog niet bezorgd.
       *[other] { subject } werden verwacht op { $day }; de vervoerder heeft ze nog niet bezorgd.
    }
late =
    { $count ->
        [one] { subject } is niet bezorgd op de aangekondigde dag.
       *[other] { subject } zijn niet bezorgd op de aangekondigde dag.
    }
late-estimated-next = De bezorging wordt nu verwacht op { $estimate }.
late-next = De vervoerder heeft geen nieuwe datum genoemd; zodra die er is, melden we hem u hier.

## Te laat voor de dag die telt

will-miss-deadline-unsent =
    { $naming ->
        [numbered] Uw bestelling nr. { $number } is nog niet vertrokken en komt waarschijnlijk niet aan vóór of op { $day }.
       *[bare] Uw bestelling is nog niet vertrokken en komt waarschijnlijk niet aan vóór of op { $day }.
    }
will-miss-deadline-estimated =
    { $count ->
        [one] { subject } komt waarschijnlijk niet aan vóór of op { $day }: de bezorging wordt verwacht op { $estimate }.
       *[other] { subject } komen waarschijnlijk niet aan vóór of op { $day }: de bezorging wordt verwacht op { $estimate }.
    }
will-miss-deadline-by =
    { $count ->
        [one] { subject } komt waarschijnlijk niet aan vóór of op { $day }.
       *[other] { subject } komen waarschijnlijk niet aan vóór of op { $day }.
    }
will-miss-deadline =
    { $count ->
        [one] { subject } komt waarschijnlijk niet op tijd aan.
       *[other] { subject } komen waarschijnlijk niet op tijd aan.
    }
will-miss-deadline-next = Beter nu te weten dan later: laat ons weten wat u het liefst wilt.

## Niet lang meer bij het afhaalpunt

pickup-reminder-at =
    { $count ->
        [one] { subject } ligt nog tot en met { $day } voor u klaar: { $place }.
       *[other] { subject } liggen nog tot en met { $day } voor u klaar: { $place }.
    }
pickup-reminder-until =
    { $count ->
        [one] { subject } ligt nog tot en met { $day } voor u klaar bij het afhaalpunt.
       *[other] { subject } liggen nog tot en met { $day } voor u klaar bij het afhaalpunt.
    }
pickup-reminder =
    { $count ->
        [one] { subject } ligt nog voor u klaar bij het afhaalpunt, maar niet lang meer.
       *[other] { subject } liggen nog voor u klaar bij het afhaalpunt, maar niet lang meer.
    }
pickup-reminder-next =
    { $count ->
        [one] Daarna gaat het terug naar de winkel. Er kan om een identiteitsbewijs worden gevraagd.
       *[other] Daarna gaan ze terug naar de winkel. Er kan om een identiteitsbewijs worden gevraagd.
    }

## Een ander afhaalpunt

point-closed = Het afhaalpunt voor { object } is volgens de vervoerder gesloten.
point-full = Het afhaalpunt voor { object } is volgens de vervoerder vol.
point-moved-to =
    { $count ->
        [one] { subject } gaat naar een ander afhaalpunt: { $place }.
       *[other] { subject } gaan naar een ander afhaalpunt: { $place }.
    }
point-moved =
    { $count ->
        [one] { subject } gaat naar een ander afhaalpunt dan gepland.
       *[other] { subject } gaan naar een ander afhaalpunt dan gepland.
    }
point-changed = Het afhaalpunt voor { object } kan volgens de vervoerder niet meer worden gebruikt.
point-moved-next =
    { $count ->
        [one] We melden het u hier zodra u het daar kunt afhalen.
       *[other] We melden het u hier zodra u ze daar kunt afhalen.
    }
point-changed-next = Zodra de vervoerder zegt hoe het verdergaat, melden we het u hier.

## Bij de douane

customs-hold =
    { $count ->
        [one] { subject } wordt vastgehouden door de douane.
       *[other] { subject } worden vastgehouden door de douane.
    }
customs-hold-next = Wordt u om een document of een betaling gevraagd, ga dan eerst na of het verzoek van de vervoerder komt. Het verdere traject ziet u hier.

## Het adres klopt niet

address-problem-by = { $carrier } kan { object } niet bezorgen: het adres is onjuist of onvolledig.
address-problem = De vervoerder kan { object } niet bezorgen: het adres is onjuist of onvolledig.
address-problem-next = Geef ons het juiste adres of een afhaalpunt: een medewerker regelt het.

## Beschadigd

damaged =
    { $count ->
        [one] { subject } is volgens de vervoerder beschadigd.
       *[other] { subject } zijn volgens de vervoerder beschadigd.
    }

## Op de terugweg

returning =
    { $count ->
        [one] { subject } gaat volgens de vervoerder terug naar de winkel.
       *[other] { subject } gaan volgens de vervoerder terug naar de winkel.
    }
returned =
    { $count ->
        [one] { subject } is volgens de vervoerder terug bij de winkel.
       *[other] { subject } zijn volgens de vervoerder terug bij de winkel.
    }

## Kwijt, teruggevonden

declared-lost =
    { $count ->
        [one] { subject } is volgens de vervoerder zoekgeraakt.
       *[other] { subject } zijn volgens de vervoerder zoekgeraakt.
    }
presumed-lost-after =
    { $count ->
        [one] { subject } is al { working-days } niet meer gezien: we beschouwen het als zoekgeraakt.
       *[other] { subject } zijn al { working-days } niet meer gezien: we beschouwen ze als zoekgeraakt.
    }
presumed-lost =
    { $count ->
        [one] { subject } is te lang niet meer gezien: we beschouwen het als zoekgeraakt.
       *[other] { subject } zijn te lang niet meer gezien: we beschouwen ze als zoekgeraakt.
    }
found =
    { $count ->
        [one] { subject } is teruggevonden en weer onderweg.
       *[other] { subject } zijn teruggevonden en weer onderweg.
    }
